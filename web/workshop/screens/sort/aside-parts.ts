import { html, nothing, type TemplateResult } from 'lit'
import { plural, t } from '../../../i18n/board.ts'
import { seenBoard, type Desk } from '../desk.ts'
import { namedKindMark } from '../kind.ts'
import type { SortActs } from './sort-acts.ts'

/** What has been put aside stays readable, and can be brought back. */
export function asideParts(desk: Desk, acts: SortActs): TemplateResult | typeof nothing {
  const { cards, themes } = seenBoard(desk)
  const away = cards.filter(({ isAside, text }) => isAside && text.trim() !== '')
  const awayThemes = themes.filter(({ isAside, title }) => isAside && title.trim() !== '')
  if (away.length + awayThemes.length === 0) return nothing
  const back = (label: string, bring: () => void) =>
    desk.pen
      ? html`<button class="plain" aria-label=${t('collect.takeBackNamed', { card: label })} @click=${bring}>
          ${t('collect.takeBack')}
        </button>`
      : nothing
  return html`<details class="aside-cards">
    <summary>${plural('sort.aside', away.length + awayThemes.length)}</summary>
    ${awayThemes.map(
      ({ id, title }) =>
        html`<div class="card away">
          <span></span>
          <p>${t('sort.asideTheme', { theme: title })}</p>
          ${back(title, () => acts.setThemeAside(id, false))}
        </div>`,
    )}
    ${away.map(
      ({ id, kind, text }) =>
        html`<div class="card away">
          ${namedKindMark(kind, desk.state.thirdCategory)}
          <p>${text}</p>
          ${back(text, () => acts.setCardAside(id, false))}
        </div>`,
    )}
  </details>`
}
