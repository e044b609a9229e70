import type { AnswerSummons, ConductMeeting, NotePresence, Review } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredAttendance } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { inMeeting, type OfMeeting } from './find-meeting.ts'
import { logAct, memberIn, type Case } from './find-review.ts'

/** A member's own answer to a summons. Throws meeting-not-found. */
export async function answerSummons(
  deps: Deps,
  asker: Asker,
  { reviewId, meetingId, answer }: AnswerSummons & OfMeeting,
): Promise<Review> {
  return inMeeting(deps, asker, { reviewId, meetingId }, 'answerSummons', async (stores, held) => {
    if (!held.me) throw new ProblemError('member-not-found')
    const former = await attendanceOf(stores, held, meetingId, held.me.id)
    await stores.reviews.saveAttendance({ ...former, reviewId, answer })
    await logAct(deps, stores, asker, held, 'summons-answered', { about: meetingId })
  })
}

/** Notes who is there and who is not; of the others nothing is said. */
export async function notePresence(
  deps: Deps,
  asker: Asker,
  { reviewId, meetingId, present, absent }: NotePresence & OfMeeting,
): Promise<Review> {
  return inMeeting(deps, asker, { reviewId, meetingId }, 'conductMeeting', async (stores, held) => {
    const noted = [...present.map((id) => [id, true] as const), ...absent.map((id) => [id, false] as const)]
    for (const [memberId, wasPresent] of noted) {
      if (!held.members.some(({ id }) => id === memberId)) throw new ProblemError('member-not-found')
      const former = await attendanceOf(stores, held, meetingId, memberId)
      await stores.reviews.saveAttendance({ ...former, reviewId, wasPresent })
    }
    await logAct(deps, stores, asker, held, 'presence-noted', { about: meetingId })
  })
}

/** Says what is on the table, for how long, and who speaks; what is left out stays. Throws member-not-found. */
export async function conductMeeting(
  deps: Deps,
  asker: Asker,
  { reviewId, meetingId, minutes, ...changes }: ConductMeeting & OfMeeting,
): Promise<Review> {
  return inMeeting(deps, asker, { reviewId, meetingId }, 'conductMeeting', async (stores, held, meeting) => {
    for (const memberId of changes.speakers ?? []) memberIn(held, memberId)
    const endsAt = new Date(deps.now().getTime() + (minutes ?? 0) * 60_000).toISOString()
    const clock = minutes === undefined ? meeting.clock : minutes === null ? null : { endsAt, minutes }
    await stores.reviews.saveMeeting({ ...meeting, ...changes, clock })
  })
}

async function attendanceOf(
  { reviews }: Pick<Readers, 'reviews'>,
  { review }: Case,
  meetingId: string,
  memberId: string,
): Promise<StoredAttendance> {
  const known = await reviews.attendance(review.id)
  return (
    known.find((each) => each.meetingId === meetingId && each.memberId === memberId) ?? {
      meetingId,
      memberId,
      answer: null,
      wasPresent: null,
    }
  )
}
