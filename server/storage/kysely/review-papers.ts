import type { Transaction } from 'kysely'
import type {
  ReviewWriter,
  StoredAmendment,
  StoredAttendance,
  StoredConfirmation,
  StoredDecision,
  StoredEquivalence,
  StoredMeeting,
  StoredRating,
  StoredRemark,
} from '../review-port.ts'
import type { Tables } from './tables.ts'

type Paper = 'confirmation' | 'remark' | 'meeting' | 'attendance' | 'equivalence' | 'rating'
type Key<Table extends Paper> = Omit<Tables[Table], 'at' | 'document'>

/** What is kept in a review as documents: what is said and done in it, meetings, rulings and decisions. */
export function paperStore(
  db: Transaction<Tables>,
): Pick<
  ReviewWriter,
  | 'amendments'
  | 'confirmations'
  | 'remarks'
  | 'findMeeting'
  | 'meetings'
  | 'attendance'
  | 'equivalences'
  | 'ratings'
  | 'decisions'
  | 'insertAmendment'
  | 'saveConfirmation'
  | 'saveRemark'
  | 'saveMeeting'
  | 'saveAttendance'
  | 'saveEquivalence'
  | 'saveRating'
  | 'insertDecision'
  | 'recallDecision'
> {
  const documents = async <T>(table: Paper, reviewId: string): Promise<T[]> => {
    const rows = await db
      .selectFrom(table)
      .select('document')
      .where('review_id', '=', reviewId)
      .orderBy('at')
      .orderBy('document')
      .execute()
    return rows.map(({ document }) => JSON.parse(document) as T)
  }

  /** Keeps a document in place of the one that had the same key, which is all columns but the last two. */
  const keep = async <Table extends Paper>(
    table: Table,
    key: Key<Table>,
    at: string,
    kept: object,
  ): Promise<void> => {
    // These tables are alike: text in each column. Which of them it is, Kysely's types cannot follow.
    const alike = db as unknown as Transaction<{ paper: Record<string, string> }>
    const document = JSON.stringify(kept)
    await alike
      .insertInto(table as string as 'paper')
      .values({ ...key, at, document })
      .onConflict((conflict) => conflict.columns(Object.keys(key)).doUpdateSet({ at, document }))
      .execute()
  }

  return {
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

    async findMeeting(meetingId) {
      const row = await db
        .selectFrom('meeting')
        .select('document')
        .where('id', '=', meetingId)
        .executeTakeFirst()
      return row && (JSON.parse(row.document) as StoredMeeting)
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

    async insertAmendment(amendment) {
      const { id, reviewId, number } = amendment
      await db
        .insertInto('amendment')
        .values({ id, review_id: reviewId, number, document: JSON.stringify(amendment) })
        .execute()
    },

    saveConfirmation: ({ reviewId, ...confirmation }) => {
      const { amendmentId, memberId, at } = confirmation
      const key = { review_id: reviewId, amendment_id: amendmentId, member_id: memberId }
      return keep('confirmation', key, at, confirmation)
    },

    saveRemark: (remark) => keep('remark', { review_id: remark.reviewId, id: remark.id }, remark.at, remark),

    saveMeeting: (meeting) =>
      keep('meeting', { review_id: meeting.reviewId, id: meeting.id }, meeting.startsAt, meeting),

    saveAttendance: ({ reviewId, ...attendance }) => {
      const { meetingId, memberId } = attendance
      const key = { review_id: reviewId, meeting_id: meetingId, member_id: memberId }
      return keep('attendance', key, '', attendance)
    },

    saveEquivalence: (ruling) => {
      const { reviewId, itemId, formerHash, hash } = ruling
      const key = { review_id: reviewId, item_id: itemId, former_hash: formerHash, wording_hash: hash }
      return keep('equivalence', key, ruling.at, ruling)
    },

    saveRating: (rating) => {
      const { reviewId, round, memberId, partId } = rating
      const key = { review_id: reviewId, round: String(round), member_id: memberId, part_id: partId }
      return keep('rating', key, '', rating)
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
  }
}
