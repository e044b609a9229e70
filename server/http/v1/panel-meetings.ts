import type {
  AnswerSummons,
  CloseReview,
  ConductMeeting,
  NotePresence,
  PlanMeeting,
  PublishReview,
} from '../../../schemas/types.ts'
import { closeReview, readClosing, recallDecision } from '../../usecases/review/close-review.ts'
import {
  answerSummons,
  cancelMeeting,
  changeMeeting,
  conductMeeting,
  notePresence,
  planMeeting,
  summon,
} from '../../usecases/review/plan-meeting.ts'
import { publishReview } from '../../usecases/review/publish-review.ts'
import { remindMembers } from '../../usecases/review/remind-members.ts'
import { route } from '../route.ts'

const ONE = '/reviews/{reviewId}'

/** Meetings, and how a review ends. */
export const panelMeetingRoutes = [
  route<PlanMeeting>({
    method: 'post',
    path: `${ONE}/meetings`,
    id: 'planMeeting',
    summary: 'Plan a meeting of the panel',
    access: 'leadPanel',
    body: 'plan-meeting',
    answer: { status: 201, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'meeting-unsound'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await planMeeting(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<PlanMeeting>({
    method: 'put',
    path: `${ONE}/meetings/{meetingId}`,
    id: 'changeMeeting',
    summary: 'Change the plan of a meeting; those who have been summoned are told',
    access: 'leadPanel',
    body: 'plan-meeting',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'meeting-not-found', 'meeting-unsound'],
    async handle({ asker, params: { reviewId = '', meetingId = '' }, body }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await changeMeeting(deps, asker, { reviewId, meetingId, ...body }) }
    },
  }),
  route({
    method: 'post',
    path: `${ONE}/meetings/{meetingId}/summons`,
    id: 'summonPanel',
    summary: 'Send summonses, each with its link and calendar entry',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'composition-not-approved', 'meeting-not-found'],
    async handle({ asker, params: { reviewId = '', meetingId = '' } }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await summon(deps, asker, { reviewId, meetingId }) }
    },
  }),
  route({
    method: 'post',
    path: `${ONE}/meetings/{meetingId}/cancellation`,
    id: 'cancelMeeting',
    summary: 'Cancel a meeting',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'meeting-not-found'],
    async handle({ asker, params: { reviewId = '', meetingId = '' } }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await cancelMeeting(deps, asker, { reviewId, meetingId }) }
    },
  }),
  route<AnswerSummons>({
    method: 'put',
    path: `${ONE}/meetings/{meetingId}/attendance`,
    id: 'answerSummons',
    summary: 'Answer a summons',
    access: 'takePart',
    body: 'answer-summons',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'meeting-not-found', 'member-not-found'],
    handle: async ({ asker, params: { reviewId = '', meetingId = '' }, body }, { deps }) => ({
      body: await answerSummons(deps, asker, { reviewId, meetingId, ...body }),
    }),
  }),
  route<NotePresence>({
    method: 'put',
    path: `${ONE}/meetings/{meetingId}/presence`,
    id: 'notePresence',
    summary: 'Note who is there',
    access: 'leadPanel',
    body: 'note-presence',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'meeting-not-found', 'member-not-found'],
    handle: async ({ asker, params: { reviewId = '', meetingId = '' }, body }, { deps }) => ({
      body: await notePresence(deps, asker, { reviewId, meetingId, ...body }),
    }),
  }),
  route<ConductMeeting>({
    method: 'post',
    path: `${ONE}/meetings/{meetingId}/conduct`,
    id: 'conductMeeting',
    summary: 'Say what is on the table, for how long, and who speaks',
    access: 'leadPanel',
    body: 'conduct-meeting',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'meeting-not-found', 'member-not-found'],
    handle: async ({ asker, params: { reviewId = '', meetingId = '' }, body }, { deps }) => ({
      body: await conductMeeting(deps, asker, { reviewId, meetingId, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: `${ONE}/reminders`,
    id: 'remindMembers',
    summary: 'Remind those who have something left',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage'],
    async handle({ asker, params: { reviewId = '' } }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await remindMembers(deps, asker, reviewId) }
    },
  }),
  route({
    method: 'get',
    path: `${ONE}/closing`,
    id: 'readClosing',
    summary: 'What closing now would come to',
    access: 'leadPanel',
    answer: { status: 200, description: 'What it would come to', schema: 'closing' },
    problems: ['review-not-found', 'review-stage'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await readClosing(deps, asker, reviewId),
    }),
  }),
  route<CloseReview>({
    method: 'post',
    path: `${ONE}/closing`,
    id: 'closeReview',
    summary: 'Close the review with a decision',
    access: 'leadPanel',
    body: 'close-review',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'review-changed', 'outcome-impossible'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await closeReview(deps, asker, { reviewId, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: `${ONE}/recall`,
    id: 'recallDecision',
    summary: 'Take a mistaken close back',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'recall-late', 'draft-in-review'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await recallDecision(deps, asker, reviewId),
    }),
  }),
  route<PublishReview>({
    method: 'post',
    path: `${ONE}/edition`,
    id: 'publishReview',
    summary: 'Publish what the panel decided',
    access: 'publish',
    body: 'publish-review',
    answer: { status: 201, description: 'The version', schema: 'edition-summary' },
    problems: [
      'review-not-found',
      'review-stage',
      'not-agreed',
      'draft-incomplete',
      'version-not-later',
      'version-unexplained',
      'version-taken',
      'ruling-missing',
    ],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await publishReview(deps, asker, { reviewId, ...body }),
    }),
  }),
]
