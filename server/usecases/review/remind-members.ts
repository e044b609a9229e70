import type { Reminded } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredMember } from '../../storage/review-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { whoHasSomethingLeft } from './describe-tally.ts'
import { findMeeting, type OfMeeting } from './find-meeting.ts'
import { actInReview, logAct, memberIn, type Case } from './find-review.ts'
import { countPanel } from './load-panel.ts'
import { mailTo, peopleBy } from './tell-people.ts'

/** Reminds those by mail who have something left to answer, and nobody else. */
export async function remindMembers(deps: Deps, asker: Asker, reviewId: string): Promise<Reminded> {
  let members: string[] = []
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'handOver' },
    async (stores, held) => {
      const waiting = whoHasSomethingLeft(held, await countPanel(stores, held))
      const places = waiting.map(({ memberId }) => memberIn(held, memberId))
      members = await remind(deps, stores, asker, held, places, null)
    },
    () => Promise.resolve({ members }),
  )
}

/**
 * Reminds those by mail who have been summoned to a meeting and have not said whether they come. Throws meeting-not-found,
 * also for one that is over or cancelled, and that nobody has been summoned to.
 */
export async function remindOfMeeting(
  deps: Deps,
  asker: Asker,
  { reviewId, meetingId }: OfMeeting,
): Promise<Reminded> {
  let members: string[] = []
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'summon' },
    async (stores, held) => {
      const { cancelledAt, summonedAt, endsAt } = await findMeeting(stores, held, meetingId)
      const isAhead = cancelledAt === null && summonedAt !== null && endsAt > deps.now().toISOString()
      if (!isAhead) throw new ProblemError('meeting-not-found')
      const answered = new Set(
        (await stores.reviews.attendance(reviewId))
          .filter((each) => each.meetingId === meetingId && each.answer !== null)
          .map(({ memberId }) => memberId),
      )
      const places = held.members.filter(({ id }) => !answered.has(id))
      members = await remind(deps, stores, asker, held, places, meetingId)
    },
    () => Promise.resolve({ members }),
  )
}

/** Gives the places of those to whom a mail goes: those who have an address, where mail is sent at all. */
async function remind(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  held: Case,
  places: readonly StoredMember[],
  meetingId: string | null,
): Promise<string[]> {
  const reminded: string[] = []
  for (const { id, personId } of places) {
    const people = await peopleBy(stores, [personId])
    const mails = await mailTo(deps, stores, asker, people, 'panel-reminder', meetingId ?? held.review.id)
    if (mails > 0) reminded.push(id)
  }
  await logAct(deps, stores, asker, held, 'reminded', { about: meetingId })
  return reminded
}
