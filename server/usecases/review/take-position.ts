import type {
  EnterPositions,
  MemberDesk,
  RateParts,
  ReviewTally,
  TakePosition,
} from '../../../schemas/types.ts'
import { entitled } from '../../domain/review/seats.ts'
import { refusalOf, type PositionRefusal, type ToTake } from '../../domain/review/take-position.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredPosition } from '../../storage/review-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeDesk } from './describe-desk.ts'
import { describeTally } from './describe-tally.ts'
import { actInReview, findReview, logAct, memberIn, type Case } from './find-review.ts'
import { loadText } from './load-panel.ts'

/**
 * Takes a position on words: of a part or of an item, as the member saw them. One for a wording that has changed meanwhile
 * is kept too, and stands for that wording. Throws words-unknown, reason-missing, position-changed.
 */
export async function takePosition(
  deps: Deps,
  asker: Asker,
  { reviewId, id, position }: TakePosition & { reviewId: string },
): Promise<MemberDesk> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'takePosition', actId: id },
    async (stores, held) => {
      const me = held.me
      if (!me) throw new ProblemError('member-not-found')
      const { replaces, ...asked } = position
      await keep(deps, stores, held, id, [{ ...asked, memberId: me.id, replaces }], false)
      await logAct(deps, stores, asker, held, 'position-taken', { about: asked.itemId, hash: asked.hash })
    },
    async (stores) =>
      describeDesk(deps, stores, asker, await findReview(stores, asker, reviewId, 'readText')),
  )
}

/** Enters what members say in the room, all of it or none; of those who are gone nobody does. Throws member-not-found, words-unknown, reason-missing. */
export async function enterPositions(
  deps: Deps,
  asker: Asker,
  { reviewId, id, entries }: EnterPositions & { reviewId: string },
): Promise<ReviewTally> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'enterPositions', actId: id },
    async (stores, held) => {
      const there = entitled(held.members, null).filter(({ personId }) => personId !== null)
      const may = new Set(there.map((member) => member.id))
      for (const { memberId } of entries)
        if (!may.has(memberIn(held, memberId).id)) throw new ProblemError('member-not-found')
      await keep(
        deps,
        stores,
        held,
        id,
        entries.map((entry) => ({ ...entry, replaces: undefined })),
        true,
      )
      await logAct(deps, stores, asker, held, 'positions-entered')
    },
    async (stores) => describeTally(stores, await findReview(stores, asker, reviewId, 'readTally')),
  )
}

/** Rates how important and clear parts are. */
export async function rateParts(
  deps: Deps,
  asker: Asker,
  { reviewId, id, ratings }: RateParts & { reviewId: string },
): Promise<MemberDesk> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'takePosition', actId: id },
    async (stores, held) => {
      const round = held.review.rounds.at(-1)?.number ?? 1
      if (!held.me) throw new ProblemError('member-not-found')
      // Those of parts that there never were say nothing of this text.
      const { text } = await loadText(stores, held)
      const parts = new Set(text.states.flatMap((state) => state.parts.map((part) => part.id)))
      for (const rating of ratings.filter(({ partId }) => parts.has(partId)))
        await stores.reviews.saveRating({ ...rating, reviewId, memberId: held.me.id, round })
      await logAct(deps, stores, asker, held, 'parts-rated')
    },
    async (stores) =>
      describeDesk(deps, stores, asker, await findReview(stores, asker, reviewId, 'readText')),
  )
}

type Asked = ToTake & { readonly memberId: string; readonly replaces: string | null | undefined }

async function keep(
  { now }: Deps,
  stores: Writers,
  held: Case,
  actId: string,
  asked: readonly Asked[],
  byCoordinator: boolean,
): Promise<void> {
  const { id: reviewId, rounds } = held.review
  const members = [...new Set(asked.map(({ memberId }) => memberId))]
  const positions = await stores.reviews.positions(reviewId, members)
  const { text } = await loadText(stores, held)
  const at = now().toISOString()
  let seq = await stores.reviews.lastPosition(reviewId)
  const kept: StoredPosition[] = asked.map(({ replaces, ...position }) => {
    const theirs = positions.filter(({ memberId }) => memberId === position.memberId)
    const refusal = refusalOf(position, replaces, theirs, text)
    if (refusal) throw problemOf(refusal)
    seq += 1
    return { ...position, reviewId, seq, actId, at, round: rounds.at(-1)?.number ?? 1, byCoordinator }
  })
  await stores.reviews.keepPositions(kept)
}

function problemOf(refusal: PositionRefusal): ProblemError {
  switch (refusal.code) {
    case 'words-unknown':
      return new ProblemError('words-unknown', { itemId: refusal.itemId })
    case 'reason-missing':
      return new ProblemError('reason-missing')
    case 'position-changed':
      return new ProblemError('position-changed', { standing: refusal.current })
  }
}
