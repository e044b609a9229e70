import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type {
  Need,
  ReplayedBoard,
  ReplayedCard,
  ReplayedOutcome,
  ReplayedTheme,
  Session,
} from '../../schemas/types.ts'
import { t } from '../i18n/workshop.ts'
import { namedIcon } from '../ui/icon.ts'
import type { Mark } from './what-changed.ts'

type Shown = {
  readonly board: ReplayedBoard
  readonly marks: ReadonlyMap<string, Mark>
  readonly third: Session['settings']['thirdCategory']
}

/** A board at one step: its themes with what is worded and the cards in them, and before them the cards that lie in none. */
export function replayedBoard(shown: Shown): TemplateResult {
  const { board } = shown
  const themes = new Set(board.themes.map(({ id }) => id))
  const loose = board.cards.filter(({ themeId }) => themeId === null || !themes.has(themeId))
  return html`<div class="replayed">
    ${
      loose.length > 0
        ? html`<section class="loose" aria-labelledby="loose">
            <h2 id="loose">${t(board.themes.length > 0 ? 'replay.loose' : 'replay.cards')}</h2>
            ${cardList(loose, shown)}
          </section>`
        : nothing
    }
    ${repeat(
      board.themes,
      ({ id }) => id,
      (theme) => themeSheet(theme, shown),
    )}
  </div>`
}

function themeSheet(theme: ReplayedTheme, shown: Shown): TemplateResult {
  const { board, marks } = shown
  const outcomes = board.outcomes.filter(({ themeId }) => themeId === theme.id)
  const cards = board.cards.filter(({ themeId }) => themeId === theme.id)
  const name = theme.title.trim() || t('replay.unnamed')
  return html`<section aria-label=${name}>
    <h2 class=${classOf(marks.get(theme.id))}>${name} ${markInWords(marks.get(theme.id))}</h2>
    ${
      outcomes.length > 0
        ? html`<ul class="outcomes" lang="sv">
            ${repeat(
              outcomes,
              ({ id }) => id,
              (outcome) => outcomeItem(outcome, shown),
            )}
          </ul>`
        : nothing
    }
    ${cardList(cards, shown)}
  </section>`
}

function outcomeItem({ id, text }: ReplayedOutcome, { board, marks }: Shown): TemplateResult {
  const criteria = board.criteria.filter(({ outcomeId }) => outcomeId === id)
  return html`<li>
    <p class="words ${classOf(marks.get(id))}">
      ${text.trim() || t('replay.empty')} ${markInWords(marks.get(id))}
    </p>
    ${
      criteria.length > 0
        ? html`<ul>
            ${repeat(
              criteria,
              (criterion) => criterion.id,
              (criterion) =>
                html`<li class=${classOf(marks.get(criterion.id))}>
                  ${criterion.text.trim() || t('replay.empty')} ${markInWords(marks.get(criterion.id))}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </li>`
}

function cardList(cards: readonly ReplayedCard[], { marks, third }: Shown): TemplateResult | typeof nothing {
  if (cards.length === 0) return nothing
  return html`<ul class="replayed-cards" lang="sv">
    ${repeat(
      cards,
      ({ id }) => id,
      ({ id, kind, text, need }) => {
        const isThird = kind === 'responsibilityAutonomy'
        const mark = isThird ? (third === 'competences' ? third : 'responsibility-autonomy') : kind
        return html`<li class=${classOf(marks.get(id))}>
          ${namedIcon(mark, t(isThird ? `kind.${third}` : `kind.${kind}`), 'kind')}
          <span>${text.trim() || t('replay.empty')} ${needInWords(need, marks.get(id))}</span>
        </li>`
      },
    )}
  </ul>`
}

/** What a card has come to says that it has just come to it. */
function needInWords(need: Need | null, mark: Mark | undefined): TemplateResult {
  if (need === null) return html`${markInWords(mark)}`
  const words = t(`replay.need.${need}`)
  return mark === 'judged' ? html`<em>${words}</em>` : html`<small>${words}</small> ${markInWords(mark)}`
}

function classOf(mark: Mark | undefined): string {
  return mark ? 'fresh' : ''
}

/** Said and not only coloured. */
function markInWords(mark: Mark | undefined): TemplateResult | typeof nothing {
  return mark ? html`<em>${t(`replay.mark.${mark}`)}</em>` : nothing
}
