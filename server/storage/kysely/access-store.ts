import { sql, type Transaction } from 'kysely'
import type {
  AccessWriter,
  Challenge,
  Identity,
  SignInMethod,
  StoredPasskey,
  StoredSession,
} from '../people-port.ts'
import type { Tables } from './tables.ts'

/** What is good for a while only, or once. */
const EXPIRING = ['sign_in_link', 'session', 'challenge'] as const

/** By what people come in, and where they are: everything secret as a hash. */
export function accessStore(db: Transaction<Tables>): AccessWriter {
  const store: AccessWriter = {
    async session(secretHash, now) {
      const row = await db
        .selectFrom('session')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row && session(row)
    },

    async sessions(personId, now) {
      const rows = await db
        .selectFrom('session')
        .selectAll()
        .where('person_id', '=', personId)
        .where('expires_at', '>', now)
        .where('is_half', '=', 0)
        .orderBy('last_seen_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(session)
    },

    async countSessions(now, personId) {
      const rows = await db
        .selectFrom('session')
        .select(({ fn }) => ['person_id', fn.countAll().as('count')])
        .where('expires_at', '>', now)
        .where('is_half', '=', 0)
        .$if(personId !== undefined, (all) => all.where('person_id', '=', personId ?? ''))
        .groupBy('person_id')
        .execute()
      return new Map(rows.map((row) => [row.person_id, Number(row.count)]))
    },

    async linkFor(tokenHash, now) {
      const row = await db
        .selectFrom('sign_in_link')
        .select('person_id')
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row?.person_id
    },

    async identity(issuer, subject) {
      const row = await db
        .selectFrom('identity')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst()
      return row && identity(row)
    },

    async identities(personId) {
      const rows = await db
        .selectFrom('identity')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('issuer')
        .execute()
      return rows.map(identity)
    },

    async passkey(id) {
      const row = await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
      return row && passkey(row)
    },

    async passkeys(personId) {
      const rows = await db
        .selectFrom('passkey')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(passkey)
    },

    async insertSession(opened) {
      await db
        .insertInto('session')
        .values({
          id: opened.id,
          secret_hash: opened.secretHash,
          person_id: opened.personId,
          by: opened.by,
          device: opened.device,
          created_at: opened.createdAt,
          last_seen_at: opened.lastSeenAt,
          expires_at: opened.expiresAt,
          is_half: Number(opened.isHalf),
        })
        .execute()
    },

    async seeSession(id, at) {
      await db.updateTable('session').set({ last_seen_at: at }).where('id', '=', id).execute()
    },

    async endSession(id) {
      await db.deleteFrom('session').where('id', '=', id).execute()
    },

    async endSessions(personId, butId) {
      const theirs = db.deleteFrom('session').where('person_id', '=', personId)
      await (butId === undefined ? theirs : theirs.where('id', '<>', butId)).execute()
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
      return spent?.person_id
    },

    async removeLinks(personId) {
      await db.deleteFrom('sign_in_link').where('person_id', '=', personId).execute()
    },

    async insertIdentity({ issuer, subject, personId, connectedAt }) {
      await db
        .insertInto('identity')
        .values({ issuer, subject, person_id: personId, connected_at: connectedAt })
        .execute()
    },

    async removeIdentity(personId, issuer) {
      await db.deleteFrom('identity').where('person_id', '=', personId).where('issuer', '=', issuer).execute()
    },

    async insertPasskey(added) {
      await db
        .insertInto('passkey')
        .values({
          id: added.id,
          person_id: added.personId,
          name: added.name,
          public_key: added.publicKey,
          counter: added.counter,
          transports: added.transports.join(' '),
          created_at: added.createdAt,
          last_used_at: added.lastUsedAt,
        })
        .execute()
    },

    async usePasskey(id, counter, at) {
      await db.updateTable('passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute()
    },

    async removePasskey(id) {
      await db.deleteFrom('passkey').where('id', '=', id).execute()
    },

    async insertChallenge({ hash, purpose, personId, expiresAt }) {
      await db
        .insertInto('challenge')
        .values({ hash, purpose, person_id: personId, expires_at: expiresAt })
        .execute()
    },

    async spendChallenge(hash, now) {
      const row = await db.deleteFrom('challenge').where('hash', '=', hash).returningAll().executeTakeFirst()
      return row && row.expires_at > now ? challenge(row) : undefined
    },

    async countExpired(now) {
      let count = 0
      for (const table of EXPIRING) {
        const { total } = await db
          .selectFrom(table)
          .select(sql<number | string>`count(*)`.as('total'))
          .where(isOver(table, now))
          .executeTakeFirstOrThrow()
        count += Number(total)
      }
      return count
    },

    async removeExpired(now) {
      const count = await store.countExpired(now)
      for (const table of EXPIRING) {
        await db.deleteFrom(table).where(isOver(table, now)).execute()
      }
      return count
    },
  }
  return store
}

function isOver(table: (typeof EXPIRING)[number], now: string) {
  const isUsed = table === 'sign_in_link' ? sql`used_at is not null` : sql`1 = 0`
  return sql<boolean>`(expires_at <= ${now} or ${isUsed})`
}

function session(row: Tables['session']): StoredSession {
  return {
    id: row.id,
    personId: row.person_id,
    by: row.by as SignInMethod,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    isHalf: row.is_half === 1,
  }
}

function identity(row: Tables['identity']): Identity {
  return { issuer: row.issuer, subject: row.subject, personId: row.person_id, connectedAt: row.connected_at }
}

function passkey(row: Tables['passkey']): StoredPasskey {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    publicKey: row.public_key,
    counter: Number(row.counter), // PostgreSQL's bigint arrives as text
    transports: row.transports.split(' ').filter(Boolean),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}

function challenge(row: Tables['challenge']): Challenge {
  return {
    hash: row.hash,
    purpose: row.purpose as Challenge['purpose'],
    personId: row.person_id,
    expiresAt: row.expires_at,
  }
}
