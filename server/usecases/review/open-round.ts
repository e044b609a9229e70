import type { HandOver, OpenRound, Review, ReviewRound } from '../../../schemas/types.ts'
import { goTo } from '../../domain/review/acts.ts'
import { ProblemError } from '../../problems.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeReview } from './describe-review.ts'
import { actInReview, logAct } from './find-review.ts'
import { loadText } from './load-panel.ts'
import { freeze } from './submit-draft.ts'
import { mailTo, peopleBy } from './tell-people.ts'

/**
 * Opens a round. The first one after a submission is on what was submitted; a later one on the panel's text with its
 * amendments, or on the draft as it stands, frozen into a revision of its own. Positions stand wherever the words do. Throws
 * composition-not-approved, draft-incomplete, draft-not-found.
 */
export async function openRound(
  deps: Deps,
  asker: Asker,
  { reviewId, kind, answerBy, text, tellMembers }: OpenRound & { reviewId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'open' },
    async (stores, held) => {
      const { review, profile } = held
      if (review.composition.status !== 'approved') throw new ProblemError('composition-not-approved')
      if (review.status !== 'preparing') {
        const draft = text === 'draft' ? await stores.drafts.find(profile.id) : undefined
        if (text === 'draft' && !draft) throw new ProblemError('draft-not-found', { slug: profile.slug })
        await freeze(deps, stores, review, draft ?? (await loadText(stores, held)).text)
      }
      const at = deps.now().toISOString()
      const number = (await stores.reviews.revisions(reviewId)).length
      const round: ReviewRound = { number, kind, openedAt: at, answerBy, revealedAt: null }
      for (const member of held.members.filter(({ proposedAs }) => proposedAs !== null))
        await stores.reviews.saveMember({ ...member, proposedAs: null })
      await stores.reviews.save({
        ...goTo(review, 'open', 'open'),
        rounds: [...review.rounds.map((former) => revealed(former, at)), round],
        turns: [...review.turns, { to: 'members', at }],
      })
      await logAct(deps, stores, asker, held, 'round-opened')
      if (!tellMembers) return
      const people = await peopleBy(
        stores,
        held.members.map(({ personId }) => personId),
      )
      await mailTo(deps, stores, asker, people, 'review-opened', reviewId)
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Ends the quiet of a quiet round: from now on the panel sees what its members say. */
export async function revealRound(deps: Deps, asker: Asker, reviewId: string): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'handOver' },
    async (stores, held) => {
      const at = deps.now().toISOString()
      const rounds = held.review.rounds.map((round) => revealed(round, at))
      await stores.reviews.save({ ...held.review, rounds })
      await logAct(deps, stores, asker, held, 'round-revealed')
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Says whose turn it is: the members' clock stands still while it is the editors'. */
export async function handOver(
  deps: Deps,
  asker: Asker,
  { reviewId, to }: HandOver & { reviewId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'handOver' },
    async (stores, held) => {
      if (held.review.turns.at(-1)?.to === to) return
      const turns = [...held.review.turns, { to, at: deps.now().toISOString() }]
      await stores.reviews.save({ ...held.review, turns })
      await logAct(deps, stores, asker, held, 'turn-changed')
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

function revealed(round: ReviewRound, at: string): ReviewRound {
  return round.kind === 'quiet' && round.revealedAt === null ? { ...round, revealedAt: at } : round
}
