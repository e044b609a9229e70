import type { Transaction } from 'kysely'
import type { Role } from '../../domain/people/abilities.ts'
import type { PeopleWriter, Person } from '../storage.ts'
import type { Tables } from './tables.ts'

/** The only tables that hold names, addresses and secrets; the secrets as hashes. */
export function peopleStore(db: Transaction<Tables>): PeopleWriter {
  const store: PeopleWriter = {
    async find(id) {
      const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
      return row && person(row)
    },

    async firstAdministrator() {
      const row = await db
        .selectFrom('person')
        .selectAll()
        .where('role', '=', 'administrator')
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return row && person(row)
    },

    async findByName(name) {
      const row = await db
        .selectFrom('person')
        .selectAll()
        .where('name', '=', name)
        .orderBy('id')
        .executeTakeFirst()
      return row && person(row)
    },

    async names(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },

    async bySession(idHash, now) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .selectAll('person')
        .where('session.id_hash', '=', idHash)
        .where('session.expires_at', '>', now)
        .executeTakeFirst()
      return row && person(row)
    },

    async linkIsOpen(tokenHash, now) {
      const row = await db
        .selectFrom('sign_in_link')
        .select('token_hash')
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row !== undefined
    },

    async insert({ id, name, email, role, createdAt }) {
      await db.insertInto('person').values({ id, name, email, role, created_at: createdAt }).execute()
    },

    async insertLink({ tokenHash, personId, expiresAt }) {
      await db
        .insertInto('sign_in_link')
        .values({ token_hash: tokenHash, person_id: personId, expires_at: expiresAt, used_at: null })
        .execute()
    },

    async spendLink(tokenHash, now) {
      // The condition is in the update: of two who come at once with the same link, one gets in.
      const spent = await db
        .updateTable('sign_in_link')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('person_id')
        .executeTakeFirst()
      return spent && store.find(spent.person_id)
    },

    async insertSession({ idHash, personId, createdAt, expiresAt }) {
      await db
        .insertInto('session')
        .values({ id_hash: idHash, person_id: personId, created_at: createdAt, expires_at: expiresAt })
        .execute()
    },

    async endSession(idHash) {
      await db.deleteFrom('session').where('id_hash', '=', idHash).execute()
    },
  }
  return store
}

function person({ id, name, email, role }: Tables['person']): Person {
  return { id, name, email, role: role as Role }
}
