import type {
  AnswerComposition,
  ComposePanel,
  HandOver,
  OpenRound,
  RecuseMember,
  SetVotingRule,
  StandIn,
} from '../../../schemas/types.ts'
import { liftRecusal, recuseMember, standIn } from '../../usecases/review/change-seats.ts'
import {
  answerComposition,
  composePanel,
  proposeComposition,
  setRule,
} from '../../usecases/review/compose-panel.ts'
import { readReview } from '../../usecases/review/describe-review.ts'
import { readTally } from '../../usecases/review/describe-tally.ts'
import { readText } from '../../usecases/review/describe-text.ts'
import { handOver, openRound, revealRound } from '../../usecases/review/open-round.ts'
import { withdrawSubmission } from '../../usecases/review/submit-draft.ts'
import { route } from '../route.ts'

const ONE = '/reviews/{reviewId}'

/** How a review is prepared and led. */
export const leadingRoutes = [
  route({
    method: 'get',
    path: ONE,
    id: 'readReview',
    summary: 'A review, with its panel, rounds, meetings and decisions',
    access: 'anyone-signed-in',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await readReview(deps, asker, reviewId),
    }),
  }),
  route({
    method: 'get',
    path: `${ONE}/text`,
    id: 'readReviewText',
    summary: 'The text that the panel works on, with its amendments',
    access: 'anyone-signed-in',
    answer: { status: 200, description: 'The text', schema: 'review-text' },
    problems: ['review-not-found'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await readText(deps, asker, reviewId),
    }),
  }),
  route({
    method: 'get',
    path: `${ONE}/tally`,
    id: 'readTally',
    summary: 'How the panel stands, as far as the asker may see',
    access: 'anyone-signed-in',
    answer: { status: 200, description: 'The table', schema: 'review-tally' },
    problems: ['review-not-found', 'review-stage'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await readTally(deps, asker, reviewId),
    }),
  }),
  route<ComposePanel>({
    method: 'put',
    path: `${ONE}/composition`,
    id: 'composePanel',
    summary: 'Say who the panel is made of',
    access: 'leadPanel',
    body: 'compose-panel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'composition-unsound'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await composePanel(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<SetVotingRule>({
    method: 'put',
    path: `${ONE}/rule`,
    id: 'setVotingRule',
    summary: 'Say by which rule the panel decides',
    access: 'leadPanel',
    body: 'set-voting-rule',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'rule-unsound'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await setRule(deps, asker, { reviewId, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: `${ONE}/composition/proposal`,
    id: 'proposeComposition',
    summary: 'Lay the composition before the steering group',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'composition-unsound'],
    async handle({ asker, params: { reviewId = '' } }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await proposeComposition(deps, asker, reviewId) }
    },
  }),
  route<AnswerComposition>({
    method: 'put',
    path: `${ONE}/composition/answer`,
    id: 'answerComposition',
    summary: 'Approve the composition, or ask for another',
    access: 'approvePanel',
    body: 'answer-composition',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'reason-missing'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await answerComposition(deps, asker, { reviewId, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: `${ONE}/withdrawal`,
    id: 'withdrawSubmission',
    summary: 'Take a submission back',
    access: 'submitToPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await withdrawSubmission(deps, asker, reviewId),
    }),
  }),
  route<OpenRound>({
    method: 'post',
    path: `${ONE}/rounds`,
    id: 'openRound',
    summary: 'Open a round',
    access: 'leadPanel',
    body: 'open-round',
    answer: { status: 201, description: 'The review', schema: 'review' },
    problems: [
      'review-not-found',
      'review-stage',
      'composition-not-approved',
      'draft-incomplete',
      'draft-not-found',
    ],
    async handle({ asker, params: { reviewId = '' }, body }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await openRound(deps, asker, { reviewId, ...body }) }
    },
  }),
  route({
    method: 'post',
    path: `${ONE}/rounds/reveal`,
    id: 'revealRound',
    summary: 'Show what was said in a quiet round',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await revealRound(deps, asker, reviewId),
    }),
  }),
  route<HandOver>({
    method: 'put',
    path: `${ONE}/turn`,
    id: 'handOver',
    summary: 'Say whose turn it is',
    access: 'leadPanel',
    body: 'hand-over',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await handOver(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<RecuseMember>({
    method: 'post',
    path: `${ONE}/members/{memberId}/recusals`,
    id: 'recuseMember',
    summary: 'Note that a member takes no position on something',
    access: 'leadPanel',
    body: 'recuse-member',
    answer: { status: 201, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'member-not-found', 'item-not-found'],
    handle: async ({ asker, params: { reviewId = '', memberId = '' }, body }, { deps }) => ({
      body: await recuseMember(deps, asker, { reviewId, memberId, ...body }),
    }),
  }),
  route({
    method: 'delete',
    path: `${ONE}/members/{memberId}/recusals/{recusalId}`,
    id: 'liftRecusal',
    summary: 'Take a recusal away',
    access: 'leadPanel',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'member-not-found'],
    handle: async ({ asker, params: { reviewId = '', memberId = '', recusalId = '' } }, { deps }) => ({
      body: await liftRecusal(deps, asker, { reviewId, memberId, recusalId }),
    }),
  }),
  route<StandIn>({
    method: 'put',
    path: `${ONE}/members/{memberId}/stand-in`,
    id: 'standIn',
    summary: 'Let a substitute stand in, or the member come back',
    access: 'leadPanel',
    body: 'stand-in',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'review-stage', 'member-not-found', 'composition-unsound'],
    handle: async ({ asker, params: { reviewId = '', memberId = '' }, body }, { deps }) => ({
      body: await standIn(deps, asker, { reviewId, memberId, ...body }),
    }),
  }),
]
