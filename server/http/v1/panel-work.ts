import type {
  AmendText,
  ConfirmEditorial,
  ConsentToName,
  EnterPositions,
  MakeRemark,
  RateParts,
  RuleEquivalence,
  SettleRemark,
  TakePosition,
} from '../../../schemas/types.ts'
import { amendText, confirmEditorial } from '../../usecases/review/amend-text.ts'
import { consentToName } from '../../usecases/review/change-seats.ts'
import { readDesk } from '../../usecases/review/describe-desk.ts'
import { makeRemark, withdrawRemark } from '../../usecases/review/make-remark.ts'
import { listRemarks } from '../../usecases/review/read-remarks.ts'
import { ruleEquivalence } from '../../usecases/review/rule-equivalence.ts'
import { settleRemark } from '../../usecases/review/settle-remark.ts'
import { enterPositions, rateParts, takePosition } from '../../usecases/review/take-position.ts'
import { route } from '../route.ts'

const ONE = '/reviews/{reviewId}'

/** What members say, and what becomes of it. */
export const panelWorkRoutes = [
  route({
    method: 'get',
    path: `${ONE}/desk`,
    id: 'readDesk',
    summary: "A member's whole work with a review",
    access: 'takePart',
    answer: { status: 200, description: "The member's desk", schema: 'member-desk' },
    problems: ['review-not-found'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await readDesk(deps, asker, reviewId),
    }),
  }),
  route<ConsentToName>({
    method: 'put',
    path: `${ONE}/me/name`,
    id: 'consentToName',
    summary: 'Say whether one is named in minutes and on the decision page',
    access: 'takePart',
    body: 'consent-to-name',
    answer: { status: 200, description: 'The review', schema: 'review' },
    problems: ['review-not-found', 'member-not-found'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await consentToName(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<TakePosition>({
    method: 'post',
    path: `${ONE}/positions`,
    id: 'takePosition',
    summary: 'Take a position on a part or an item, in the words that one saw',
    access: 'takePart',
    body: 'take-position',
    answer: { status: 200, description: "The member's desk", schema: 'member-desk' },
    problems: ['review-not-found', 'review-stage', 'words-unknown', 'reason-missing', 'position-changed'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await takePosition(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<RateParts>({
    method: 'put',
    path: `${ONE}/ratings`,
    id: 'rateParts',
    summary: 'Rate how important and clear parts are',
    access: 'takePart',
    body: 'rate-parts',
    answer: { status: 200, description: "The member's desk", schema: 'member-desk' },
    problems: ['review-not-found', 'review-stage'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await rateParts(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<EnterPositions>({
    method: 'post',
    path: `${ONE}/entered-positions`,
    id: 'enterPositions',
    summary: 'Enter positions for those in the room',
    access: 'leadPanel',
    body: 'enter-positions',
    answer: { status: 200, description: 'The table', schema: 'review-tally' },
    problems: ['review-not-found', 'review-stage', 'member-not-found', 'words-unknown', 'reason-missing'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await enterPositions(deps, asker, { reviewId, ...body }),
    }),
  }),
  route({
    method: 'get',
    path: `${ONE}/remarks`,
    id: 'listRemarks',
    summary: 'Remarks and proposals',
    access: 'anyone-signed-in',
    answer: { status: 200, description: 'The remarks', schema: 'remark-list' },
    problems: ['review-not-found'],
    handle: async ({ asker, params: { reviewId = '' } }, { deps }) => ({
      body: await listRemarks(deps, asker, reviewId),
    }),
  }),
  route<MakeRemark>({
    method: 'post',
    path: `${ONE}/remarks`,
    id: 'makeRemark',
    summary: 'Make a remark, or propose other words',
    access: 'takePart',
    body: 'make-remark',
    answer: { status: 201, description: 'The remarks', schema: 'remark-list' },
    problems: ['review-not-found', 'review-stage', 'words-unknown'],
    async handle({ asker, params: { reviewId = '' }, body }, { deps, limits }) {
      limits.take('remarksPerPerson', asker.personId ?? '')
      return { body: await makeRemark(deps, asker, { reviewId, ...body }) }
    },
  }),
  route({
    method: 'post',
    path: `${ONE}/remarks/{remarkId}/withdrawal`,
    id: 'withdrawRemark',
    summary: "Take one's own remark back",
    access: 'takePart',
    answer: { status: 200, description: 'The remarks', schema: 'remark-list' },
    problems: ['review-not-found', 'review-stage', 'remark-not-found', 'remark-settled'],
    handle: async ({ asker, params: { reviewId = '', remarkId = '' } }, { deps }) => ({
      body: await withdrawRemark(deps, asker, { reviewId, remarkId }),
    }),
  }),
  route<SettleRemark>({
    method: 'put',
    path: `${ONE}/remarks/{remarkId}/disposition`,
    id: 'settleRemark',
    summary: 'Say what becomes of a remark',
    access: 'settleRemarks',
    body: 'settle-remark',
    answer: { status: 200, description: 'The remarks', schema: 'remark-list' },
    problems: ['review-not-found', 'review-stage', 'remark-not-found', 'amendment-not-found'],
    handle: async ({ asker, params: { reviewId = '', remarkId = '' }, body }, { deps }) => ({
      body: await settleRemark(deps, asker, { reviewId, remarkId, ...body }),
    }),
  }),
  route<AmendText>({
    method: 'post',
    path: `${ONE}/amendments`,
    id: 'amendText',
    summary: 'Amend the text under review',
    access: 'settleRemarks',
    body: 'amend-text',
    answer: { status: 201, description: 'The text', schema: 'review-text' },
    problems: [
      'review-not-found',
      'review-stage',
      'wording-changed',
      'item-not-found',
      'module-linked',
      'id-taken',
      'draft-too-large',
      'not-editorial',
      'remark-not-found',
    ],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await amendText(deps, asker, { reviewId, ...body }),
    }),
  }),
  route<ConfirmEditorial>({
    method: 'put',
    path: `${ONE}/amendments/{amendmentId}/confirmation`,
    id: 'confirmEditorial',
    summary: 'Say whether an amendment is editorial',
    access: 'takePart',
    body: 'confirm-editorial',
    answer: { status: 200, description: "The member's desk", schema: 'member-desk' },
    problems: ['review-not-found', 'review-stage', 'amendment-not-found'],
    handle: async ({ asker, params: { reviewId = '', amendmentId = '' }, body }, { deps }) => ({
      body: await confirmEditorial(deps, asker, { reviewId, amendmentId, ...body }),
    }),
  }),
  route<RuleEquivalence>({
    method: 'put',
    path: `${ONE}/rulings`,
    id: 'ruleEquivalence',
    summary: 'Note what the panel rules of a reworded demand',
    access: 'leadPanel',
    body: 'rule-equivalence',
    answer: { status: 200, description: 'The text', schema: 'review-text' },
    problems: ['review-not-found', 'review-stage', 'words-unknown'],
    handle: async ({ asker, params: { reviewId = '' }, body }, { deps }) => ({
      body: await ruleEquivalence(deps, asker, { reviewId, ...body }),
    }),
  }),
]
