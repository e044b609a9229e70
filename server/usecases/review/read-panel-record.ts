import type {
  AmendedItem,
  ItemTally,
  PanelDecision,
  Perspective,
  Remark,
  Rewording,
  VotingRule,
} from '../../../schemas/types.ts'
import { hasWords } from '../../domain/review/changes.ts'
import { decidedParts, dissentsIn } from '../../domain/review/closing.ts'
import { isOpen } from '../../domain/review/remarks.ts'
import { seatCounts } from '../../domain/review/seats.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredMember, StoredReview } from '../../storage/review-port.ts'
import type { ProfileIdentity, Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { titleOf } from '../workshop/describe-workshop.ts'
import { describeText } from './describe-text.ts'
import { describeRemarks } from './describe-remarks.ts'
import { findReview, hidesPositions, namesAt, type Case } from './find-review.ts'
import { countPanel } from './load-panel.ts'

/** All that a panel has done, for its minutes and its public page: by perspective and organisation, names where they were given leave. */
export type PanelRecord = {
  readonly profileTitle: string
  readonly slug: string
  readonly round: number
  readonly rule: VotingRule
  readonly perspectives: readonly Perspective[]
  readonly composition: readonly RecordedSeat[]
  /** How many may take a position, by perspective. */
  readonly seats: Readonly<Record<string, number>>
  readonly meetings: readonly RecordedMeeting[]
  readonly parts: readonly { readonly number: string; readonly title: string; readonly tally: ItemTally }[]
  readonly amendments: readonly (AmendedItem & { readonly reason: string; readonly isEditorial: boolean })[]
  /** Those that have been answered. */
  readonly remarks: readonly Remark[]
  /** How many wait for an answer. */
  readonly openRemarks: number
  readonly rewordings: readonly Rewording[]
  /** The one that stands; of a review that is open, the one that was recalled last. */
  readonly decision: PanelDecision | null
  readonly dissents: PanelDecision['dissents']
  readonly version: string
  readonly published: string | null
}

export type RecordedSeat = Pick<StoredMember, 'organisation' | 'perspective' | 'part'> & {
  /** Null where the person has not agreed to be named, or is gone. */
  readonly name: string | null
  /** The one for whom a substitute stands in, as their organisation; null for nobody. */
  readonly standsInFor: string | null
  readonly recusals: readonly { readonly partTitle: string | null; readonly reason: string }[]
}

export type RecordedMeeting = {
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  /** Seat by seat; null where nobody noted it. */
  readonly wasPresent: readonly (boolean | null)[]
}

/** Whether a meeting has been held by then: its time has come, or it has been noted who was there. */
export function wasHeld({ startsAt, wasPresent }: RecordedMeeting, by: string): boolean {
  return startsAt <= by || wasPresent.some((was) => was !== null)
}

/** For those who run the panel, and its members. Throws review-not-found, and review-stage also while positions are hidden. */
export async function readPanelRecord(deps: Deps, asker: Asker, reviewId: string): Promise<PanelRecord> {
  return deps.storage.read(async (stores) => {
    const found = await findReview(stores, asker, reviewId, 'printMinutes')
    if (hidesPositions(found)) throw new ProblemError('review-stage')
    return recordOf(stores, found)
  })
}

/** What a panel did that stands behind a published version: public. Throws review-not-found where none does. */
export async function readPublicRecord(
  deps: Deps,
  { slug, version }: { slug: string; version: string },
): Promise<PanelRecord> {
  return deps.storage.read(async (stores) => {
    const found = await panelBehind(stores, slug, version)
    if (!found) throw new ProblemError('review-not-found')
    return recordOf(stores, found)
  })
}

/** The review that a version came of; undefined for one that was decided elsewhere. */
export async function panelBehind(stores: Readers, slug: string, version: string): Promise<Case | undefined> {
  const profile = await stores.profiles.find(slug)
  const review =
    profile && (await stores.reviews.list(profile.id)).find(({ published }) => published === version)
  return profile && review ? inPublic(stores, review, profile) : undefined
}

/** As anybody sees a review that has been published. */
async function inPublic(stores: Readers, review: StoredReview, profile: ProfileIdentity): Promise<Case> {
  const members = await stores.reviews.members(review.id)
  return { review, profile, members, me: undefined, standpoint: { may: () => false, place: null } }
}

async function recordOf(stores: Readers, found: Case): Promise<PanelRecord> {
  const { review, profile, members } = found
  const count = await countPanel(stores, found)
  const { text } = count.work
  const described = await describeText(stores, found, count.work)
  const decisions = (await stores.reviews.decisions(review.id)).map(
    ({ reviewId: _review, ...decision }) => decision,
  )
  const decision = decisions.find(({ recalledAt }) => recalledAt === null) ?? decisions[0] ?? null
  const isSealed = decision !== null && decision.recalledAt === null
  const { perspectives } = await readSettings(stores)
  const titles = new Map(text.parts.map(({ id, title }) => [id, title]))
  const names = await namesAt(stores, members)
  const remarks = (await describeRemarks(stores, found, text)).filter(
    ({ withdrawnAt }) => withdrawnAt === null,
  )
  return {
    profileTitle: await titleOf(stores, profile),
    slug: profile.slug,
    round: review.rounds.at(-1)?.number ?? 1,
    rule: review.rule,
    perspectives,
    composition: members.map((member) => ({
      organisation: member.organisation,
      perspective: member.perspective,
      part: member.part,
      name: member.isNamed ? (names.get(member.id) ?? null) : null,
      standsInFor: members.find(({ id }) => id === member.standsInFor)?.organisation ?? null,
      recusals: member.recusals.map(({ partId, reason }) => ({
        partTitle: partId === null ? null : (titles.get(partId) ?? ''),
        reason,
      })),
    })),
    seats: seatCounts(
      members,
      perspectives.map(({ id }) => id),
    ),
    meetings: await meetingsOf(stores, found),
    parts: isSealed ? decision.parts : decidedParts(count.counted),
    amendments: described.amendments.flatMap(({ items, reason, isEditorial }) =>
      items.filter(hasWords).map((item) => ({ ...item, reason, isEditorial })),
    ),
    remarks: remarks.filter(({ disposition }) => disposition !== null),
    openRemarks: remarks.filter(isOpen).length,
    rewordings: described.rewordings,
    decision,
    dissents: isSealed ? decision.dissents : dissentsIn(text, members, count.positions),
    version: described.version,
    published: review.published,
  }
}

/** Those that were not cancelled. */
async function meetingsOf({ reviews }: Readers, { review, members }: Case): Promise<RecordedMeeting[]> {
  const attendance = await reviews.attendance(review.id)
  const held = (await reviews.meetings(review.id)).filter(({ cancelledAt }) => cancelledAt === null)
  return held.map(({ id, startsAt, endsAt, place }) => ({
    startsAt,
    endsAt,
    place,
    wasPresent: members.map(
      (member) =>
        attendance.find(({ meetingId, memberId }) => meetingId === id && memberId === member.id)
          ?.wasPresent ?? null,
    ),
  }))
}
