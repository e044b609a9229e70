import type { MemberDesk } from '../../../schemas/types.ts'
import { holdsOf, partsChangedBy } from '../../domain/review/editorial.ts'
import { leftToDo, minutesFor } from '../../domain/review/left-to-do.ts'
import { readingKey } from '../../domain/review/panel-text.ts'
import { entitled } from '../../domain/review/seats.ts'
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
    review: await describeReview(deps, stores, asker, review.id),
    me,
    text: await describeText(stores, found, work),
    positions: mine.map((position) => describePosition(position, work)),
    changes: left.changes.map((change) => ({
      ...change,
      reasons: reasonsFor(change.itemId, change.seen, work),
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

/** Whether nothing has changed in what a position was given on, but what has been confirmed as editorial. */
function isCurrent({ scope, itemId, hash }: StoredPosition, text: PanelWork['text']): boolean {
  if (scope === 'item') {
    const item = text.parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)
    return item !== undefined && holdsOf(text.kept, itemId, hash, item.hash)
  }
  const part = text.parts.find(({ id }) => id === itemId)
  const seen = text.readings.get(readingKey(itemId, hash))
  return (
    part !== undefined &&
    seen !== undefined &&
    part.items.every((item) => holdsOf(text.kept, item.id, seen.get(item.id) ?? '', item.hash))
  )
}

/** Why an item has the words that it has: the reasons of the amendments since the words that were seen. */
function reasonsFor(itemId: string, seen: string, { text, amendments }: PanelWork): string[] {
  const reasons: string[] = []
  let former: string | undefined
  for (const { parts, amendmentId } of text.states) {
    const wording = parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)?.wording
    if (wording === seen) reasons.length = 0
    else if (wording !== former && amendmentId !== null) {
      const reason = amendments.find(({ id }) => id === amendmentId)?.reason
      if (reason) reasons.push(reason)
    }
    former = wording
  }
  return reasons
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
