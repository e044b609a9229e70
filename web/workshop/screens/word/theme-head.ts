import { html, nothing, type TemplateResult } from 'lit'
import type { Board, NearestText, Theme } from '../../../../schemas/types.ts'
import { wordingsIn, type Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'
import { plural, t } from '../../../i18n/wording.ts'
import { icon } from '../../../ui/icon.ts'
import { linkNote } from './side-notes.ts'

type HeadContext = {
  readonly board: Board
  readonly themes: readonly Theme[]
  readonly theme: Theme
  readonly wordings: readonly Wording[]
  readonly wording: Wording | undefined
  /** Something that was found in the module that the theme is linked to, by which it can be called by name. */
  readonly linked: NearestText | undefined
  readonly unlink: (() => void) | null
  readonly choose: (themeId: string) => void
  readonly go: (outcomeId: string) => void
}

/** Which theme, which of its sentences, and the way to the others. */
export function themeHead(context: HeadContext): TemplateResult {
  const { theme, themes, linked, unlink, wording } = context
  return html`<div class="mod">
    <h1 tabindex="-1">${titleOf(theme)}</h1>
    ${themes.length > 1 ? otherThemes(context) : nothing} ${wording ? place(wording, context) : nothing}
    ${theme.reuse ? linkNote(theme.reuse, linked, unlink) : nothing}
  </div>`
}

function otherThemes({ board, themes, theme, choose }: HeadContext): TemplateResult {
  return html`<details class="change">
    <summary>${t('themes.change')}${icon('chevron-down')}</summary>
    <ol>
      ${themes.map(
        (each) =>
          html`<li>
            <button aria-current=${each.id === theme.id ? 'true' : nothing} @click=${() => choose(each.id)}>
              <span>${titleOf(each)}</span>
              <span class="st">${plural('done.outcomes', wordingsIn(board, each.id).length)}</span>
            </button>
          </li>`,
      )}
    </ol>
  </details>`
}

function place(wording: Wording, { wordings, go }: HeadContext): TemplateResult {
  const at = wordings.indexOf(wording)
  const step = (to: Wording | undefined, label: string, mark: string) =>
    html`<button class="tool" aria-label=${label} ?disabled=${!to} @click=${() => to && go(to.outcome.id)}>
      ${icon(mark)}
    </button>`
  return html`<p class="place">
    <span>${t('word.place', { number: at + 1, of: wordings.length })}</span>
    ${step(wordings[at - 1], t('word.previous'), 'arrow-left')}
    ${step(wordings[at + 1], t('word.next'), 'arrow-right')}
  </p>`
}

function titleOf({ title }: Theme): string {
  return title.trim() || t('themes.untitled')
}
