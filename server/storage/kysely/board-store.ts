import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import type { BoardUpdate, BoardWriter } from '../workshop-port.ts'
import type { Tables } from './tables.ts'

/** Boards in the course of being written on. Folded states and steps are compressed; updates are too small to be. */
export function boardStore(db: Transaction<Tables>): BoardWriter {
  return {
    async load(groupId) {
      const fold = await db
        .selectFrom('board_fold')
        .selectAll()
        .where('group_id', '=', groupId)
        .executeTakeFirst()
      const foldedTo = Number(fold?.folded_to ?? 0)
      const rows = await db
        .selectFrom('board_update')
        .selectAll()
        .where('group_id', '=', groupId)
        .where('seq', '>', foldedTo)
        .orderBy('seq')
        .execute()
      return {
        state: fold ? unpacked(fold.state) : null,
        foldedTo,
        writers: JSON.parse(fold?.writers ?? '{}') as Record<string, string>,
        updates: rows.map((row) => ({
          seq: Number(row.seq),
          seatId: row.seat_id,
          at: row.at,
          update: row.data,
        })),
      }
    },

    async writtenBy(workshopId, seatId) {
      const rows = await db
        .selectFrom('board')
        .innerJoin('workshop_group', 'workshop_group.id', 'board.group_id')
        .leftJoin('board_fold', 'board_fold.group_id', 'board.group_id')
        .select('board.group_id')
        .where('workshop_id', '=', workshopId)
        .where((where) =>
          where.or([
            where('writers', 'like', `%"${seatId}"%`),
            where.exists(
              where
                .selectFrom('board_update')
                .select('seq')
                .whereRef('board_update.group_id', '=', 'board.group_id')
                .where('seat_id', '=', seatId),
            ),
          ]),
        )
        .orderBy('number')
        .execute()
      return rows.map((row) => row.group_id)
    },

    async steps(groupId) {
      const rows = await db
        .selectFrom('board_step')
        .select(['at', 'changes'])
        .where('group_id', '=', groupId)
        .orderBy('at')
        .execute()
      return rows.map(({ at, changes }) => ({ at, changes: unpacked(changes).toString('utf8') }))
    },

    async size(groupId) {
      const { rows } = await sql<{ size: number | string }>`select
        (select coalesce(sum(length(state) + length(writers)), 0) from board_fold where group_id = ${groupId}) +
        (select coalesce(sum(length(data)), 0) from board_update where group_id = ${groupId}) +
        (select coalesce(sum(length(changes)), 0) from board_step where group_id = ${groupId}) as size`.execute(
        db,
      )
      return Number(rows[0]?.size ?? 0)
    },

    async append(updates) {
      if (updates.length === 0) return
      const groups = byGroup(updates)
      const lasts = await countUp(db, groups)
      const rows = [...groups].flatMap(([groupId, those]) => {
        const before = (lasts.get(groupId) ?? 0) - those.length
        return those.map(({ seatId, at, update }, index) => ({
          group_id: groupId,
          seq: before + 1 + index,
          seat_id: seatId,
          at,
          data: Buffer.from(update),
        }))
      })
      await db.insertInto('board_update').values(rows).execute()
    },

    async fold(groupId, { state, foldedTo, foldedFrom, writers, step }) {
      const fold = { folded_to: foldedTo, writers: JSON.stringify(writers), state: packed(state) }
      // Another process may have folded further meanwhile, and has taken those updates away: then its state stands.
      const stands = await db
        .insertInto('board_fold')
        .values({ group_id: groupId, ...fold })
        .onConflict((conflict) =>
          conflict
            .column('group_id')
            .doUpdateSet(fold)
            .where('board_fold.folded_to', foldedFrom === undefined ? '<=' : '=', foldedFrom ?? foldedTo),
        )
        .returning('group_id')
        .executeTakeFirst()
      if (!stands) return
      await db
        .deleteFrom('board_update')
        .where('group_id', '=', groupId)
        .where('seq', '<=', foldedTo)
        .execute()
      if (!step) return
      const changes = packed(Buffer.from(step.changes, 'utf8'))
      await db
        .insertInto('board_step')
        .values({ group_id: groupId, at: step.at, changes })
        .onConflict((conflict) => conflict.columns(['group_id', 'at']).doUpdateSet({ changes }))
        .execute()
    },
  }
}

/**
 * Takes as many numbers for each group as there are updates; gives the last of each. The rows are held until the
 * transaction ends, taken in one order by all, so that two processes do not wait for each other.
 */
async function countUp(
  db: Transaction<Tables>,
  groups: ReadonlyMap<string, readonly BoardUpdate[]>,
): Promise<ReadonlyMap<string, number>> {
  const counts = [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
  const { rows } = await sql<{ group_id: string; seq: number | string }>`insert into board (group_id, seq)
    values ${sql.join(counts.map(([groupId, those]) => sql`(${groupId}, ${sql.lit(those.length)})`))}
    on conflict (group_id) do update set seq = board.seq + excluded.seq returning group_id, seq`.execute(db)
  return new Map(rows.map(({ group_id: groupId, seq }) => [groupId, Number(seq)]))
}

function byGroup(updates: readonly BoardUpdate[]): ReadonlyMap<string, BoardUpdate[]> {
  const groups = new Map<string, BoardUpdate[]>()
  for (const update of updates) {
    const those = groups.get(update.groupId)
    if (those) those.push(update)
    else groups.set(update.groupId, [update])
  }
  return groups
}

/** Made for text, and better at short ones than deflate. The middle of its levels: the best takes ten times as long. */
function packed(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

function unpacked(bytes: Buffer): Buffer {
  return brotliDecompressSync(bytes)
}
