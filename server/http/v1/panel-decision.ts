import type { CloseReview, PublishReview } from '../../../schemas/types.ts'
import { closeReview, readClosing, recallDecision } from '../../usecases/review/close-review.ts'
import { publishReview } from '../../usecases/review/publish-review.ts'
import { route } from '../route.ts'

const ONE = '/reviews/{reviewId}'

/** How a review ends. */
export const panelDecisionRoutes = [
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
    async handle({ asker, params: { reviewId = '' }, body }, { deps, limits }) {
      limits.take('panelMailsPerPerson', asker.personId ?? '')
      return { body: await closeReview(deps, asker, { reviewId, ...body }) }
    },
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
