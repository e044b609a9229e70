import type { Transaction } from 'kysely'
import type { Organisation, OrganisationWriter } from '../people-port.ts'
import type { Tables } from './tables.ts'

export function organisationStore(db: Transaction<Tables>): OrganisationWriter {
  return {
    async find(id) {
      const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
      return row && organisation(row)
    },
    async list() {
      return (await db.selectFrom('organisation').selectAll().orderBy('id').execute()).map(organisation)
    },
    async insert({ id, name, createdAt }) {
      await db.insertInto('organisation').values({ id, name, created_at: createdAt }).execute()
    },
    async rename(id, name) {
      await db.updateTable('organisation').set({ name }).where('id', '=', id).execute()
    },
    async remove(id) {
      await db.deleteFrom('organisation').where('id', '=', id).execute()
    },
  }
}

function organisation({ id, name, created_at: createdAt }: Tables['organisation']): Organisation {
  return { id, name, createdAt }
}
