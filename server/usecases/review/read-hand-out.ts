import type { OccupationalProfile, Perspective, VotingRule } from '../../../schemas/types.ts'
import { seatCounts } from '../../domain/review/seats.ts'
import { isInside } from '../../domain/review/visibility.ts'
import type { StoredMeeting } from '../../storage/review-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { describeText } from './describe-text.ts'
import { findReview } from './find-review.ts'
import { loadText } from './load-panel.ts'

/** What the panel's hand-out is printed from. */
export type HandOut = {
  readonly reviewId: string
  readonly profile: OccupationalProfile
  readonly round: number
  readonly frozenAt: string
  readonly changes: readonly { readonly number: string; readonly wording: string; readonly former: string }[]
  /** The next meeting that is not cancelled. */
  readonly meeting: StoredMeeting | null
  readonly rule: VotingRule
  readonly perspectives: readonly Perspective[]
  /** How many may take a position, by perspective. */
  readonly seats: Readonly<Record<string, number>>
}

/** Throws review-not-found. */
export async function readHandOut(deps: Deps, asker: Asker, reviewId: string): Promise<HandOut> {
  return deps.storage.read(async (stores) => {
    const found = await findReview(stores, asker, reviewId, 'readText')
    const { review, members } = found
    const work = await loadText(stores, found)
    const { amendments } = await describeText(stores, found, work)
    const revision = (await stores.reviews.revisions(reviewId)).at(-1)
    const now = deps.now().toISOString()
    const meetings = (await stores.reviews.meetings(reviewId)).filter(
      ({ cancelledAt }) => cancelledAt === null,
    )
    const meeting = meetings.find(({ endsAt }) => endsAt > now)
    // Whoever has the link can walk into the room.
    const inside = isInside(found.standpoint)
    const { perspectives } = await readSettings(stores)
    return {
      reviewId,
      profile: work.text.profile,
      round: revision?.number ?? 1,
      frozenAt: revision?.at ?? review.submittedAt,
      changes: amendments
        .filter(({ round }) => round === revision?.number)
        .flatMap(({ items }) => items)
        .filter(({ wording }) => wording !== ''),
      meeting: meeting ? { ...meeting, video: inside ? meeting.video : '' } : null,
      rule: review.rule,
      perspectives,
      seats: seatCounts(
        members,
        perspectives.map(({ id }) => id),
      ),
    }
  })
}
