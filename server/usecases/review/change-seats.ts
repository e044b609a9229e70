import type { ConsentToName, RecuseMember, Review, StandIn } from '../../../schemas/types.ts'
import { mayStandInFor } from '../../domain/review/seats.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeReview } from './describe-review.ts'
import { actInReview, logAct, memberIn, type Case } from './find-review.ts'
import { loadText } from './load-panel.ts'

type Member = { readonly reviewId: string; readonly memberId: string }

/** Notes that a member takes no position on a part, or on the whole. What they have said stays, and does not count. */
export async function recuseMember(
  deps: Deps,
  asker: Asker,
  { reviewId, memberId, partId, reason }: RecuseMember & Member,
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'recuse' },
    async (stores, held) => {
      const member = memberIn(held, memberId)
      await requirePart(stores, held, partId)
      // A request that is repeated says the same again.
      if (member.recusals.some((former) => former.partId === partId && former.reason === reason)) return
      const recusal = { id: deps.newId(), partId, reason, at: deps.now().toISOString() }
      await stores.reviews.saveMember({ ...member, recusals: [...member.recusals, recusal] })
      await logAct(deps, stores, asker, held, 'member-recused', { about: memberId })
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

export async function liftRecusal(
  deps: Deps,
  asker: Asker,
  { reviewId, memberId, recusalId }: Member & { recusalId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'recuse' },
    async (stores, held) => {
      const member = memberIn(held, memberId)
      const recusals = member.recusals.filter(({ id }) => id !== recusalId)
      if (recusals.length === member.recusals.length) return
      await stores.reviews.saveMember({ ...member, recusals })
      await logAct(deps, stores, asker, held, 'recusal-lifted', { about: memberId })
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Throws item-not-found for a part that the text does not have. */
async function requirePart(stores: Readers, held: Case, partId: string | null): Promise<void> {
  if (partId === null) return
  const { text } = await loadText(stores, held)
  if (!text.parts.some(({ id }) => id === partId))
    throw new ProblemError('item-not-found', { itemId: partId })
}

/**
 * Lets a substitute stand in for a member, whose positions do not count as long as it lasts; null lets the member come
 * back. Throws composition-unsound for somebody who is no substitute of that perspective, or stands in already.
 */
export async function standIn(
  deps: Deps,
  asker: Asker,
  { reviewId, memberId, substituteId }: StandIn & Member,
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'standIn' },
    async (stores, held) => {
      const member = memberIn(held, memberId)
      const former = held.members.find(({ standsInFor }) => standsInFor === memberId)
      if (former) await stores.reviews.saveMember({ ...former, standsInFor: null })
      if (substituteId === null) {
        await logAct(deps, stores, asker, held, 'stood-back', { about: memberId })
        return
      }
      const substitute = memberIn(held, substituteId)
      if (!mayStandInFor(substitute, member)) throw new ProblemError('composition-unsound')
      await stores.reviews.saveMember({ ...substitute, standsInFor: memberId })
      await logAct(deps, stores, asker, held, 'stood-in', { about: substituteId })
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Whether one is named in minutes and on the decision page: one's own choice, at any time. */
export async function consentToName(
  deps: Deps,
  asker: Asker,
  { reviewId, isNamed }: ConsentToName & { reviewId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'consentToName' },
    async (stores, held) => {
      if (!held.me) throw new ProblemError('member-not-found')
      await stores.reviews.saveMember({ ...held.me, isNamed })
      await logAct(deps, stores, asker, held, 'name-consented', { about: held.me.id })
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}
