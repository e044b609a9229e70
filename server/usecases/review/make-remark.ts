import type { MakeRemark, RemarkList, Role, SettleRemark } from '../../../schemas/types.ts'
import { coveredBy } from '../../domain/people/grants.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredRemark } from '../../storage/review-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { placeOf } from '../profile/find-profile.ts'
import { describeRemarks } from './describe-remarks.ts'
import { actInReview, findReview, logAct, type Case } from './find-review.ts'
import { loadText } from './load-panel.ts'
import { mailTo, peopleBy } from './tell-people.ts'

type InReview = { readonly reviewId: string; readonly remarkId: string }

/** The remarks that the asker may see. */
export async function listRemarks(deps: Deps, asker: Asker, reviewId: string): Promise<RemarkList> {
  return deps.storage.read(async (stores) => remarksFor(stores, asker, reviewId))
}

/**
 * Makes a remark, or proposes other words; observers too. Throws request-invalid for one that says nothing, and for a
 * proposal that is not about an item; words-unknown.
 */
export async function makeRemark(
  deps: Deps,
  asker: Asker,
  { reviewId, ...remark }: MakeRemark & { reviewId: string },
): Promise<RemarkList> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'remark', actId: remark.id },
    async (stores, held) => {
      if (!held.me) throw new ProblemError('member-not-found')
      requireWords(remark)
      await requireSeen(stores, held, remark)
      const stored: StoredRemark = {
        ...remark,
        reviewId,
        memberId: held.me.id,
        at: deps.now().toISOString(),
        round: held.review.rounds.at(-1)?.number ?? 1,
        withdrawnAt: null,
        disposition: null,
      }
      await stores.reviews.saveRemark(stored)
      await logAct(deps, stores, asker, held, 'remark-made', { about: remark.id, hash: remark.anchor.hash })
    },
    (stores) => remarksFor(stores, asker, reviewId),
  )
}

/** Takes one's own remark back, as long as nobody has answered it. Throws remark-not-found, remark-settled. */
export async function withdrawRemark(
  deps: Deps,
  asker: Asker,
  { reviewId, remarkId }: InReview,
): Promise<RemarkList> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'remark' },
    async (stores, held) => {
      const remark = await findRemark(stores, reviewId, remarkId)
      if (remark.memberId !== held.me?.id) throw new ProblemError('remark-not-found')
      if (remark.disposition) throw new ProblemError('remark-settled')
      if (remark.withdrawnAt !== null) return
      await stores.reviews.saveRemark({ ...remark, withdrawnAt: deps.now().toISOString() })
      await logAct(deps, stores, asker, held, 'remark-withdrawn', { about: remarkId })
    },
    (stores) => remarksFor(stores, asker, reviewId),
  )
}

/** Says what becomes of a remark, in a named role; its author is told. Throws remark-not-found, amendment-not-found. */
export async function settleRemark(
  deps: Deps,
  asker: Asker,
  { reviewId, remarkId, ...settled }: SettleRemark & InReview,
): Promise<RemarkList> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'settle' },
    async (stores, held) => {
      const remark = await findRemark(stores, reviewId, remarkId)
      if (remark.withdrawnAt !== null) throw new ProblemError('remark-not-found')
      const amendments = await stores.reviews.amendments(reviewId)
      if (settled.amendmentId !== null && !amendments.some(({ id }) => id === settled.amendmentId))
        throw new ProblemError('amendment-not-found')
      await settle(deps, stores, asker, held, remark, settled)
    },
    (stores) => remarksFor(stores, asker, reviewId),
  )
}

/** The same, in the transaction of what it came of. */
export async function settle(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  held: Case,
  remark: StoredRemark,
  { outcome, reason, amendmentId }: SettleRemark,
): Promise<void> {
  const disposition = {
    outcome,
    reason,
    amendmentId,
    byRole: roleOf(asker, held),
    by: asker.personId,
    at: deps.now().toISOString(),
  }
  await stores.reviews.saveRemark({ ...remark, disposition })
  await logAct(deps, stores, asker, held, 'remark-settled', { about: remark.id })
  const author = held.members.find(({ id }) => id === remark.memberId)
  if (!author || remark.disposition) return
  const people = await peopleBy(stores, [author.personId])
  await mailTo(deps, stores, asker, people, 'remark-settled', held.review.id)
}

/** Throws remark-not-found. */
export async function findRemark(
  { reviews }: Pick<Writers, 'reviews'>,
  reviewId: string,
  remarkId: string,
): Promise<StoredRemark> {
  const remark = (await reviews.remarks(reviewId)).find(({ id }) => id === remarkId)
  if (!remark) throw new ProblemError('remark-not-found')
  return remark
}

/** As what somebody settles: the first of these that they have there. */
function roleOf({ viewer }: Asker, { profile }: Case): Role {
  const roles = ['coordinator', 'editor', 'administrator'] as const
  return (
    roles.find((role) =>
      viewer.grants.some((grant) => grant.role === role && coveredBy(grant, placeOf(profile))),
    ) ?? 'coordinator'
  )
}

function requireWords({ text, proposal, anchor }: Omit<MakeRemark, 'id'>): void {
  const saysSomething = text.trim() !== '' || proposal !== null
  const fits = proposal === null || anchor.scope === 'item'
  const isAnchored =
    anchor.scope === 'whole' ? anchor.itemId === null : anchor.itemId !== null && anchor.hash !== null
  if (saysSomething && fits && isAnchored) return
  throw new ProblemError('request-invalid', {}, [
    saysSomething
      ? { pointer: '/anchor', code: 'anchor', detail: 'must name what it is about' }
      : { pointer: '/text', code: 'required', detail: 'must say something, or propose words' },
  ])
}

async function requireSeen(
  stores: Writers,
  held: Case,
  { anchor }: Pick<MakeRemark, 'anchor'>,
): Promise<void> {
  if (anchor.scope === 'whole') return
  const { text } = await loadText(stores, held)
  const seen = text.states.some(({ parts }) =>
    parts.some((part) =>
      anchor.scope === 'part'
        ? part.id === anchor.itemId && part.hash === anchor.hash
        : part.items.some(({ id, hash }) => id === anchor.itemId && hash === anchor.hash),
    ),
  )
  if (!seen) throw new ProblemError('words-unknown', { itemId: anchor.itemId })
}

async function remarksFor(
  stores: Parameters<typeof findReview>[0],
  asker: Asker,
  reviewId: string,
): Promise<RemarkList> {
  const found = await findReview(stores, asker, reviewId, 'readText')
  return { items: await describeRemarks(stores, found, (await loadText(stores, found)).text) }
}
