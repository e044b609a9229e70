import { sql, type Transaction } from 'kysely'
import type { LogEntry, LoggedEvent, Reason } from '../../../schemas/types.ts'
import { chainEntry } from '../log-chain.ts'
import type { LogSearch, LogWriter, Trace } from '../storage.ts'
import type { Tables } from './tables.ts'

const BATCH = 500
const BATCH_OF_TRACES = 5000
const EXPLANATION: LoggedEvent['kind'] = 'change-explained'
/** What a panel does has its own record, which says who may see whose part in it. */
const NO_HISTORY: LoggedEvent['kind'][] = [EXPLANATION, 'panel-act']

export function logStore(db: Transaction<Tables>): LogWriter {
  return {
    async page(profileId, { limit, page }) {
      const { total } = await db
        .selectFrom('log')
        .select(sql<number | string>`count(*)`.as('total'))
        .where('profile_id', '=', profileId)
        .where('kind', 'not in', NO_HISTORY)
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('log')
        .selectAll()
        .where('profile_id', '=', profileId)
        .where('kind', 'not in', NO_HISTORY)
        .orderBy('seq', 'desc')
        .limit(limit)
        .offset((page - 1) * limit)
        .execute()
      return { entries: rows.map(entryOf), total: Number(total) } // PostgreSQL counts in bigint, which arrives as text
    },

    async search(search, { limit, page }) {
      const { total } = await sought(db, search)
        .select(sql<number | string>`count(*)`.as('total'))
        .executeTakeFirstOrThrow()
      const rows = await sought(db, search)
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(limit)
        .offset((page - 1) * limit)
        .execute()
      return { entries: rows.map(entryOf), total: Number(total) }
    },

    async traces(personId) {
      const traces = new Map<number, Trace>()
      const keep = ({ seq, at, actor, profile_id: profileId, kind }: TraceRow) =>
        traces.set(seq, {
          seq,
          at,
          profileId,
          kind: kind as LoggedEvent['kind'],
          byThem: actor === personId,
        })
      const brief = db.selectFrom('log').select(['seq', 'at', 'actor', 'profile_id', 'kind'])
      for (const row of await brief.where(isSaidOf(personId)).execute()) keep(row)
      for (let after = 0; ;) {
        const theirs = brief.where('actor', '=', personId).where('seq', '>', after)
        const rows = await theirs.orderBy('seq').limit(BATCH_OF_TRACES).execute()
        rows.forEach(keep)
        if (rows.length < BATCH_OF_TRACES) break
        after = rows.at(-1)?.seq ?? after
      }
      return [...traces.values()].sort((one, other) => other.seq - one.seq)
    },

    async lastAmendment(profileId, itemId) {
      const row = await db
        .selectFrom('log')
        .selectAll()
        .where('item_id', '=', itemId)
        .where('profile_id', '=', profileId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && entryOf(row)
    },

    async explanations(profileId) {
      const rows = await db
        .selectFrom('log')
        .selectAll()
        .where('profile_id', '=', profileId)
        .where('kind', '=', EXPLANATION)
        .orderBy('seq')
        .execute()
      return rows.map(entryOf)
    },

    async find(seq) {
      const row = await db.selectFrom('log').selectAll().where('seq', '=', seq).executeTakeFirst()
      return row && entryOf(row)
    },

    async head() {
      return db.selectFrom('log_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow()
    },

    async after(seq, limit) {
      return (await rowsAfter(db, seq, limit)).map(entryOf)
    },

    async *all() {
      for (let after = 0; ;) {
        const rows = await rowsAfter(db, after, BATCH)
        // One by one: an entry that cannot be read keeps nobody from those before it.
        for (const row of rows) yield entryOf(row)
        const last = rows.at(-1)
        if (!last) return
        after = last.seq
      }
    },

    async append(entries) {
      // Writing first takes the head's lock, so that two transactions never follow on the same entry.
      let head = await db
        .updateTable('log_head')
        .set((row) => ({ seq: row('seq', '+', 0) }))
        .where('id', '=', 1)
        .returning(['seq', 'hash'])
        .executeTakeFirstOrThrow()
      for (const entry of entries) {
        const chained = chainEntry(head, entry)
        await db.insertInto('log').values(rowOf(chained)).execute()
        head = chained
      }
      await db.updateTable('log_head').set({ seq: head.seq, hash: head.hash }).where('id', '=', 1).execute()
    },
  }
}

/** A person is looked for among those who act, and in what is said of them: there are no names in it, so an id is enough. */
function sought(db: Transaction<Tables>, { personId, profileId, itemId, from, before }: LogSearch) {
  let query = db.selectFrom('log')
  if (personId !== undefined) {
    query = query.where((where) => where.or([where('actor', '=', personId), isSaidOf(personId)]))
  }
  if (profileId !== undefined) query = query.where('profile_id', '=', profileId)
  if (itemId !== undefined) query = query.where('item_id', '=', itemId)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (before !== undefined) query = query.where('at', '<', before)
  return query
}

/** Where a person may be spoken of. What does not compile here is a kind of event that is missing, or one too many. */
const SPEAKS_OF_SOMEBODY: Record<Extract<LoggedEvent, { forPerson: unknown }>['kind'], true> = {
  'identity-connected': true,
  'identity-removed': true,
  'mail-queued': true,
  'person-amended': true,
  'person-erased': true,
  'person-invited': true,
  'personal-data-read': true,
  'role-granted': true,
  'role-withdrawn': true,
  'second-step-asked': true,
  'session-ended': true,
  'sign-in-link-issued': true,
  'ways-in-removed': true,
}
const ABOUT_PEOPLE = Object.keys(SPEAKS_OF_SOMEBODY)

/** What is said of people is about no profile: the index of kinds finds it among everything else. */
function isSaidOf(personId: string) {
  const said = `%"forPerson":"${personId.replaceAll(/[!%_]/gu, '!$&')}"%`
  const kinds = sql.join(ABOUT_PEOPLE)
  return sql<boolean>`(profile_id is null and kind in (${kinds}) and event like ${said} escape '!')`
}

function rowsAfter(db: Transaction<Tables>, seq: number, limit: number) {
  return db.selectFrom('log').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

type TraceRow = Pick<Tables['log'], 'seq' | 'at' | 'actor' | 'profile_id' | 'kind'>

function rowOf(entry: LogEntry): Tables['log'] {
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    profile_id: entry.profileId,
    item_id: 'itemId' in entry.event ? entry.event.itemId : null,
    kind: entry.event.kind,
    event: JSON.stringify(entry.event),
    because: entry.because && JSON.stringify(entry.because),
    previous_hash: entry.previousHash,
    hash: entry.hash,
  }
}

function entryOf(row: Tables['log']): LogEntry {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    profileId: row.profile_id,
    event: JSON.parse(row.event) as LoggedEvent,
    because: row.because === null ? null : (JSON.parse(row.because) as Reason),
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
