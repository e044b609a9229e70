import type { Transaction } from 'kysely'
import type { ReviewWriter, StoredMember, StoredReview } from '../review-port.ts'
import { paperStore } from './review-papers.ts'
import { positionStore } from './review-positions.ts'
import type { Tables } from './tables.ts'

/** Reviews: who sits on the panel, what they say of which words, and what was decided. */
export function reviewStore(db: Transaction<Tables>): ReviewWriter {
  return {
    ...positionStore(db),
    ...paperStore(db),

    async find(id) {
      const row = await db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst()
      return row && reviewOf(row)
    },

    async list(profileId) {
      const rows = await db
        .selectFrom('review')
        .selectAll()
        .where('profile_id', '=', profileId)
        .orderBy('submitted_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(reviewOf)
    },

    async ofPerson(personId) {
      const rows = await db
        .selectFrom('review')
        .innerJoin('panel_member', 'panel_member.review_id', 'review.id')
        .selectAll('review')
        .where('panel_member.person_id', '=', personId)
        .orderBy('review.submitted_at', 'desc')
        .orderBy('review.id', 'desc')
        .execute()
      return rows.map(reviewOf)
    },

    async all() {
      const rows = await db
        .selectFrom('review')
        .selectAll()
        .orderBy('submitted_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(reviewOf)
    },

    async revisions(reviewId) {
      const rows = await db
        .selectFrom('revision')
        .selectAll()
        .where('review_id', '=', reviewId)
        .orderBy('number')
        .execute()
      return rows.map(({ review_id, ...revision }) => ({ ...revision, reviewId: review_id }))
    },

    async members(reviewId) {
      const rows = await db
        .selectFrom('panel_member')
        .selectAll()
        .where('review_id', '=', reviewId)
        .orderBy('id')
        .execute()
      return rows.map(({ id, review_id, person_id, document }) => ({
        ...(JSON.parse(document) as Omit<StoredMember, 'id' | 'reviewId' | 'personId'>),
        id,
        reviewId: review_id,
        personId: person_id,
      }))
    },

    async hasDone(reviewId, actId) {
      const row = await db
        .selectFrom('review_act')
        .select('act_id')
        .where('review_id', '=', reviewId)
        .where('act_id', '=', actId)
        .executeTakeFirst()
      return row !== undefined
    },

    async hold(id) {
      // Writing first takes the row's lock on PostgreSQL; SQLite has one writer at a time anyway.
      const row = await db
        .updateTable('review')
        .set((review) => ({ status: review.ref('status') }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return row && reviewOf(row)
    },

    async insert(review) {
      await db.insertInto('review').values(reviewRow(review)).execute()
    },

    async save(review) {
      await db.updateTable('review').set(reviewRow(review)).where('id', '=', review.id).execute()
    },

    async insertRevision({ reviewId, ...revision }) {
      await db
        .insertInto('revision')
        .values({ ...revision, review_id: reviewId })
        .execute()
    },

    async saveMember({ id, reviewId, personId, ...rest }) {
      const document = JSON.stringify(rest)
      await db
        .insertInto('panel_member')
        .values({ id, review_id: reviewId, person_id: personId, document })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ document }))
        .execute()
    },

    async removeMember(memberId) {
      await db.deleteFrom('panel_member').where('id', '=', memberId).execute()
    },

    async noteAct(reviewId, actId, at) {
      await db.insertInto('review_act').values({ review_id: reviewId, act_id: actId, at }).execute()
    },
  }
}

type Rest = Omit<StoredReview, 'id' | 'profileId' | 'status' | 'submittedAt'>

function reviewOf({ id, profile_id, status, submitted_at, document }: Tables['review']): StoredReview {
  return {
    ...(JSON.parse(document) as Rest),
    id,
    profileId: profile_id,
    status: status as StoredReview['status'],
    submittedAt: submitted_at,
  }
}

function reviewRow({ id, profileId, status, submittedAt, ...rest }: StoredReview): Tables['review'] {
  return {
    id,
    profile_id: profileId,
    status,
    submitted_at: submittedAt,
    document: JSON.stringify(rest satisfies Rest),
  }
}
