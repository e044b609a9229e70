import type { MakeRemark, RemarkList } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredRemark } from '../../storage/review-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { actInReview, logAct, type Case } from './find-review.ts'
import { loadText } from './load-panel.ts'
import { findRemark, remarksFor } from './read-remarks.ts'

type InReview = { readonly reviewId: string; readonly remarkId: string }

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
