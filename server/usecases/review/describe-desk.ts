import type { MemberDesk } from '../../../schemas/types.ts'
import { partsChangedBy } from '../../domain/review/editorial.ts'
import { reasonsSince } from '../../domain/review/changes.ts'
import { leftToDo, minutesFor } from '../../domain/review/left-to-do.ts'
import { entitled } from '../../domain/review/seats.ts'
import { isCurrent } from '../../domain/review/standing.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredPosition } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeRemarks } from './describe-remarks.ts'
import { describeMe, describeReview } from './describe-review.ts'
import { describeTally } from './describe-tally.ts'
import { describeText } from './describe-text.ts'
import { findReview, type Case } from './find-review.ts'
import { countPanel, type PanelWork } from './load-panel.ts'

/** All that a member needs for their work, in one answer. Throws review-not-found, also to those who have no place. */
export async function readDesk(deps: Deps, asker: Asker, reviewId: string): Promise<MemberDesk> {
  return deps.storage.read(async (stores) =>
    describeDesk(deps, stores, asker, await findReview(stores, asker, reviewId, 'readText')),
  )
}

/** A member's whole work with a review, of the work that has been found. Throws review-not-found to somebody without a place. */
export async function describeDesk(
  deps: Deps,
  stores: Readers,
  asker: Asker,
  found: Case,
): Promise<MemberDesk> {
  const { review, members } = found
  const me = await describeMe(stores, found)
  if (!me) throw new ProblemError('review-not-found')
  const count = await countPanel(stores, found)
  const { work } = count
  const mine = count.positions.filter(({ memberId }) => memberId === me.id)
  const parts = work.text.parts.filter((part) => entitled(members, part.id).some(({ id }) => id === me.id))
  const left = leftToDo(work.text, parts, mine)
  return {
    review: await describeReview(deps, stores, asker, review.id, found),
    me,
    text: await describeText(stores, found, work),
    positions: mine.map((position) => describePosition(position, work)),
    changes: left.changes.map(({ seenHash, ...change }) => ({
      ...change,
      reasons: reasonsSince(seenHash, change.itemId, work.text.states, work.amendments),
    })),
    unanswered: [...left.unanswered],
    minutes: minutesFor(left),
    toConfirm: toConfirm(found, work),
    remarks: await describeRemarks(stores, found, work.text),
    tally: await describeTally(stores, found, count),
    ratings: (await stores.reviews.ratings(review.id))
      .filter(({ memberId, round }) => memberId === me.id && round === review.rounds.at(-1)?.number)
      .map(({ partId, importance, clarity }) => ({ partId, importance, clarity })),
  }
}

function describePosition(position: StoredPosition, { text }: PanelWork): MemberDesk['positions'][number] {
  const { reviewId: _review, memberId: _member, seq: _seq, ...told } = position
  return { ...told, isCurrent: isCurrent(position, text) }
}

/** Amendments that are said to be editorial, and on which the member has not said what they think. */
function toConfirm(
  { me, members, standpoint }: Case,
  { text, amendments, confirmations, confirmed }: PanelWork,
): string[] {
  if (!standpoint.place?.isEntitled) return []
  const mayOn = (partId: string) => entitled(members, partId).some(({ id }) => id === me?.id)
  return amendments
    .filter(
      ({ id, claimsEditorial }) =>
        claimsEditorial &&
        partsChangedBy(text.states, id).every(mayOn) &&
        !confirmed.includes(id) &&
        !confirmations.some(
          ({ amendmentId, memberId, confirms }) => amendmentId === id && (memberId === me?.id || !confirms),
        ),
    )
    .map(({ id }) => id)
}
