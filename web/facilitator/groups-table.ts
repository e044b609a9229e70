import { html, nothing, svg, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type {
  CardCounts,
  GroupOverview,
  Participant,
  Perspective,
  Session,
  WorkshopGroup,
  WorkshopOverview,
} from '../../schemas/types.ts'
import { sayCode } from '../../server/domain/workshop/join-code.ts'
import { plural, t } from '../i18n/workshop.ts'
import { addressOf } from '../router.ts'
import { gauge } from '../ui/gauge.ts'
import { namedIcon } from '../ui/icon.ts'
import { standingInWords } from './in-words.ts'
import { resultOf } from './result-of.ts'
import { standingOf } from './standing.ts'

const KINDS = ['knowledge', 'skills', 'responsibilityAutonomy', 'suitability'] as const
/** Stickan of cards: a mark for every fifth. */
const CARD_PX = 4.4
const RULE_PX = 240

/** What the table needs of the page that it stands on. */
export type TableOf = {
  readonly overview: WorkshopOverview
  readonly now: number
  readonly slug: string
  readonly perspectives: readonly Perspective[]
  readonly thirdCategory: Session['settings']['thirdCategory']
  readonly showPerson: (seatId: string) => void
  readonly showGroup: (groupId: string) => void
}

/** All groups, one a row: who is in them and how they stand, what they have made, and who is ready. */
export function groupsTable(of: TableOf): TemplateResult {
  const { groups, conduct, workshop } = of.overview
  const isOver = workshop.status === 'ended'
  const most = Math.max(1, ...groups.map(({ cards }) => sumOf(cards)))
  const scale = Math.min(CARD_PX, RULE_PX / most)
  return html`<table class="groups">
    <caption class="sr">
      ${t('groups.caption')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('groups.group')}</th>
        <th scope="col">${t('groups.people')}</th>
        <th scope="col">
          ${t(isOver ? 'groups.made' : conduct.phase === 'collect' ? 'groups.cards' : 'groups.result')}
        </th>
        ${isOver ? html`<td></td>` : html`<th scope="col">${t('groups.ready')}</th>`}
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        groups,
        ({ groupId }) => groupId,
        (group) => row(of, group, scale),
      )}
    </tbody>
  </table>`
}

function row(of: TableOf, overview: GroupOverview, scale: number): TemplateResult | typeof nothing {
  const group = of.overview.workshop.groups.find(({ id }) => id === overview.groupId)
  if (!group) return nothing
  const { participants, cards } = overview
  const ready = participants.filter(({ isReady }) => isReady).length
  const result = resultOf(overview, of.overview.conduct.phase)
  const isOver = of.overview.workshop.status === 'ended'
  return html`<tr>
    <th scope="row">
      <span class="sr">${t('groups.group')} </span><b>${group.number}</b><small>${group.place}</small>
      ${
        isOver
          ? nothing
          : html`<small class="num">${sayCode(group.code)}</small>
              <button class="plain" @click=${() => of.showGroup(group.id)}>
                ${t('groups.change')}<span class="sr"> ${t('groups.named', { number: group.number })}</span>
              </button>`
      }
    </th>
    <td>${people(of, participants, group)}</td>
    <td>
      ${tally(cards, of.thirdCategory)} ${bars(cards, scale)}
      ${result ? html`<p class="result">${result}</p>` : nothing}
    </td>
    <td class="ready">
      ${
        isOver
          ? nothing
          : participants.length === 0
            ? html`<span class="quiet">–</span>`
            : html`${gauge(ready, participants.length)}
              ${t('groups.readyOf', { ready, count: participants.length })}`
      }
    </td>
    <td class="look-in">
      <a href="/tavla/titta/${group.id}"
        >${t(isOver ? 'groups.board' : 'groups.lookIn')}<span class="sr">
          ${t('groups.inNamed', { number: group.number })}</span
        ></a
      >
      <a
        href=${addressOf({ page: 'replay', slug: of.slug, workshopId: of.overview.workshop.id, groupNumber: group.number })}
        >${t('groups.replay')}<span class="sr"> ${t('groups.named', { number: group.number })}</span></a
      >
    </td>
  </tr>`
}

function people(
  of: TableOf,
  participants: readonly Participant[],
  { seats, taken }: WorkshopGroup,
): TemplateResult {
  const free = Math.max(0, seats - taken)
  const { status, isRehearsal } = of.overview.workshop
  const isOver = status === 'ended'
  return html`<ul class="people-here">
    ${participants.map((person) => {
      const perspective = of.perspectives.find(({ id }) => id === person.perspective)
      const standing = standingOf(person, of.now)
      return html`<li>
        <button class="plain name" aria-haspopup="dialog" @click=${() => of.showPerson(person.seatId)}>
          ${person.name}
        </button>
        ${perspective ? html`<abbr class="code" title=${perspective.name}>${perspective.code}</abbr>` : nothing}
        ${isOver || (isRehearsal && standing.kind === 'never') ? nothing : html`<span class="standing is-${standing.kind}">${standingInWords(standing)}</span>`}
      </li>`
    })}
    ${free > 0 && !isOver ? html`<li class="quiet free">${plural('groups.free', free)}</li>` : nothing}
  </ul>`
}

function tally(cards: CardCounts, third: TableOf['thirdCategory']): TemplateResult {
  return html`<ul class="tally">
    ${KINDS.map((kind) => {
      const isThird = kind === 'responsibilityAutonomy'
      const mark = isThird ? (third === 'competences' ? third : 'responsibility-autonomy') : kind
      return html`<li>
        ${namedIcon(mark, t(isThird ? `kind.${third}` : `kind.${kind}`), 'kind')}<span class="num"
          >${cards[kind]}</span
        >
      </li>`
    })}
  </ul>`
}

/** The same as bars, with a mark for every fifth card; what is never assessed is drawn open. */
function bars(cards: CardCounts, scale: number): TemplateResult {
  const sum = sumOf(cards)
  const width = Math.max(1, sum * scale)
  let at = 0
  const drawn = KINDS.filter((kind) => cards[kind] > 0).map((kind) => {
    const from = at
    at += cards[kind] * scale
    const long = Math.max(1, at - from - 2)
    return kind === 'suitability'
      ? svg`<rect class="open" x=${from + 0.5} y="0.5" width=${Math.max(1, long - 1)} height="5" />`
      : svg`<rect x=${from} y="0" width=${long} height="6" />`
  })
  const marks = Array.from(
    { length: Math.floor(sum / 5) + 1 },
    (_, mark) => svg`<path d="M${mark * 5 * scale + 0.5} 6v6" />`,
  )
  return html`<svg
    class="bars"
    width=${width + 1}
    height="12"
    viewBox="0 0 ${width + 1} 12"
    aria-hidden="true"
  >
    ${marks} ${drawn}
  </svg>`
}

function sumOf(cards: CardCounts): number {
  return KINDS.reduce((sum, kind) => sum + cards[kind], 0)
}
