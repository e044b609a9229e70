import type { PlanMeeting, Review } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredMeeting } from '../../storage/review-port.ts'
import type { MailKind } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeReview } from './describe-review.ts'
import { inMeeting, type OfMeeting, type Work } from './find-meeting.ts'
import { actInReview, logAct, type Case } from './find-review.ts'
import { mailTo, peopleBy } from './tell-people.ts'

type InReview = { readonly reviewId: string }

const LONGEST_MS = 48 * 60 * 60_000

/** Plans a meeting; nobody is told before summonses are sent. Throws meeting-unsound. */
export async function planMeeting(
  deps: Deps,
  asker: Asker,
  { reviewId, ...plan }: PlanMeeting & InReview,
): Promise<Review> {
  requireSound(plan)
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'summon' },
    async (stores, held) => {
      const meeting: StoredMeeting = {
        ...plan,
        id: deps.newId(),
        reviewId,
        sequence: 0,
        summonedAt: null,
        cancelledAt: null,
        onTable: null,
        speakers: [],
        clock: null,
        news: [],
      }
      await stores.reviews.saveMeeting(meeting)
      await logAct(deps, stores, asker, held, 'meeting-planned', { about: meeting.id })
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

/** Changes the plan. Those who have been summoned are told what is new. Throws meeting-not-found, meeting-unsound. */
export async function changeMeeting(
  deps: Deps,
  asker: Asker,
  { reviewId, meetingId, ...plan }: PlanMeeting & OfMeeting,
): Promise<Review> {
  requireSound(plan)
  return withMeeting(deps, asker, { reviewId, meetingId }, async (stores, held, meeting) => {
    const news = newsIn(meeting, plan)
    if (news.length === 0) return
    const isTold = meeting.summonedAt !== null
    const sequence = meeting.sequence + (isTold ? 1 : 0)
    await stores.reviews.saveMeeting({ ...meeting, ...plan, sequence, news })
    await logAct(deps, stores, asker, held, 'meeting-changed', { about: meetingId })
    if (isTold) await tellPanel(deps, stores, asker, held, 'summons-changed', meetingId)
  })
}

/** Sends summonses, each with its personal link and its calendar entry. Throws composition-not-approved. */
export async function summon(deps: Deps, asker: Asker, of: OfMeeting): Promise<Review> {
  return withMeeting(deps, asker, of, async (stores, held, meeting) => {
    if (held.review.composition.status !== 'approved') throw new ProblemError('composition-not-approved')
    await stores.reviews.saveMeeting({
      ...meeting,
      summonedAt: deps.now().toISOString(),
      sequence: meeting.sequence + (meeting.summonedAt === null ? 0 : 1),
    })
    await logAct(deps, stores, asker, held, 'summoned', { about: of.meetingId })
    await tellPanel(deps, stores, asker, held, 'summons', of.meetingId)
  })
}

/** Cancels a meeting; those who have been summoned are told, and it leaves their calendars. */
export async function cancelMeeting(deps: Deps, asker: Asker, of: OfMeeting): Promise<Review> {
  return withMeeting(deps, asker, of, async (stores, held, meeting) => {
    const cancelledAt = deps.now().toISOString()
    await stores.reviews.saveMeeting({ ...meeting, cancelledAt, sequence: meeting.sequence + 1 })
    await logAct(deps, stores, asker, held, 'meeting-cancelled', { about: of.meetingId })
    if (meeting.summonedAt !== null)
      await tellPanel(deps, stores, asker, held, 'summons-cancelled', of.meetingId)
  })
}

function withMeeting(deps: Deps, asker: Asker, of: OfMeeting, work: Work): Promise<Review> {
  return inMeeting(deps, asker, of, 'summon', async (stores, held, meeting) => {
    if (meeting.cancelledAt !== null) throw new ProblemError('meeting-not-found')
    await work(stores, held, meeting)
  })
}

async function tellPanel(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  { members }: Case,
  kind: MailKind,
  about: string,
): Promise<void> {
  const people = await peopleBy(
    stores,
    members.map(({ personId }) => personId),
  )
  await mailTo(deps, stores, asker, people, kind, about)
}

function newsIn(meeting: StoredMeeting, plan: PlanMeeting): StoredMeeting['news'] {
  const isMoved = meeting.startsAt !== plan.startsAt || meeting.endsAt !== plan.endsAt
  const others = (['place', 'video', 'answerBy', 'material'] as const).filter(
    (field) => meeting[field] !== plan[field],
  )
  return [...(isMoved ? (['when'] as const) : []), ...others]
}

function requireSound({ startsAt, endsAt }: PlanMeeting): void {
  const lasts = Date.parse(endsAt) - Date.parse(startsAt)
  if (!(lasts > 0 && lasts <= LONGEST_MS)) throw new ProblemError('meeting-unsound')
}
