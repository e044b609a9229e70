import type { Transaction } from 'kysely'
import type { OrganisationWriter } from '../people-port.ts'
import type { Tables } from './tables.ts'

export function organisationStore(db: Transaction<Tables>): OrganisationWriter {
  return {
    async find(id) {
      return db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
    },
    async list() {
      return db.selectFrom('organisation').selectAll().orderBy('id').execute()
    },
    async insert({ id, name }) {
      await db.insertInto('organisation').values({ id, name }).execute()
    },
    async rename(id, name) {
      await db.updateTable('organisation').set({ name }).where('id', '=', id).execute()
    },
    async remove(id) {
      await db.deleteFrom('organisation').where('id', '=', id).execute()
    },
  }
}
