import type { Closing, ItemTally, PanelDecision } from '../../../schemas/types.ts'
import type { Hash } from '../profile/wordings.ts'
import type { TRANSITIONS } from './acts.ts'
import type { PanelText } from './panel-text.ts'
import { byMember, standingsIn, type Taken } from './standing.ts'
import { entitled, type PanelSeat } from './seats.ts'
import { isAdopted, type CountedPart } from './tally-text.ts'
import { digestOf } from './text.ts'

export type Outcome = PanelDecision['outcome']
type Obstacle = Closing['obstacles'][number]
type DecidedPart = PanelDecision['parts'][number]
export type Dissent = PanelDecision['dissents'][number]

/** What a review's outcome makes of it. */
export const STATUS_AFTER: Record<Outcome, (typeof TRANSITIONS)['close']['to'][number]> = {
  approved: 'approved',
  approvedEditorial: 'approved',
  changesRequested: 'returned',
  declined: 'declined',
}

/** For how long a mistaken close can be taken back. */
const RECALLABLE_MS = 10 * 60_000

/** Until when a close of then can be taken back; both in ISO 8601. */
export function recallableUntil(closedAt: string): string {
  return new Date(Date.parse(closedAt) + RECALLABLE_MS).toISOString()
}

type Ending = {
  readonly counted: readonly CountedPart[]
  readonly openRemarks: readonly { readonly id: string; readonly number: string }[]
  readonly unruled: readonly { readonly itemId: string; readonly number: string }[]
  readonly unconfirmed: readonly { readonly id: string; readonly number: string }[]
}

/** What is to be done before a review can be closed at all, or approved. */
export function obstaclesTo({ counted, openRemarks, unruled, unconfirmed }: Ending): Obstacle[] {
  return [
    ...openRemarks.map(({ id, number }) => obstacle('remark-open', id, number, 'closing')),
    ...counted
      .filter(({ state }) => state !== 'ready')
      .map(({ part }) => obstacle('part-not-ready', part.id, part.number, 'approving')),
    ...unruled.map(({ itemId, number }) => obstacle('ruling-missing', itemId, number, 'approving')),
    ...unconfirmed.map(({ id, number }) => obstacle('editorial-unconfirmed', id, number, 'approving')),
  ]
}

/**
 * The outcomes that the standing positions and the rule allow. Words can be approved only when the rule carries every one
 * of them; a panel can always ask for changes, or decline. None while a remark is without its answer. What is said to be
 * editorial and not confirmed keeps its positions waiting, and so stands among the parts that are not ready.
 */
export function possibleOutcomes(counted: readonly CountedPart[], obstacles: readonly Obstacle[]): Outcome[] {
  if (obstacles.some(({ stops }) => stops === 'closing')) return []
  const isApprovable =
    isAdopted(counted) &&
    !obstacles.some(({ code }) => code === 'ruling-missing' || code === 'part-not-ready')
  return [
    ...(isApprovable ? (['approved', 'approvedEditorial'] as const) : []),
    'changesRequested',
    'declined',
  ]
}

/**
 * How it stood, as it is kept with the decision: for each part the place in it that stands worst, and of those that stand
 * alike the one with the weakest support, so that nobody's disagreement disappears behind what everybody agrees on.
 */
export function decidedParts(counted: readonly CountedPart[]): DecidedPart[] {
  return counted.map(({ part: { id, number, title }, items, worst }) => ({
    partId: id,
    number,
    title,
    tally: items
      .filter(({ tally }) => tally.state === worst.tally.state)
      .reduce((former, { tally }) => (isWeaker(tally, former) ? tally : former), worst.tally),
  }))
}

/** More who disagree; of as many, fewer who agree as it stands. */
function isWeaker(one: ItemTally, other: ItemTally): boolean {
  const sum = (tally: ItemTally, which: 'agree' | 'disagree') =>
    tally.perspectives.reduce((total, counts) => total + counts[which], 0)
  const more = sum(one, 'disagree') - sum(other, 'disagree')
  return more > 0 || (more === 0 && sum(one, 'agree') < sum(other, 'agree'))
}

/**
 * The disagreements that stand, by perspective and never by name: one for a part where somebody disagrees with the whole of
 * it, and one for each item that they disagree with by itself. Of one perspective they stand in the order of the text and
 * of their reasons: that of the seats, which the composition has, would tell whose is whose.
 */
export function dissentsIn(
  text: PanelText,
  seats: readonly PanelSeat[],
  positions: readonly (Taken & { readonly reason: string })[],
): Dissent[] {
  const theirs = byMember(positions)
  return text.parts.flatMap((part) => {
    const may = entitled(seats, part.id)
    const perspectives = [...new Set(may.map(({ perspective }) => perspective))]
    const all = may.flatMap(({ id, perspective }) => {
      const standings = standingsIn(theirs.get(id) ?? [], part, text)
      const against = new Map<number, Dissent>()
      standings.forEach(({ answer, by }, index) => {
        const item = part.items[index]
        if (answer !== 'disagree' || !by || !item || against.has(by.seq)) return
        const whole = by.scope === 'part'
        against.set(by.seq, {
          perspective,
          partId: part.id,
          itemId: whole ? null : item.id,
          number: whole ? part.number : item.number,
          wording: whole ? part.title : item.wording,
          reason: by.reason,
        })
      })
      return [...against.values()]
    })
    const places = new Map(part.items.map(({ id }, index) => [id, index]))
    const placeOf = ({ itemId }: Dissent) => (itemId === null ? -1 : (places.get(itemId) ?? 0))
    return perspectives.flatMap((of) =>
      all
        .filter(({ perspective }) => perspective === of)
        .sort((a, b) => placeOf(a) - placeOf(b) || (a.reason < b.reason ? -1 : 1)),
    )
  })
}

/** What a closing rests on: another text, another position, another seat gives another state. */
export function closingState(
  text: Pick<PanelText, 'digest'>,
  counted: readonly CountedPart[],
  rest: readonly unknown[],
  hash: Hash,
): string {
  const tallies = counted.map(({ part, items, marks }) => [
    part.id,
    items.map(({ tally }) => tally),
    marks.map(({ seat, mark }) => [seat.id, mark]),
  ])
  return hash(JSON.stringify([text.digest, tallies, rest]))
}

function obstacle(code: Obstacle['code'], id: string, number: string, stops: Obstacle['stops']): Obstacle {
  return { code, id, number, stops }
}

/**
 * Whether a text may be published on a decision, as far as the rule carries every word of it as positions stand:
 *
 * | the outcome               | since the text that was decided on came            | may |
 * |---------------------------|----------------------------------------------------|-----|
 * | approved, with or without | nothing, or what has led back to the same words    | yes |
 * | room for spelling         |                                                    |     |
 * | approved                  | anything else                                      | no  |
 * | approved, with room       | amendments confirmed as editorial, and only these  | yes |
 * | approved, with room       | any other amendment too, wherever among them       | no  |
 * | approved, with room       | a new revision with other words                    | no  |
 * | anything else             | whatever                                           | no  |
 *
 * `confirmed` are the ids of the amendments that members have confirmed as editorial.
 */
export function mayBePublished(
  { outcome, textDigest }: Pick<PanelDecision, 'outcome' | 'textDigest'>,
  text: PanelText,
  counted: readonly CountedPart[],
  confirmed: readonly string[],
  hash: Hash,
): boolean {
  if (STATUS_AFTER[outcome] !== 'approved' || !isAdopted(counted)) return false
  if (text.digest === textDigest) return true
  const decidedAt = text.states.findLastIndex(({ parts }) => digestOf(parts, hash) === textDigest)
  return (
    outcome === 'approvedEditorial' &&
    decidedAt >= 0 &&
    text.states
      .slice(decidedAt + 1)
      .every(({ amendmentId }) => amendmentId !== null && confirmed.includes(amendmentId))
  )
}
