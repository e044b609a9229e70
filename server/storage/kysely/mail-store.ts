import { sql, type Transaction } from 'kysely'
import type { Locale, MailKind, MailStatus, MailWriter, StoredMail } from '../people-port.ts'
import type { Tables } from './tables.ts'

const SETTLED: readonly MailStatus[] = ['sent', 'failed', 'uncertain']

/** The outbox. */
export function mailStore(db: Transaction<Tables>): MailWriter {
  const mails = () => db.selectFrom('mail').selectAll()
  const counted = () => db.selectFrom('mail').select(sql<number | string>`count(*)`.as('total'))

  return {
    async find(id) {
      const row = await mails().where('id', '=', id).executeTakeFirst()
      return row && mail(row)
    },

    async page({ limit, page }) {
      const { total } = await counted().executeTakeFirstOrThrow()
      const rows = await mails()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset((page - 1) * limit)
        .execute()
      return { mails: rows.map(mail), total: Number(total) }
    },

    async ofPerson(personId) {
      return (await mails().where('person_id', '=', personId).orderBy('id').execute()).map(mail)
    },

    async due(now, limit) {
      const rows = await mails()
        .where('status', '=', 'waiting')
        .where('next_attempt_at', '<=', now)
        .orderBy('next_attempt_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(mail)
    },

    async nextDueAt() {
      const row = await db
        .selectFrom('mail')
        .select(({ fn }) => fn.min('next_attempt_at').as('at'))
        .where('status', '=', 'waiting')
        .executeTakeFirst()
      return row?.at ?? undefined
    },

    async countBy(status) {
      const { total } = await counted().where('status', '=', status).executeTakeFirstOrThrow()
      return Number(total)
    },

    async countSettled(createdBefore) {
      const { total } = await counted()
        .where('status', 'in', SETTLED)
        .where('created_at', '<', createdBefore)
        .executeTakeFirstOrThrow()
      return Number(total)
    },

    async insert(queued) {
      await db.insertInto('mail').values(rowOf(queued)).execute()
    },

    async claim(id, now) {
      const row = await db
        .updateTable('mail')
        .set({ status: 'sending', claimed_at: now })
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .where('next_attempt_at', '<=', now)
        .returningAll()
        .executeTakeFirst()
      return row && mail(row)
    },

    async settle(id, { status, attempts, nextAttemptAt, sentAt, problem }) {
      await db
        .updateTable('mail')
        .set({ status, attempts, next_attempt_at: nextAttemptAt, sent_at: sentAt, problem, claimed_at: null })
        .where('id', '=', id)
        .execute()
    },

    async settleAbandoned(claimedBefore) {
      const rows = await db
        .updateTable('mail')
        .set({ status: 'uncertain', claimed_at: null, next_attempt_at: null, problem: 'abandoned' })
        .where('status', '=', 'sending')
        .where('claimed_at', '<', claimedBefore)
        .returning('id')
        .execute()
      return rows.length
    },

    async removeSettled(createdBefore) {
      const rows = await db
        .deleteFrom('mail')
        .where('status', 'in', SETTLED)
        .where('created_at', '<', createdBefore)
        .returning('id')
        .execute()
      return rows.length
    },
  }
}

function rowOf(queued: StoredMail): Tables['mail'] {
  return {
    id: queued.id,
    person_id: queued.personId,
    kind: queued.kind,
    locale: queued.locale,
    status: queued.status,
    attempts: queued.attempts,
    created_at: queued.createdAt,
    next_attempt_at: queued.nextAttemptAt,
    claimed_at: queued.claimedAt,
    sent_at: queued.sentAt,
    problem: queued.problem,
    about: queued.about,
  }
}

function mail(row: Tables['mail']): StoredMail {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as MailKind,
    locale: row.locale as Locale,
    status: row.status as MailStatus,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at,
    claimedAt: row.claimed_at,
    sentAt: row.sent_at,
    problem: row.problem,
    about: row.about,
  }
}
