import type { AgendaItem, ItemTally, PositionKind } from '../../../schemas/types.ts'

/** A part of the text as the agenda sees it. */
export type PartForAgenda = Pick<AgendaItem, 'partId' | 'number' | 'title' | 'openRemarks'> & {
  readonly state: ItemTally['state']
  /** How many members say what of it; those who have not answered are not counted. */
  readonly positions: Readonly<Record<PositionKind, number>>
  /** As members have rated it, 1 to 5; null where nobody has. */
  readonly importance: number | null
}

const ORDINARY_IMPORTANCE = 3
const LEAST_MINUTES = 5
/** At most one minute in ten goes to what nobody contests. */
const CONSENT_PART = 10
/** What is discussed at all is not counted as less contested than this: remarks take time where nobody disagrees. */
const LEAST_DISAGREEMENT = 0.25

/**
 * The agenda that writes itself. First what is ready, has no open remark and nobody disagrees to, taken together; then what
 * is to be discussed, by disagreement times importance, then by open remarks, then in the order of the text.
 *
 * Time is given in whole minutes. A point without discussion gets one, as long as they have no more than a tenth together. A
 * discussion gets five at least, and of what is left its part by weight. So the sum is `minutesInAll`, except where nothing is
 * to be discussed, and the meeting ends early; or where five minutes for each are more than there is.
 */
export function makeAgenda(parts: readonly PartForAgenda[], minutesInAll: number): AgendaItem[] {
  const minutes = Math.max(0, Math.floor(minutesInAll))
  const rated = parts.map((part) => ({
    part,
    disagreement: disagreementOf(part.positions),
    importance: part.importance ?? ORDINARY_IMPORTANCE,
  }))
  const consent = rated.filter(({ part }) => isUncontested(part))
  const discussed = rated
    .filter(({ part }) => !isUncontested(part))
    .sort(
      (one, other) =>
        other.disagreement * other.importance - one.disagreement * one.importance ||
        other.part.openRemarks - one.part.openRemarks,
    )
  const forConsent = Math.min(consent.length, Math.floor(minutes / CONSENT_PART))
  const boxes = shareOut(
    minutes - forConsent,
    discussed.map((each) => each.importance * Math.max(LEAST_DISAGREEMENT, each.disagreement)),
  )
  return [
    ...consent.map((each, index) => point('consent', each, index < forConsent ? 1 : 0)),
    ...discussed.map((each, index) => point('discussion', each, boxes[index] ?? LEAST_MINUTES)),
  ]
}

function isUncontested({ state, openRemarks, positions }: PartForAgenda): boolean {
  return state === 'ready' && openRemarks === 0 && positions.disagree === 0
}

/**
 * 0 when all who take a stand agree, 1 when half of them or more disagree: then they are as far apart as can be, or the words
 * must change anyway. Whoever wants a change is half of one who disagrees; whoever abstains takes no stand.
 */
function disagreementOf({ agree, agreeWithChange, disagree }: PartForAgenda['positions']): number {
  const stands = agree + agreeWithChange + disagree
  return stands === 0 ? 0 : Math.min(1, (2 * disagree + agreeWithChange) / stands)
}

type Rated = {
  readonly part: PartForAgenda
  readonly disagreement: number
  readonly importance: number
}

function point(
  kind: AgendaItem['kind'],
  { part, disagreement, importance }: Rated,
  minutes: number,
): AgendaItem {
  const { partId, number, title, openRemarks } = part
  return { kind, partId, number, title, minutes, disagreement, importance, openRemarks }
}

/** Whole minutes by weight, beyond the least that each has; those that rounding leaves go where most was cut off. */
function shareOut(minutes: number, weights: readonly number[]): number[] {
  const extra = Math.max(0, minutes - weights.length * LEAST_MINUTES)
  const sum = weights.reduce((so, weight) => so + weight, 0)
  const exact = weights.map((weight) => (extra * weight) / sum)
  const boxes = exact.map(Math.floor)
  const left = extra - boxes.reduce((so, box) => so + box, 0)
  const cut = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest)
    .slice(0, left)
  const rounded = new Set(cut.map(({ index }) => index))
  return boxes.map((box, index) => LEAST_MINUTES + box + (rounded.has(index) ? 1 : 0))
}
