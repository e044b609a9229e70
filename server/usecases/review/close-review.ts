import type { Closing, CloseReview, PanelDecision, Review } from '../../../schemas/types.ts'
import {
  closingState,
  decidedParts,
  dissentsIn,
  obstaclesTo,
  possibleOutcomes,
  recallableUntil,
  STATUS_AFTER,
} from '../../domain/review/closing.ts'
import { goTo } from '../../domain/review/acts.ts'
import { isOpen, placesIn } from '../../domain/review/remarks.ts'
import { entitled } from '../../domain/review/seats.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { swedishDay } from '../swedish-day.ts'
import { describeReview } from './describe-review.ts'
import { isAboutAnswers } from './describe-tally.ts'
import { readRewordings } from './describe-text.ts'
import {
  actInReview,
  findReview,
  hidesPositions,
  logAct,
  unfinishedReview,
  type Case,
} from './find-review.ts'
import { countPanel, type Count } from './load-panel.ts'
import { mailTo, peopleBy } from './tell-people.ts'

/** What closing now would come to, for those who may close. Throws review-not-found, review-stage. */
export async function readClosing(deps: Deps, asker: Asker, reviewId: string): Promise<Closing> {
  return deps.storage.read(async (stores) => {
    const found = await findReview(stores, asker, reviewId, 'close')
    const { closing, count } = await prepare(stores, found)
    // What is hidden until it closes is hidden here too: who closes sees what is possible, and not who stands where.
    return hidesPositions(found) ? withoutPositions(closing, count) : closing
  })
}

/**
 * Closes the review: the outcome is what the standing positions and the rule allow, and it is stored once, with all that it
 * rests on. Throws review-changed when anything has come since it was shown, outcome-impossible, request-invalid for a day
 * that is still to come.
 */
export async function closeReview(
  deps: Deps,
  asker: Asker,
  { reviewId, state, outcome, ...decision }: CloseReview & { reviewId: string },
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'close' },
    async (stores, held) => {
      const { closing, count } = await prepare(stores, held)
      if (closing.state !== state) throw new ProblemError('review-changed')
      if (!closing.possible.includes(outcome)) throw new ProblemError('outcome-impossible')
      const at = deps.now().toISOString()
      if (decision.decidedOn > swedishDay(new Date(at))) {
        throw new ProblemError('request-invalid', {}, [
          { pointer: '/decidedOn', code: 'not-yet', detail: 'must not be after today' },
        ])
      }
      const id = deps.newId()
      await stores.reviews.insertDecision({
        ...decision,
        id,
        reviewId,
        outcome,
        at,
        round: held.review.rounds.at(-1)?.number ?? 1,
        textDigest: count.work.text.digest,
        rule: held.review.rule,
        composition: seatsOf(held),
        parts: closing.parts,
        dissents: closing.dissents,
        remarks: await countRemarks(stores, held),
        recalledAt: null,
      })
      await stores.reviews.save(goTo(held.review, 'close', STATUS_AFTER[outcome]))
      await logAct(deps, stores, asker, held, 'closed', { about: id, hash: count.work.text.digest })
      const people = await peopleBy(
        stores,
        held.members.map(({ personId }) => personId),
      )
      await mailTo(deps, stores, asker, people, 'panel-decided', reviewId)
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Takes a mistaken close back within ten minutes; that it was done stays on record. Throws recall-late, review-stage, draft-in-review. */
export async function recallDecision(deps: Deps, asker: Asker, reviewId: string): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'recall' },
    async (stores, held) => {
      const at = deps.now().toISOString()
      const [last] = await stores.reviews.decisions(reviewId)
      if (!last || last.recalledAt !== null) throw new ProblemError('review-stage')
      if (at >= recallableUntil(last.at)) throw new ProblemError('recall-late')
      // One that was declined is done with, so that another may have been begun since.
      const other = await unfinishedReview(stores, held.profile.id)
      if (other && other.id !== reviewId)
        throw new ProblemError('draft-in-review', { slug: held.profile.slug })
      await stores.reviews.recallDecision(reviewId, last.id, at)
      await stores.reviews.save(goTo(held.review, 'recall', 'open'))
      await logAct(deps, stores, asker, held, 'recalled', { about: last.id })
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Of the parts that are not ready only those are told that lack answers: of the others somebody has said what they think. */
function withoutPositions(closing: Closing, { counted }: Count): Closing {
  const unanswered = new Set(
    counted
      .filter(({ items }) => items.some(({ tally }) => tally.missing.some(isAboutAnswers)))
      .map(({ part }) => part.id),
  )
  const obstacles = closing.obstacles.filter(
    ({ code, id }) => code !== 'part-not-ready' || unanswered.has(id),
  )
  return { ...closing, obstacles, parts: [], dissents: [] }
}

async function prepare(stores: Readers, found: Case): Promise<{ closing: Closing; count: Count }> {
  const count = await countPanel(stores, found)
  const { work, counted, positions } = count
  const remarks = await stores.reviews.remarks(found.review.id)
  const places = placesIn(work.text)
  const { rewordings, version } = await readRewordings(stores, found, work.text)
  const obstacles = obstaclesTo({
    counted,
    // All of them, whatever whoever closes may see.
    openRemarks: remarks
      .filter(isOpen)
      .map(({ id, anchor }) => ({ id, number: places.get(anchor.itemId ?? '')?.number ?? '' })),
    unruled: rewordings.filter(({ ruling }) => ruling === null),
    unconfirmed: work.amendments
      .filter(({ id, claimsEditorial }) => claimsEditorial && !work.confirmed.includes(id))
      .map(({ id, number }) => ({ id, number: String(number) })),
  })
  const rest = [
    found.review.rule,
    seatsOf(found),
    remarks.map(({ id, disposition, withdrawnAt }) => [id, disposition, withdrawnAt]),
    rewordings.map(({ itemId, hash, ruling }) => [itemId, hash, ruling]),
    // Their ids are known to their givers alone: whoever is shown the hash cannot try which positions it comes of.
    positions.map(({ actId, seq }) => [actId, seq]),
  ]
  return {
    count,
    closing: {
      state: closingState(work.text, counted, rest, sha256),
      possible: possibleOutcomes(counted, obstacles),
      obstacles,
      parts: decidedParts(counted),
      dissents: dissentsIn(work.text, found.members, positions),
      version,
    },
  }
}

function seatsOf({ members }: Case): PanelDecision['composition'] {
  const deciding = new Set(entitled(members, null).map(({ id }) => id))
  return members.map(({ id, perspective, organisation, part }) => ({
    memberId: id,
    perspective,
    organisation,
    part,
    decided: deciding.has(id),
  }))
}

async function countRemarks({ reviews }: Readers, { review }: Case): Promise<PanelDecision['remarks']> {
  const settled = (await reviews.remarks(review.id)).map(({ disposition }) => disposition?.outcome)
  const counted = (outcome: string) => settled.filter((each) => each === outcome).length
  return { accepted: counted('accepted'), changed: counted('changed'), declined: counted('declined') }
}
