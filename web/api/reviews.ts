import type {
  AmendText,
  AnswerComposition,
  AnswerSummons,
  CloseReview,
  Closing,
  ComposePanel,
  ConductMeeting,
  ConfirmEditorial,
  EditionSummary,
  EnterPositions,
  HandOver,
  MemberDesk,
  NotePresence,
  OpenRound,
  PlanMeeting,
  PublishReview,
  RecuseMember,
  Reminded,
  RemarkList,
  Review,
  ReviewList,
  ReviewTally,
  ReviewText,
  RuleEquivalence,
  SettleRemark,
  VotingRule,
} from '../../schemas/types.ts'
import { locale } from '../i18n/locale.ts'
import { ask } from './http-client.ts'

/** The reviews of a profile, latest first. */
export function listReviews(slug: string): Promise<ReviewList> {
  return ask('GET', `/profiles/${slug}/reviews`)
}

/** Lays the draft before a panel as it stands in that revision. */
export function submitDraft(slug: string, revision: number): Promise<Review> {
  return ask('POST', `/profiles/${slug}/reviews`, { ifMatch: `"r${revision}"` })
}

/** The reviews in which the asker has a place at the panel. */
export function listMyReviews(): Promise<ReviewList> {
  return ask('GET', '/reviews')
}

export function readReview(reviewId: string): Promise<Review> {
  return ask('GET', `/reviews/${reviewId}`)
}

export function readReviewText(reviewId: string): Promise<ReviewText> {
  return ask('GET', `/reviews/${reviewId}/text`)
}

export function readTally(reviewId: string): Promise<ReviewTally> {
  return ask('GET', `/reviews/${reviewId}/tally`)
}

/** Says who the panel is made of: all of it, in place of what was there. */
export function composePanel(reviewId: string, panel: ComposePanel): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/composition`, { body: panel })
}

/** Lays the composition before the steering group. */
export function proposeComposition(reviewId: string): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/composition/proposal`)
}

export function answerComposition(reviewId: string, answer: AnswerComposition): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/composition/answer`, { body: answer })
}

export function setVotingRule(reviewId: string, rule: VotingRule): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/rule`, { body: { rule } })
}

/** Takes the submission back. */
export function withdrawReview(reviewId: string): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/withdrawal`)
}

export function openRound(reviewId: string, round: OpenRound): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/rounds`, { body: round })
}

/** Ends the quiet of a quiet round: the members see each other's answers. */
export function revealRound(reviewId: string): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/rounds/reveal`)
}

export function handOver(reviewId: string, to: HandOver['to']): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/turn`, { body: { to } })
}

export function recuseMember(reviewId: string, memberId: string, recusal: RecuseMember): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/members/${memberId}/recusals`, { body: recusal })
}

export function liftRecusal(reviewId: string, memberId: string, recusalId: string): Promise<Review> {
  return ask('DELETE', `/reviews/${reviewId}/members/${memberId}/recusals/${recusalId}`)
}

/** Lets a substitute stand in for a member; null when the member comes back. */
export function standIn(reviewId: string, memberId: string, substituteId: string | null): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/members/${memberId}/stand-in`, { body: { substituteId } })
}

/** Notes the positions of those in the room. */
export function enterPositions(reviewId: string, entries: EnterPositions): Promise<ReviewTally> {
  return ask('POST', `/reviews/${reviewId}/entered-positions`, { body: entries })
}

export function listRemarks(reviewId: string): Promise<RemarkList> {
  return ask('GET', `/reviews/${reviewId}/remarks`)
}

export function settleRemark(reviewId: string, remarkId: string, settled: SettleRemark): Promise<RemarkList> {
  return ask('PUT', `/reviews/${reviewId}/remarks/${remarkId}/disposition`, { body: settled })
}

/** Amends the panel's text. */
export function amendText(reviewId: string, amendment: AmendText): Promise<ReviewText> {
  return ask('POST', `/reviews/${reviewId}/amendments`, { body: amendment })
}

export function confirmEditorial(
  reviewId: string,
  amendmentId: string,
  confirmation: ConfirmEditorial,
): Promise<MemberDesk> {
  return ask('PUT', `/reviews/${reviewId}/amendments/${amendmentId}/confirmation`, { body: confirmation })
}

/** Notes whether a reworded demand is the same demand as before. */
export function ruleEquivalence(reviewId: string, ruling: RuleEquivalence): Promise<ReviewText> {
  return ask('PUT', `/reviews/${reviewId}/rulings`, { body: ruling })
}

export function planMeeting(reviewId: string, plan: PlanMeeting): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/meetings`, { body: plan })
}

/** Changes the plan of a meeting; those who have been summoned are told. */
export function changeMeeting(reviewId: string, meetingId: string, plan: PlanMeeting): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/meetings/${meetingId}`, { body: plan })
}

export function sendSummonses(reviewId: string, meetingId: string): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/meetings/${meetingId}/summons`)
}

export function cancelMeeting(reviewId: string, meetingId: string): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/meetings/${meetingId}/cancellation`)
}

export function answerSummons(
  reviewId: string,
  meetingId: string,
  answer: AnswerSummons['answer'],
): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/meetings/${meetingId}/attendance`, { body: { answer } })
}

export function notePresence(reviewId: string, meetingId: string, presence: NotePresence): Promise<Review> {
  return ask('PUT', `/reviews/${reviewId}/meetings/${meetingId}/presence`, { body: presence })
}

/** Says what is on the table, for how long, and who has asked to speak. */
export function conductMeeting(
  reviewId: string,
  meetingId: string,
  conduct: ConductMeeting,
): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/meetings/${meetingId}/conduct`, { body: conduct })
}

/** Reminds those who have something left. */
export function remindMembers(reviewId: string): Promise<Reminded> {
  return ask('POST', `/reviews/${reviewId}/reminders`)
}

/** Reminds those who have not said whether they come to a meeting. */
export function remindOfMeeting(reviewId: string, meetingId: string): Promise<Reminded> {
  return ask('POST', `/reviews/${reviewId}/meetings/${meetingId}/reminders`)
}

/** What closing would decide, and what it rests on. */
export function readClosing(reviewId: string): Promise<Closing> {
  return ask('GET', `/reviews/${reviewId}/closing`)
}

export function closeReview(reviewId: string, decision: CloseReview): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/closing`, { body: decision })
}

/** Takes a mistaken close back. */
export function recallDecision(reviewId: string): Promise<Review> {
  return ask('POST', `/reviews/${reviewId}/recall`)
}

/** Publishes what was decided. */
export function publishReview(reviewId: string, publication: PublishReview): Promise<EditionSummary> {
  return ask('POST', `/reviews/${reviewId}/edition`, { body: publication })
}

/** Addresses of what is opened rather than read: sheets to print, in the reader's language. */
export function addressOfHandOut(reviewId: string): string {
  return `/api/v1/reviews/${reviewId}/hand-out?language=${locale()}`
}

export function addressOfMinutes(reviewId: string): string {
  return `/api/v1/reviews/${reviewId}/minutes?language=${locale()}`
}

export function addressOfCalendar(reviewId: string, meetingId: string): string {
  return `/api/v1/reviews/${reviewId}/meetings/${meetingId}/calendar`
}

const AGAIN_MS = 3_000

/**
 * Hears that something has happened in a review, for as long as somebody listens: then it is to be read again. So it is
 * too when the line is there anew after having been lost. `lost` is told each time that it goes. Gives the function that
 * stops.
 */
export function listenToReview(reviewId: string, changed: () => void, lost: () => void): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAnew = false
  const open = () => {
    source = new EventSource(`/api/v1/reviews/${reviewId}/announcements`)
    source.addEventListener('open', () => {
      if (isAnew) changed()
      isAnew = false
    })
    source.addEventListener('message', changed)
    source.addEventListener('error', () => {
      source.close()
      isAnew = true
      timer = setTimeout(open, AGAIN_MS)
      lost()
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
