import type { Transaction } from 'kysely'
import type { EditionWriter, StoredEdition } from '../storage.ts'
import type { Tables } from './tables.ts'

export function editionStore(db: Transaction<Tables>): EditionWriter {
  return {
    async find(profileId, version) {
      const row = await db
        .selectFrom('edition')
        .selectAll()
        .where('profile_id', '=', profileId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row && stored(row)
    },

    async latest(profileId) {
      const row = await db
        .selectFrom('edition')
        .selectAll()
        .where('profile_id', '=', profileId)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && stored(row)
    },

    async exists(profileId) {
      const row = await db
        .selectFrom('edition')
        .select('number')
        .where('profile_id', '=', profileId)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    async list(profileId) {
      return db
        .selectFrom('edition')
        .select(['version', 'digest'])
        .where('profile_id', '=', profileId)
        .orderBy('number', 'desc')
        .execute()
    },

    async *all() {
      const numbers = await db.selectFrom('edition').select('number').orderBy('number').execute()
      for (const { number } of numbers) {
        yield stored(
          await db.selectFrom('edition').selectAll().where('number', '=', number).executeTakeFirstOrThrow(),
        )
      }
    },

    async insert({ profileId, version, digest, document, parsed }) {
      await db
        .insertInto('edition')
        .values({
          id: parsed.id,
          profile_id: profileId,
          version,
          digest,
          published_at: parsed.publishedAt,
          document,
        })
        .execute()
    },
  }
}

function stored(row: Omit<Tables['edition'], 'number'>): StoredEdition {
  return { profileId: row.profile_id, version: row.version, digest: row.digest, document: row.document }
}
