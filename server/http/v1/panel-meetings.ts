import type { AnswerSummons, ConductMeeting, NotePresence, PlanMeeting } from '../../../schemas/types.ts'
import { answerSummons, conductMeeting, notePresence } from '../../usecases/review/hold-meeting.ts'
import { cancelMeeting, changeMeeting, planMeeting, summon } from '../../usecases/review/plan-meeting.ts'
import { remindMembers, remindOfMeeting } from '../../usecases/review/remind-members.ts'
import { route } from '../route.ts'

const ONE = '/reviews/{reviewId}'

/** Meetings: planned, summoned to and held; and reminders. */
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
  route({
    method: 'post',
    path: `${ONE}/meetings/{meetingId}/reminders`,
    id: 'remindOfMeeting',
    summary: 'Remind those who have been summoned to a meeting and have not answered',
    access: 'leadPanel',
    answer: { status: 200, description: 'Who is reminded', schema: 'reminded' },
    problems: ['review-not-found', 'review-stage', 'meeting-not-found'],
    async handle({ asker, params: { reviewId = '', meetingId = '' } }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await remindOfMeeting(deps, asker, { reviewId, meetingId }) }
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
    problems: ['review-not-found', 'review-stage', 'meeting-not-found'],
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
    answer: { status: 200, description: 'Who is reminded', schema: 'reminded' },
    problems: ['review-not-found', 'review-stage'],
    async handle({ asker, params: { reviewId = '' } }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await remindMembers(deps, asker, reviewId) }
    },
  }),
]
