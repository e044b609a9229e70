import type { Transaction } from 'kysely'
import type { Provenance, WorkshopConduct } from '../../../schemas/types.ts'
import type {
  StoredGroup,
  StoredRuling,
  StoredSeat,
  StoredWorkshop,
  WorkshopWriter,
} from '../workshop-port.ts'
import type { Tables } from './tables.ts'

/** Workshops, who sits where, and what became of what they wrote. */
export function workshopStore(db: Transaction<Tables>): WorkshopWriter {
  return {
    async find(id) {
      const row = await db.selectFrom('workshop').selectAll().where('id', '=', id).executeTakeFirst()
      return row && workshopOf(row)
    },

    async list(profileId) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('profile_id', '=', profileId)
        .orderBy('date', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(workshopOf)
    },

    async groups(workshopId) {
      const rows = await db
        .selectFrom('workshop_group')
        .selectAll()
        .where('workshop_id', '=', workshopId)
        .orderBy('number')
        .execute()
      return rows.map(groupOf)
    },

    async findGroup(groupId) {
      const row = await db
        .selectFrom('workshop_group')
        .selectAll()
        .where('id', '=', groupId)
        .executeTakeFirst()
      return row && groupOf(row)
    },

    async groupByCode(code) {
      const row = await db
        .selectFrom('workshop_group')
        .selectAll()
        .where('code', '=', code)
        .executeTakeFirst()
      return row && groupOf(row)
    },

    async seats(workshopId) {
      const rows = await db
        .selectFrom('seat')
        .innerJoin('workshop_group', 'workshop_group.id', 'seat.group_id')
        .selectAll('seat')
        .where('workshop_group.workshop_id', '=', workshopId)
        .orderBy('seat.taken_at')
        .orderBy('seat.id')
        .execute()
      return rows.map(seatOf)
    },

    async findSeat(seatId) {
      const row = await db.selectFrom('seat').selectAll().where('id', '=', seatId).executeTakeFirst()
      return row && seatOf(row)
    },

    async seatByDevice(secretHash) {
      const row = await db
        .selectFrom('seat')
        .innerJoin('seat_device', 'seat_device.seat_id', 'seat.id')
        .selectAll('seat')
        .where('seat_device.secret_hash', '=', secretHash)
        .executeTakeFirst()
      return row && seatOf(row)
    },

    async rulings(workshopId) {
      const rows = await db
        .selectFrom('ruling')
        .select('document')
        .where('workshop_id', '=', workshopId)
        .orderBy('at')
        .orderBy('row_id')
        .execute()
      return rows.map(({ document }) => JSON.parse(document) as StoredRuling)
    },

    async moduleOf(workshopId, themeId) {
      const row = await db
        .selectFrom('theme_module')
        .select('module_id')
        .where('workshop_id', '=', workshopId)
        .where('theme_id', '=', themeId)
        .executeTakeFirst()
      return row?.module_id
    },

    async origins(profileId, itemId) {
      const rows = await db
        .selectFrom('origin')
        .innerJoin('workshop', 'workshop.id', 'origin.workshop_id')
        .select('document')
        .where('origin.profile_id', '=', profileId)
        .where('item_id', '=', itemId)
        .orderBy('workshop.date', 'desc')
        .orderBy('workshop.id', 'desc')
        .execute()
      return rows.map(({ document }) => JSON.parse(document) as Provenance)
    },

    async itemsWithOrigin(profileId) {
      const rows = await db
        .selectFrom('origin')
        .innerJoin('workshop', 'workshop.id', 'origin.workshop_id')
        .select('origin.document')
        .where('origin.profile_id', '=', profileId)
        .orderBy('item_id')
        .orderBy('workshop.date')
        .orderBy('workshop.id')
        .execute()
      // The last of an item's rows is the latest.
      const items = rows.map(({ document }) => {
        const { itemId, date, workshopName } = JSON.parse(document) as Provenance
        return [itemId, { itemId, date, workshopName }] as const
      })
      return [...new Map(items).values()]
    },

    async originsIn(workshopId) {
      const rows = await db
        .selectFrom('origin')
        .select('document')
        .where('workshop_id', '=', workshopId)
        .orderBy('item_id')
        .execute()
      return rows.map(({ document }) => JSON.parse(document) as Provenance)
    },

    async heldNames() {
      const rows = await db
        .selectFrom('workshop')
        .innerJoin('workshop_group', 'workshop_group.workshop_id', 'workshop.id')
        .innerJoin('seat', 'seat.group_id', 'workshop_group.id')
        .select(({ fn }) => ['workshop.id', 'workshop.date', 'workshop.ended_at', fn.countAll().as('names')])
        .where('seat.name', '!=', '')
        .groupBy(['workshop.id', 'workshop.date', 'workshop.ended_at'])
        .orderBy('workshop.id')
        .execute()
      return rows.map(({ id, date, ended_at: endedAt, names }) => ({
        id,
        date,
        endedAt,
        names: Number(names),
      }))
    },

    async insert(workshop) {
      await db.insertInto('workshop').values(rowOf(workshop)).execute()
    },

    async save(workshop) {
      await db.updateTable('workshop').set(rowOf(workshop)).where('id', '=', workshop.id).execute()
    },

    async insertGroup(group) {
      await db.insertInto('workshop_group').values(groupRow(group)).execute()
    },

    async saveGroup(group) {
      await db.updateTable('workshop_group').set(groupRow(group)).where('id', '=', group.id).execute()
    },

    async insertSeat(seat) {
      await db.insertInto('seat').values(seatRow(seat)).execute()
    },

    async saveSeat(seat) {
      await db.updateTable('seat').set(seatRow(seat)).where('id', '=', seat.id).execute()
    },

    async forgetNames(workshopId) {
      const { numUpdatedRows } = await db
        .updateTable('seat')
        .set({ name: '' })
        .where('name', '!=', '')
        .where('group_id', 'in', (from) =>
          from.selectFrom('workshop_group').select('id').where('workshop_id', '=', workshopId),
        )
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },

    async addDevice(secretHash, seatId, at) {
      await db.insertInto('seat_device').values({ secret_hash: secretHash, seat_id: seatId, at }).execute()
    },

    async removeDevice(secretHash) {
      await db.deleteFrom('seat_device').where('secret_hash', '=', secretHash).execute()
    },

    async saveRuling(ruling) {
      const { workshopId, rowId, at } = ruling
      const document = JSON.stringify(ruling)
      await db
        .insertInto('ruling')
        .values({ workshop_id: workshopId, row_id: rowId, at, document })
        .onConflict((conflict) => conflict.columns(['workshop_id', 'row_id']).doUpdateSet({ at, document }))
        .execute()
    },

    async nameModule(workshopId, themeId, moduleId) {
      await db
        .insertInto('theme_module')
        .values({ workshop_id: workshopId, theme_id: themeId, module_id: moduleId })
        .onConflict((conflict) =>
          conflict.columns(['workshop_id', 'theme_id']).doUpdateSet({ module_id: moduleId }),
        )
        .execute()
    },

    async addOrigin(profileId, origin) {
      const document = JSON.stringify(origin)
      await db
        .insertInto('origin')
        .values({ profile_id: profileId, item_id: origin.itemId, workshop_id: origin.workshopId, document })
        .onConflict((conflict) =>
          conflict.columns(['profile_id', 'item_id', 'workshop_id']).doUpdateSet({ document }),
        )
        .execute()
    },

    async removeOrigin(profileId, itemId, workshopId) {
      await db
        .deleteFrom('origin')
        .where('profile_id', '=', profileId)
        .where('item_id', '=', itemId)
        .where('workshop_id', '=', workshopId)
        .execute()
    },
  }
}

type Plan = Pick<StoredWorkshop, 'name' | 'question' | 'phases' | 'anonymity' | 'isRehearsal'>

function workshopOf(row: Tables['workshop']): StoredWorkshop {
  return {
    id: row.id,
    profileId: row.profile_id,
    date: row.date,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    ...(JSON.parse(row.plan) as Plan),
    conduct: JSON.parse(row.conduct) as WorkshopConduct,
  }
}

function rowOf({
  id,
  profileId,
  date,
  conduct,
  createdAt,
  endedAt,
  ...plan
}: StoredWorkshop): Tables['workshop'] {
  return {
    id,
    profile_id: profileId,
    date,
    plan: JSON.stringify(plan satisfies Plan),
    conduct: JSON.stringify(conduct),
    created_at: createdAt,
    ended_at: endedAt,
  }
}

function groupOf(row: Tables['workshop_group']): StoredGroup {
  const { workshop_id: workshopId, ...group } = row
  return { ...group, workshopId }
}

function groupRow({ workshopId, ...group }: StoredGroup): Tables['workshop_group'] {
  return { ...group, workshop_id: workshopId }
}

function seatOf(row: Tables['seat']): StoredSeat {
  return {
    id: row.id,
    groupId: row.group_id,
    name: row.name,
    perspective: row.perspective,
    hand: row.hand,
    wordHash: row.word_hash,
    takenAt: row.taken_at,
    removedAt: row.removed_at,
  }
}

function seatRow(seat: StoredSeat): Tables['seat'] {
  return {
    id: seat.id,
    group_id: seat.groupId,
    name: seat.name,
    perspective: seat.perspective,
    hand: seat.hand,
    word_hash: seat.wordHash,
    taken_at: seat.takenAt,
    removed_at: seat.removedAt,
  }
}
