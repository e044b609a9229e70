import type {
  ItemTally,
  MemberMark as Mark,
  MissingVote,
  PartTally,
  PositionKind,
  ReviewTally,
  TallyCell as Cell,
  WaitingFor,
} from '../../../schemas/types.ts'
import { makeAgenda } from '../../domain/review/agenda.ts'
import { isOpen } from '../../domain/review/remarks.ts'
import { entitled } from '../../domain/review/seats.ts'
import type { CountedPart, Said } from '../../domain/review/tally-text.ts'
import { isInside } from '../../domain/review/visibility.ts'
import type { StoredRating } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeRemarks } from './describe-remarks.ts'
import { findReview, hidesPositions, type Case } from './find-review.ts'
import { countPanel, type Count } from './load-panel.ts'

/** How the panel stands, as far as the asker may see. Throws review-not-found. */
export async function readTally(deps: Deps, asker: Asker, reviewId: string): Promise<ReviewTally> {
  return deps.storage.read(async (stores) =>
    describeTally(stores, await findReview(stores, asker, reviewId, 'readTally')),
  )
}

/** How long the meeting is taken to be where none is planned. */
const MEETING_MINUTES = 120

/**
 * The table of the panel. Who says what is told to those who run the panel and those who sit on it; others see it by
 * perspective. While it is hidden, nobody is told more than how many have answered, and those who run the panel who has
 * something left.
 */
export async function describeTally(stores: Readers, found: Case, loaded?: Count): Promise<ReviewTally> {
  const count = loaded ?? (await countPanel(stores, found))
  const { review, standpoint } = found
  const isTold = {
    hidden: hidesPositions(found),
    leads: standpoint.may('leadPanel'),
    inside: isInside(standpoint),
  }
  const open = (await describeRemarks(stores, found, count.work.text)).filter(isOpen)
  const parts = count.counted.map((part) =>
    describePart(part, open.filter(({ partId }) => partId === part.part.id).length, isTold),
  )
  const ratings = isTold.hidden ? [] : await stores.reviews.ratings(review.id)
  const waitingFor = whoHasSomethingLeft(found, count)
  const seats = entitled(found.members, null)
  return {
    reviewId: review.id,
    textDigest: count.work.text.digest,
    isHidden: isTold.hidden,
    parts,
    ready: isTold.hidden ? 0 : parts.filter(({ state }) => state === 'ready').length,
    agenda: makeAgenda(
      parts.map(({ partId, number, title, state, openRemarks }, index) => ({
        partId,
        number,
        title,
        state,
        openRemarks,
        positions: countsOf(isTold.hidden ? [] : (count.counted[index]?.marks ?? [])),
        importance: importanceOf(partId, ratings),
      })),
      await minutesOfMeeting(stores, found),
    ),
    waitingFor: isTold.leads || (isTold.inside && !isTold.hidden) ? waitingFor : [],
    entitled: seats.length,
    answered: seats.length - waitingFor.length,
  }
}

type Told = { readonly hidden: boolean; readonly inside: boolean; readonly leads: boolean }

function describePart(
  { part, state, items, worst, marks, onFrame }: CountedPart,
  openRemarks: number,
  told: Told,
): PartTally {
  const frame = items[0]?.tally
  const isWhole = worst.item.kind === 'frame' || sameTally(worst.tally, frame)
  // Which of its words stands worst tells what somebody has said of it: where that is hidden, the one that has the fewest answers speaks for all.
  const shown = told.hidden ? fewestAnswers(items, worst.tally) : worst.tally
  return {
    partId: part.id,
    number: part.number,
    title: part.title,
    state: told.hidden ? 'waiting' : state,
    hasChanges: !told.hidden && items.some(({ tally }) => tally.hasChanges),
    missing: told.hidden ? shown.missing.filter(isAboutAnswers) : [...shown.missing],
    about: isWhole || told.hidden ? null : worst.item.id,
    aboutNumber: isWhole || told.hidden ? '' : worst.item.number,
    cells: shown.perspectives.map(({ perspective, state: cell }) => ({
      perspective,
      state: told.hidden ? hiddenState(shown, perspective) : worstState(items, perspective, cell),
      marks: describeMarks(
        marks.filter(({ seat }) => seat.perspective === perspective),
        told,
      ),
    })),
    openRemarks,
    staleAnswers: marks.filter(({ mark, progress }) => (told.hidden ? progress : mark) === 'stale').length,
    contested: told.hidden
      ? []
      : items
          .filter(({ unlike }) => unlike.length > 0)
          .map(({ item, tally, unlike }) => ({
            itemId: item.id,
            number: item.number,
            wording: item.wording,
            tally,
            unlike: byName(unlike, told),
          })),
    rest: told.hidden || !frame ? null : { tally: frame, marks: byName(onFrame, told) },
  }
}

/** Who says what, for those who sit on the panel or run it; for others nothing but the tally. */
function byName(said: readonly Said[], { inside }: Told): Mark[] {
  return inside ? said.map(({ seat, mark }) => ({ memberId: seat.id, mark })) : []
}

/** Where it is hidden, a mark says that somebody has answered; and not even the order says who. */
function describeMarks(marks: CountedPart['marks'], { hidden, inside }: Told): Mark[] {
  const shown = marks.map(({ seat, mark, progress }) => ({
    memberId: inside && !hidden ? seat.id : null,
    mark: hidden ? progress : mark,
  }))
  return inside && !hidden ? shown : shown.sort((a, b) => (a.mark < b.mark ? -1 : 1))
}

function fewestAnswers(items: CountedPart['items'], first: ItemTally): ItemTally {
  const lacking = ({ missing }: ItemTally) =>
    missing.filter(isAboutAnswers).reduce((sum, vote) => sum + vote.missing, 0)
  return items
    .map(({ tally }) => tally)
    .reduce((fewest, tally) => (lacking(tally) > lacking(fewest) ? tally : fewest), items[0]?.tally ?? first)
}

/** Whether it is said of who has answered, and not of what. */
export function isAboutAnswers({ kind }: MissingVote): boolean {
  return kind === 'answers-in-all' || kind === 'answers-of-perspective' || kind === 'nobody-left'
}

function hiddenState({ missing }: ItemTally, of: string): Cell['state'] {
  const isShort = missing.some(
    ({ kind, perspective }) => kind === 'answers-of-perspective' && perspective === of,
  )
  return isShort ? 'short' : 'enough'
}

const GRAVITY = { enough: 0, short: 1, absent: 2, stopped: 3 } as const

/** What stands worst for a perspective in any item of the part. */
function worstState(items: CountedPart['items'], of: string, first: Cell['state']): Cell['state'] {
  return items
    .flatMap(({ tally }) => tally.perspectives.filter(({ perspective }) => perspective === of))
    .reduce((worst, { state }) => (GRAVITY[state] > GRAVITY[worst] ? state : worst), first)
}

function sameTally(one: ItemTally | undefined, other: ItemTally | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** Those who may take positions, and have not done so on everything as it stands. */
export function whoHasSomethingLeft(
  { members }: Pick<Case, 'members'>,
  { counted }: Pick<Count, 'counted'>,
): WaitingFor[] {
  const left = new Map<string, WaitingFor>()
  for (const { id } of entitled(members, null)) left.set(id, { memberId: id, parts: 0, changes: 0 })
  for (const { seat, progress, stale } of counted.flatMap(({ marks }) => marks)) {
    const theirs = left.get(seat.id)
    if (!theirs) continue
    if (progress === 'none') theirs.parts += 1
    else theirs.changes += stale
  }
  return [...left.values()].filter(({ parts, changes }) => parts + changes > 0)
}

function countsOf(marks: CountedPart['marks']): Record<PositionKind, number> {
  const counted = (kind: PositionKind) => marks.filter(({ mark }) => mark === kind).length
  return {
    agree: counted('agree'),
    agreeWithChange: counted('agreeWithChange'),
    disagree: counted('disagree'),
    abstain: counted('abstain'),
  }
}

/** The mean of what members have said; null where nobody has rated it. */
function importanceOf(partId: string, ratings: readonly StoredRating[]): number | null {
  const said = ratings.filter((rating) => rating.partId === partId).map(({ importance }) => importance)
  return said.length === 0 ? null : said.reduce((sum, each) => sum + each, 0) / said.length
}

async function minutesOfMeeting({ reviews }: Readers, { review }: Case): Promise<number> {
  const meetings = (await reviews.meetings(review.id)).filter(({ cancelledAt }) => cancelledAt === null)
  const next = meetings.at(-1)
  return next ? Math.round((Date.parse(next.endsAt) - Date.parse(next.startsAt)) / 60_000) : MEETING_MINUTES
}
