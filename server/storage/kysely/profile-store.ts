import type { Transaction } from 'kysely'
import type { ProfileIdentity, ProfileWriter } from '../storage.ts'
import type { Tables } from './tables.ts'

export function profileStore(db: Transaction<Tables>): ProfileWriter {
  return {
    async find(slug) {
      const row = await db.selectFrom('profile').selectAll().where('slug', '=', slug).executeTakeFirst()
      return row && identity(row)
    },
    async findById(id) {
      const row = await db.selectFrom('profile').selectAll().where('id', '=', id).executeTakeFirst()
      return row && identity(row)
    },
    async list() {
      return (await db.selectFrom('profile').selectAll().execute()).map(identity)
    },
    async insert({ id, slug, createdAt, organisationId }) {
      await db
        .insertInto('profile')
        .values({ id, slug, created_at: createdAt, organisation_id: organisationId })
        .execute()
    },
    async hand(id, organisationId) {
      await db.updateTable('profile').set({ organisation_id: organisationId }).where('id', '=', id).execute()
    },
  }
}

function identity(row: Tables['profile']): ProfileIdentity {
  return { id: row.id, slug: row.slug, createdAt: row.created_at, organisationId: row.organisation_id }
}
