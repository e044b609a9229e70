import type { LoggedEvent, ReviewActs } from '../../../schemas/types.ts'
import { reaches, type Act as ProfileAct } from '../../domain/people/abilities.ts'
import {
  isUnfinished,
  mayInReview,
  reachesInReview,
  REVIEW_ACT_NAMES,
  type ReviewAct,
  type Standpoint,
} from '../../domain/review/acts.ts'
import { entitled } from '../../domain/review/seats.ts'
import { isHidden } from '../../domain/review/visibility.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredMember, StoredReview } from '../../storage/review-port.ts'
import type { ProfileIdentity, Readers, Writers } from '../../storage/storage.ts'
import { refusalFor, requirePerson, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { placeOf } from '../profile/find-profile.ts'

/** A review, and who asks about it. */
export type Case = {
  readonly review: StoredReview
  readonly profile: ProfileIdentity
  readonly members: readonly StoredMember[]
  /** The asker's place at the panel. */
  readonly me: StoredMember | undefined
  readonly standpoint: Standpoint
}

/**
 * A review, for somebody who wants to do that in it. Throws not-signed-in; review-not-found, also to those who may not
 * know of it; not-allowed; and review-stage when it has come to where that cannot be done.
 */
export async function findReview(
  stores: Readers,
  asker: Asker,
  reviewId: string,
  act: ReviewAct,
): Promise<Case> {
  requirePerson(asker)
  const review = await stores.reviews.find(reviewId)
  return allow(await caseOf(stores, asker, review), asker, act)
}

/** Every review that the asker may know of, of one profile. */
export async function casesOf(stores: Readers, asker: Asker, profile: ProfileIdentity): Promise<Case[]> {
  const cases: Case[] = []
  for (const review of await stores.reviews.list(profile.id)) {
    const found = await caseOf(stores, asker, review)
    if (found && reachesInReview(found.standpoint, 'readText')) cases.push(found)
  }
  return cases
}

/** The profile's review that is under way, whoever asks. */
export async function unfinishedReview(
  { reviews }: Pick<Readers, 'reviews'>,
  profileId: string,
): Promise<StoredReview | undefined> {
  return (await reviews.list(profileId)).find(({ status }) => isUnfinished(status))
}

/** A review with who asks about it; undefined where there is none, or its profile is gone. Whether they may see it is not asked. */
export async function caseOf(
  stores: Readers,
  asker: Asker,
  review: StoredReview | undefined,
): Promise<Case | undefined> {
  const profile = review && (await stores.profiles.findById(review.profileId))
  if (!profile) return undefined
  const members = await stores.reviews.members(review.id)
  const may = (act: ProfileAct) => reaches(asker.viewer, act, placeOf(profile))
  // Who is proposed is not yet on the panel: the steering group has its say first. And a place opens nothing to somebody
  // from whom an administrator has taken the role.
  const hasPlace =
    (review.status !== 'preparing' || review.composition.status === 'approved') && may('takePart')
  const me = hasPlace && asker.personId !== null ? seatOf(members, asker.personId) : undefined
  const isEntitled = me !== undefined && entitled(members, null).includes(me)
  const standpoint: Standpoint = { may, place: me ? { part: me.part, isEntitled } : null }
  return { review, profile, members, me, standpoint }
}

function allow(found: Case | undefined, asker: Asker, act: ReviewAct): Case {
  if (!found || !reachesInReview(found.standpoint, 'readText')) throw new ProblemError('review-not-found')
  const { standpoint, review } = found
  if (!reachesInReview(standpoint, act)) throw refusalFor(asker)
  if (!mayInReview(standpoint, act, review.status)) throw new ProblemError('review-stage')
  return found
}

/** Whether what members say is hidden just now. */
export function hidesPositions({ review }: Pick<Case, 'review'>): boolean {
  return isHidden({ ...review, round: review.rounds.at(-1) ?? null })
}

/** What the asker may do in the review as it stands. */
export function actsIn({ standpoint, review }: Case): ReviewActs {
  const may = (act: ReviewAct) => mayInReview(standpoint, act, review.status)
  return Object.fromEntries(REVIEW_ACT_NAMES.map((act) => [act, may(act)])) as Record<ReviewAct, boolean>
}

export type Act = {
  readonly reviewId: string
  readonly act: ReviewAct
  /** An act that its doer has given an id: the same one twice does no more than once. */
  readonly actId?: string
}

/**
 * The one way in which anything happens in a review: held for the transaction, so that acts in one review follow on each
 * other; allowed by the table; and told to everyone who has it open when it is kept.
 */
export async function actInReview<T>(
  deps: Deps,
  asker: Asker,
  { reviewId, act, actId }: Act,
  work: (stores: Writers, held: Case) => Promise<void>,
  answer: (stores: Writers) => Promise<T>,
): Promise<T> {
  requirePerson(asker)
  return deps.storage.write(async (stores) => {
    const found = await caseOf(stores, asker, await stores.reviews.hold(reviewId))
    // What has been carried out is answered for also when the review has moved on: its doer may never have heard.
    const isDone = actId !== undefined && (await stores.reviews.hasDone(reviewId, actId))
    const held = allow(found, asker, isDone ? 'readText' : act)
    if (!isDone) {
      await work(stores, held)
      if (actId !== undefined) await stores.reviews.noteAct(reviewId, actId, deps.now().toISOString())
      stores.afterCommit(() => deps.announce({ kind: 'review-changed', reviewId }))
    }
    return answer(stores)
  })
}

type PanelAct = Extract<LoggedEvent, { kind: 'panel-act' }>['act']

/** Adds to the log what somebody does in a review; what they say of words stands in no log. */
export async function logAct(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  { review, profile }: Pick<Case, 'review' | 'profile'>,
  act: PanelAct,
  { about = null, hash = null }: { about?: string | null; hash?: string | null } = {},
): Promise<void> {
  const event = { kind: 'panel-act', act, reviewId: review.id, about, hash } as const
  await logEvent(deps, stores, asker.personId, event, profile.id)
}

/** A place at the panel. Throws member-not-found. */
export function memberIn({ members }: Case, memberId: string): StoredMember {
  const member = members.find(({ id }) => id === memberId)
  if (!member) throw new ProblemError('member-not-found')
  return member
}

/**
 * What those at the panel are called, by their places: as they were proposed until it is opened, and then as they call
 * themselves; those who have been erased are not there.
 */
export async function namesAt(
  { people }: Pick<Readers, 'people'>,
  members: readonly StoredMember[],
): Promise<ReadonlyMap<string, string>> {
  const names = await people.names(members.flatMap(({ personId }) => personId ?? []))
  return new Map(
    members.flatMap(({ id, personId, proposedAs }) => {
      const name = names.get(personId ?? '')
      return name === undefined ? [] : [[id, proposedAs ?? name] as const]
    }),
  )
}

function seatOf(members: readonly StoredMember[], personId: string): StoredMember | undefined {
  return members.find((member) => member.personId === personId)
}
