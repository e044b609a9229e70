import type { Transaction } from 'kysely'
import type { Role, Scope } from '../../../schemas/types.ts'
import type { Locale, PeopleWriter, Person, PersonFields, StoredGrant } from '../people-port.ts'
import type { Tables } from './tables.ts'

/** Who people are and what they have been granted. */
export function peopleStore(db: Transaction<Tables>): PeopleWriter {
  const people = () => db.selectFrom('person').selectAll()

  return {
    async find(id) {
      const row = await people().where('id', '=', id).executeTakeFirst()
      return row && person(row)
    },

    async findByEmail(email) {
      const row = await people().where('email', '=', email.toLowerCase()).executeTakeFirst()
      return row && person(row)
    },

    async list() {
      return (await people().orderBy('id').execute()).map(person)
    },

    async passwordHash(id) {
      const row = await db
        .selectFrom('person')
        .select('password_hash')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.password_hash ?? undefined
    },

    async names(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },

    async grants(personId) {
      const all = db.selectFrom('person_grant').selectAll().orderBy('granted_at').orderBy('id')
      const rows = await (personId === undefined ? all : all.where('person_id', '=', personId)).execute()
      return rows.map(grant)
    },

    async insert({ id, name, email, organisationId, locale, createdAt }) {
      await db
        .insertInto('person')
        .values({
          id,
          name,
          email: email?.toLowerCase() ?? null,
          organisation_id: organisationId,
          locale,
          password_hash: null,
          second_step: 0,
          created_at: createdAt,
          last_signed_in_at: null,
        })
        .execute()
    },

    async amend(id, fields) {
      const columns = columnsOf(fields)
      if (Object.keys(columns).length === 0) return
      await db.updateTable('person').set(columns).where('id', '=', id).execute()
    },

    async setPassword(id, hash) {
      await db.updateTable('person').set({ password_hash: hash }).where('id', '=', id).execute()
    },

    async noteSignIn(id, at) {
      await db.updateTable('person').set({ last_signed_in_at: at }).where('id', '=', id).execute()
    },

    async erase(id) {
      await db.deleteFrom('person').where('id', '=', id).execute()
    },

    async insertGrant({ id, personId, role, scope, grantedAt }) {
      await db
        .insertInto('person_grant')
        .values({
          id,
          person_id: personId,
          role,
          scope_kind: scope.kind,
          scope_id: scope.id ?? '',
          granted_at: grantedAt,
        })
        .execute()
    },

    async removeGrant(id) {
      await db.deleteFrom('person_grant').where('id', '=', id).execute()
    },

    async holdAdministrators() {
      // Writing what stands there already locks the rows: of two who take each other's role, one comes second.
      const rows = await db
        .updateTable('person_grant')
        .set({ role: 'administrator' })
        .where('role', '=', 'administrator')
        .returningAll()
        .execute()
      return rows.map(grant)
    },
  }
}

function columnsOf({ name, email, organisationId, locale, secondStep }: PersonFields) {
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email: email?.toLowerCase() ?? null }),
    ...(organisationId !== undefined && { organisation_id: organisationId }),
    ...(locale !== undefined && { locale }),
    ...(secondStep !== undefined && { second_step: Number(secondStep) }),
  }
}

function person(row: Tables['person']): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    organisationId: row.organisation_id,
    locale: row.locale as Locale,
    secondStep: row.second_step === 1,
    hasPassword: row.password_hash !== null,
    createdAt: row.created_at,
    lastSignedInAt: row.last_signed_in_at,
  }
}

function grant(row: Tables['person_grant']): StoredGrant {
  return {
    id: row.id,
    personId: row.person_id,
    role: row.role as Role,
    scope: { kind: row.scope_kind as Scope['kind'], id: row.scope_id || null },
    grantedAt: row.granted_at,
  }
}
