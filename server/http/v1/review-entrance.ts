import { listOwnReviews, listReviews, readReview } from '../../usecases/review/describe-review.ts'
import { submitDraft } from '../../usecases/review/submit-draft.ts'
import { route } from '../route.ts'
import { eventStream } from './event-stream.ts'

const LIST = { status: 200, description: 'The reviews', schema: 'review-list' } as const

/** Where reviews begin, are found and are listened to. */
export const reviewEntranceRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/reviews',
    id: 'listReviews',
    summary: 'The reviews of a profile, latest first',
    access: 'readReview',
    answer: LIST,
    problems: ['profile-not-found'],
    handle: async ({ asker, params: { slug = '' } }, { deps }) => ({
      body: await listReviews(deps, asker, { slug }),
    }),
  }),
  route({
    method: 'post',
    path: '/profiles/{slug}/reviews',
    id: 'submitDraft',
    summary: 'Submit the draft to a panel; the draft stays open',
    access: 'submitToPanel',
    ifMatch: true,
    answer: { status: 201, description: 'The review', schema: 'review' },
    problems: [
      'profile-not-found',
      'draft-not-found',
      'draft-changed',
      'draft-incomplete',
      'draft-in-review',
    ],
    async handle({ asker, params: { slug = '' }, revision }, { deps }) {
      const review = await submitDraft(deps, asker, { slug, revision })
      return { body: review, headers: { location: `/api/v1/reviews/${review.id}` } }
    },
  }),
  route({
    method: 'get',
    path: '/reviews',
    id: 'listOwnReviews',
    summary: 'The reviews in which one has a place at the panel',
    access: 'anyone-signed-in',
    answer: LIST,
    problems: [],
    handle: async ({ asker }, { deps }) => ({ body: await listOwnReviews(deps, asker) }),
  }),
  route({
    method: 'get',
    path: '/reviews/{reviewId}/announcements',
    id: 'listenToReview',
    summary: 'That something has happened in a review, as server-sent events: read it again',
    access: 'anyone-signed-in',
    answer: { status: 200, description: 'Events', schema: 'announcement', mediaType: 'text/event-stream' },
    problems: ['review-not-found'],
    handle: (request, context) => {
      const { reviewId = '' } = request.params
      const first = async (asker: typeof request.asker) => {
        await readReview(context.deps, asker, reviewId)
        return { kind: 'review-changed' as const, reviewId }
      }
      return eventStream(request, context, { of: reviewId, first })
    },
  }),
]
