import type { Transaction } from 'kysely'
import type { ReviewWriter, StoredPosition } from '../review-port.ts'
import type { Tables } from './tables.ts'

/** As many rows as one statement may carry values for. */
const AT_ONCE = 50

/** What members say of which words: by far the most that a review keeps. */
export function positionStore(
  db: Transaction<Tables>,
): Pick<ReviewWriter, 'positions' | 'lastPosition' | 'keepPositions'> {
  return {
    async positions(reviewId, memberIds) {
      if (memberIds?.length === 0) return []
      const all = db.selectFrom('position').selectAll().where('review_id', '=', reviewId).orderBy('seq')
      const rows = await (memberIds ? all.where('member_id', 'in', memberIds) : all).execute()
      return rows.map(positionOf)
    },

    async lastPosition(reviewId) {
      const row = await db
        .selectFrom('position')
        .select((select) => select.fn.max('seq').as('last'))
        .where('review_id', '=', reviewId)
        .executeTakeFirst()
      return row?.last ?? 0
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
