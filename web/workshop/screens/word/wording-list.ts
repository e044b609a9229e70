import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Finding, WordedCriterion, WordedOutcome, WorkshopState } from '../../../../schemas/types.ts'
import type { Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'
import { plural, t } from '../../../i18n/wording.ts'
import { icon } from '../../../ui/icon.ts'
import { namedKindMark } from '../kind.ts'

type ListContext = {
  readonly wordings: readonly Wording[]
  readonly current: string | null
  readonly findings: readonly Finding[]
  readonly third: WorkshopState['thirdCategory']
  readonly canWrite: boolean
  readonly go: (outcomeId: string) => void
  readonly move: (outcomeId: string, step: -1 | 1) => void
  readonly putAside: (outcomeId: string) => void
  readonly add: () => void
}

/** All sentences of a theme, to go between and to put in order; and whether they are about as many as a module has. */
export function wordingList(context: ListContext): TemplateResult {
  const { wordings, findings, canWrite, add } = context
  return html`<section class="all" aria-labelledby="all-outcomes">
    <h2 id="all-outcomes">${t('word.all')}</h2>
    <ol>
      ${repeat(
        wordings,
        ({ outcome }) => outcome.id,
        (wording, at) => row(wording, at, context),
      )}
    </ol>
    ${
      canWrite
        ? html`<button class="btn" data-add @click=${add}>
            ${icon('plus')}${t(wordings.length === 0 ? 'word.addFirst' : 'word.add')}
          </button>`
        : nothing
    }
    ${findings.map(({ message, reason }) => html`<p class="how-many"><b>${message}</b> ${reason}</p>`)}
  </section>`
}

function row({ outcome, criteria }: Wording, at: number, context: ListContext): TemplateResult {
  const { current, third, canWrite, wordings, go, move, putAside } = context
  const { id, category, text } = outcome
  const what = text.trim() || t('word.emptyText')
  return html`<li>
    <button class="to" aria-current=${id === current ? 'true' : nothing} @click=${() => go(id)}>
      <span class="n">${at + 1}</span>${namedKindMark(category, third)}
      <span class="said">${what}</span>
      <span class="st">${plural('word.criteriaCount', criteria.length)}</span>
    </button>
    ${
      canWrite
        ? tools({
            what,
            isFirst: at === 0,
            isLast: at === wordings.length - 1,
            move: (step) => move(id, step),
            putAside: () => putAside(id),
          })
        : nothing
    }
  </li>`
}

/** Up, down and aside, for those who do it by pointer or by a screen reader; the keys are Alt with the arrows. */
export function tools(context: {
  readonly what: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly move: (step: -1 | 1) => void
  readonly putAside: () => void
}): TemplateResult {
  const { what, isFirst, isLast, move, putAside } = context
  return html`<span class="tools">
    <button class="tool" ?disabled=${isFirst} aria-label=${t('word.up', { what })} @click=${() => move(-1)}>
      ${icon('arrow-up')}
    </button>
    <button class="tool" ?disabled=${isLast} aria-label=${t('word.down', { what })} @click=${() => move(1)}>
      ${icon('arrow-down')}
    </button>
    <button class="tool" aria-label=${t('word.aside', { what })} @click=${putAside}>${icon('x')}</button>
  </span>`
}

/** What has been put aside in a theme: readable, and a press away from coming back. */
export function asideList(
  outcomes: readonly WordedOutcome[],
  criteria: readonly WordedCriterion[],
  back: ((part: 'outcomes' | 'criteria', id: string) => void) | null,
): TemplateResult | typeof nothing {
  const items = [
    ...outcomes.map((each) => ({ ...each, part: 'outcomes' as const })),
    ...criteria.map((each) => ({ ...each, part: 'criteria' as const })),
  ].filter(({ text }) => text.trim() !== '')
  if (items.length === 0) return nothing
  return html`<details class="laid-aside">
    <summary>${icon('chevron-right')}${plural('word.asideTitle', items.length)}</summary>
    <ul>
      ${repeat(
        items,
        ({ id }) => id,
        ({ id, part, text }) =>
          html`<li>
            <span class="said">${text}</span>
            ${
              back
                ? html`<button class="plain" @click=${() => back(part, id)}>
                    ${t('word.back')}<span class="sr">: ${text}</span>
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </details>`
}
