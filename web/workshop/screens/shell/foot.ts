import { html, nothing, type TemplateResult } from 'lit'
import type { Board, Phase, WorkshopState } from '../../../../schemas/types.ts'
import { plural, t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import type { BoardView } from '../../board/board-session.ts'
import type { PersonHere } from '../../board/people-here.ts'
import type { Desk } from '../desk.ts'

const COLOURS = 6

/** Who is ready with a phase, as far as it is shown who is who; and how many. */
function readyIn(
  { ready }: Pick<Board, 'ready'>,
  { authors }: Pick<WorkshopState, 'authors'>,
  phase: Phase,
): { readonly seats: ReadonlySet<string>; readonly hands: ReadonlySet<string> } {
  const hands = new Set(ready.filter((each) => each.phase === phase).map(({ hand }) => hand))
  const seats = [...hands].flatMap((hand) => authors[hand] ?? [])
  return { seats: new Set(seats), hands }
}

/** Those of the group: here, not here, ready. */
export function peopleList(view: BoardView, desk: Desk): TemplateResult {
  const { people, board, workshop } = view
  const { seats, hands } = readyIn(board, workshop, workshop.conduct.phase)
  return html`<ul class="people" aria-label=${t('people.group')}>
    ${people.map((person, at) =>
      personItem(person, at, person.isSelf ? hands.has(desk.hand) : seats.has(person.seatId)),
    )}
  </ul>`
}

function personItem({ name, isSelf, isHere }: PersonHere, at: number, isReady: boolean): TemplateResult {
  const whose = isSelf ? 'self' : `person-${(at % COLOURS) + 1}`
  return html`<li class=${isHere ? '' : 'away'}>
    <span class="who ${whose}" aria-hidden="true">${initialOf(name)}</span>
    <span
      >${isSelf ? t('people.you') : name}${isHere ? nothing : html` <span class="quiet">${t('people.away')}</span>`}</span
    >
    ${isReady ? html`<span class="is-ready">${icon('check')} ${t('people.ready')}</span>` : nothing}
  </li>`
}

const LETTER = /^[\p{L}\p{N}](?!\p{M})/u

/** The first sign as people see it, also of an emoji or a letter with marks. */
function initialOf(name: string): string {
  const trimmed = name.trim()
  // A segmenter costs a slow phone as much as drawing the whole bar does.
  const first = LETTER.exec(trimmed)?.[0] ?? [...new Intl.Segmenter('sv').segment(trimmed)][0]?.segment ?? ''
  return first.toLocaleUpperCase('sv')
}

/** The bar below: who is here, one's own undoing, and that one is ready. */
export function boardFoot(
  view: BoardView,
  desk: Desk,
  acts: {
    readonly undo: () => void
    readonly setReady: (isReady: boolean) => void
    readonly showPeople: () => void
  },
): TemplateResult {
  const { workshop, board, people, canUndo } = view
  const { phase } = workshop.conduct
  const { hands } = readyIn(board, workshop, phase)
  const isReady = hands.has(desk.hand)
  const here = people.filter(({ isHere }) => isHere).length
  return html`<footer class="foot">
    <div class="wide">${peopleList(view, desk)}</div>
    <button class="btn plain-people narrow" aria-haspopup="dialog" @click=${acts.showPeople}>
      ${icon('users')}<span>${here}<span class="sr"> ${t('people.here')}</span></span>
    </button>
    ${hands.size > 0 ? html`<span class="quiet ready-count">${plural('people.areReady', hands.size, { of: people.length })}</span>` : nothing}
    ${
      desk.pen
        ? html`<button class="btn undo" ?disabled=${!canUndo} @click=${acts.undo}>
              ${icon('undo-2')}<span class="wide">${t('undo')}</span
              ><span class="sr narrow">${t('undo')}</span>
            </button>
            ${
              phase === 'done'
                ? nothing
                : html`<button
                    class="btn ready"
                    aria-pressed=${isReady}
                    @click=${() => acts.setReady(!isReady)}
                  >
                    ${icon('check')}${t('ready')}
                  </button>`
            }`
        : nothing
    }
  </footer>`
}
