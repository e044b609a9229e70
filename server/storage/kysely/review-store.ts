import type { Transaction } from 'kysely'
import type {
  ReviewWriter,
  StoredAmendment,
  StoredAttendance,
  StoredConfirmation,
  StoredDecision,
  StoredEquivalence,
  StoredMeeting,
  StoredMember,
  StoredPosition,
  StoredRating,
  StoredRemark,
  StoredReview,
} from '../review-port.ts'
import type { Tables } from './tables.ts'

/** As many rows as one statement may carry values for. */
const AT_ONCE = 50

/** Reviews: who sits on the panel, what they say of which words, and what was decided. */
export function reviewStore(db: Transaction<Tables>): ReviewWriter {
  const documents = async <T>(
    table: 'confirmation' | 'remark' | 'meeting' | 'attendance' | 'equivalence' | 'rating',
    reviewId: string,
  ): Promise<T[]> => {
    const rows = await db
      .selectFrom(table)
      .select('document')
      .where('review_id', '=', reviewId)
      .orderBy('at')
      .orderBy('document')
      .execute()
    return rows.map(({ document }) => JSON.parse(document) as T)
  }

  const store: ReviewWriter = {
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

    async findMeeting(meetingId) {
      const row = await db
        .selectFrom('meeting')
        .select('document')
        .where('id', '=', meetingId)
        .executeTakeFirst()
      return row && (JSON.parse(row.document) as StoredMeeting)
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

    async positions(reviewId) {
      const rows = await db
        .selectFrom('position')
        .selectAll()
        .where('review_id', '=', reviewId)
        .orderBy('seq')
        .execute()
      return rows.map(positionOf)
    },

    async amendments(reviewId) {
      const rows = await db
        .selectFrom('amendment')
        .select('document')
        .where('review_id', '=', reviewId)
        .orderBy('number')
        .execute()
      return rows.map(({ document }) => JSON.parse(document) as StoredAmendment)
    },

    confirmations: (reviewId) => documents<StoredConfirmation>('confirmation', reviewId),

    async remarks(reviewId) {
      const remarks = await documents<StoredRemark>('remark', reviewId)
      // Ids grow with time on the device that made them: a second order where the clock gives none.
      return remarks.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    },

    async meetings(reviewId) {
      const meetings = await documents<StoredMeeting>('meeting', reviewId)
      const order = ({ startsAt, id }: StoredMeeting) => `${startsAt} ${id}`
      return meetings.sort((a, b) => (order(a) < order(b) ? -1 : 1))
    },

    attendance: (reviewId) => documents<StoredAttendance>('attendance', reviewId),
    equivalences: (reviewId) => documents<StoredEquivalence>('equivalence', reviewId),
    ratings: (reviewId) => documents<StoredRating>('rating', reviewId),

    async decisions(reviewId) {
      const rows = await db
        .selectFrom('panel_decision')
        .leftJoin('recall', (join) =>
          join
            .onRef('recall.review_id', '=', 'panel_decision.review_id')
            .onRef('recall.decision_id', '=', 'panel_decision.id'),
        )
        .select(['panel_decision.document', 'recall.at as recalledAt'])
        .where('panel_decision.review_id', '=', reviewId)
        .orderBy('panel_decision.at', 'desc')
        .orderBy('panel_decision.id', 'desc')
        .execute()
      return rows.map(({ document, recalledAt }) => ({
        ...(JSON.parse(document) as StoredDecision),
        recalledAt,
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

    async keepPositions(positions) {
      // PostgreSQL refuses a statement that meets the same row twice.
      const rows = [...new Map(positions.map((each) => [wordsOf(each), positionRow(each)])).values()]
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        await db
          .insertInto('position')
          .values(rows.slice(from, from + AT_ONCE))
          .onConflict((conflict) =>
            conflict
              .columns(['review_id', 'member_id', 'scope', 'item_id', 'wording_hash'])
              .doUpdateSet((row) => ({
                seq: row.ref('excluded.seq'),
                act_id: row.ref('excluded.act_id'),
                position: row.ref('excluded.position'),
                reason: row.ref('excluded.reason'),
                at: row.ref('excluded.at'),
                round: row.ref('excluded.round'),
                by_coordinator: row.ref('excluded.by_coordinator'),
              })),
          )
          .execute()
      }
    },

    async insertAmendment(amendment) {
      const { id, reviewId, number } = amendment
      await db
        .insertInto('amendment')
        .values({ id, review_id: reviewId, number, document: JSON.stringify(amendment) })
        .execute()
    },

    async saveConfirmation({ reviewId, ...confirmation }) {
      const { amendmentId, memberId, at } = confirmation
      const document = JSON.stringify(confirmation)
      await db
        .insertInto('confirmation')
        .values({ review_id: reviewId, amendment_id: amendmentId, member_id: memberId, at, document })
        .onConflict((conflict) =>
          conflict.columns(['review_id', 'amendment_id', 'member_id']).doUpdateSet({ at, document }),
        )
        .execute()
    },

    async saveRemark(remark) {
      const { reviewId, id, at } = remark
      const document = JSON.stringify(remark)
      await db
        .insertInto('remark')
        .values({ review_id: reviewId, id, at, document })
        .onConflict((conflict) => conflict.columns(['review_id', 'id']).doUpdateSet({ document }))
        .execute()
    },

    async saveMeeting(meeting) {
      const { reviewId, id, startsAt } = meeting
      const document = JSON.stringify(meeting)
      await db
        .insertInto('meeting')
        .values({ review_id: reviewId, id, at: startsAt, document })
        .onConflict((conflict) =>
          conflict.columns(['review_id', 'id']).doUpdateSet({ at: startsAt, document }),
        )
        .execute()
    },

    async saveAttendance({ reviewId, ...attendance }) {
      const { meetingId, memberId } = attendance
      const document = JSON.stringify(attendance)
      await db
        .insertInto('attendance')
        .values({ review_id: reviewId, meeting_id: meetingId, member_id: memberId, at: '', document })
        .onConflict((conflict) =>
          conflict.columns(['review_id', 'meeting_id', 'member_id']).doUpdateSet({ document }),
        )
        .execute()
    },

    async saveEquivalence(ruling) {
      const { reviewId, itemId, formerHash, hash, at } = ruling
      const document = JSON.stringify(ruling)
      await db
        .insertInto('equivalence')
        .values({
          review_id: reviewId,
          item_id: itemId,
          former_hash: formerHash,
          wording_hash: hash,
          at,
          document,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['review_id', 'item_id', 'former_hash', 'wording_hash'])
            .doUpdateSet({ at, document }),
        )
        .execute()
    },

    async saveRating(rating) {
      const { reviewId, round, memberId, partId } = rating
      const document = JSON.stringify(rating)
      await db
        .insertInto('rating')
        .values({
          review_id: reviewId,
          round: String(round),
          member_id: memberId,
          part_id: partId,
          at: '',
          document,
        })
        .onConflict((conflict) =>
          conflict.columns(['review_id', 'round', 'member_id', 'part_id']).doUpdateSet({ document }),
        )
        .execute()
    },

    async insertDecision(decision) {
      const { reviewId, id, at } = decision
      await db
        .insertInto('panel_decision')
        .values({ review_id: reviewId, id, at, document: JSON.stringify(decision) })
        .execute()
    },

    async recallDecision(reviewId, decisionId, at) {
      await db
        .insertInto('recall')
        .values({ review_id: reviewId, decision_id: decisionId, at, document: '{}' })
        .execute()
    },

    async noteAct(reviewId, actId, at) {
      await db.insertInto('review_act').values({ review_id: reviewId, act_id: actId, at }).execute()
    },
  }
  return store
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

/** Whose position it is, on which words of what. */
function wordsOf({ reviewId, memberId, scope, itemId, hash }: StoredPosition): string {
  return [reviewId, memberId, scope, itemId, hash].join()
}

function positionOf(row: Tables['position']): StoredPosition {
  return {
    reviewId: row.review_id,
    memberId: row.member_id,
    scope: row.scope as StoredPosition['scope'],
    itemId: row.item_id,
    hash: row.wording_hash,
    seq: row.seq,
    actId: row.act_id,
    position: row.position as StoredPosition['position'],
    reason: row.reason,
    at: row.at,
    round: row.round,
    byCoordinator: row.by_coordinator === 1,
  }
}

function positionRow(position: StoredPosition): Tables['position'] {
  return {
    review_id: position.reviewId,
    member_id: position.memberId,
    scope: position.scope,
    item_id: position.itemId,
    wording_hash: position.hash,
    seq: position.seq,
    act_id: position.actId,
    position: position.position,
    reason: position.reason,
    at: position.at,
    round: position.round,
    by_coordinator: position.byCoordinator ? 1 : 0,
  }
}
