import type { Transaction } from 'kysely'
import type { LoggedEvent } from '../../schemas/types.ts'
import type { BackupRow } from './backup.ts'
import { logStore } from './kysely/log-store.ts'
import type { Tables } from './kysely/tables.ts'

/*
 * A backup from before a person was erased holds that person, and putting it back would bring them back. Whoever is
 * erased in the data that it replaces stays erased: their rows never reach the new database, and its log says so.
 */

const ERASED: LoggedEvent['kind'] = 'person-erased'

/** The ids of everybody who has been erased, as the log tells. */
export async function erasedIn(db: Pick<Transaction<Tables>, 'selectFrom'>): Promise<string[]> {
  const rows = await db.selectFrom('log').select('event').where('kind', '=', ERASED).orderBy('seq').execute()
  const ids = rows.flatMap(({ event }) => {
    const { forPerson } = JSON.parse(event) as { forPerson?: unknown }
    return typeof forPerson === 'string' ? [forPerson] : []
  })
  return [...new Set(ids)]
}

/**
 * What of a row may come back when these people are erased: nothing of the people themselves and what is theirs, and all of
 * the rest. A place at a panel is nobody's then, but what was said from it still counts. Undefined for nothing.
 */
export function withoutErased(
  people: ReadonlySet<unknown>,
  { table, row }: BackupRow,
): BackupRow['row'] | undefined {
  if (!people.has(table === 'person' ? row.id : row.person_id)) return row
  return table === 'panel_member' ? { ...row, person_id: null } : undefined
}

/** Puts the erasures that a restored log does not know of at its end, so that the next restore knows of them too. */
export async function logErasuresAgain(
  db: Transaction<Tables>,
  erased: readonly string[],
  at: string,
): Promise<void> {
  const known = await erasedIn(db)
  const missing = erased.filter((id) => !known.includes(id))
  await logStore(db).append(
    missing.map((forPerson) => ({
      at,
      actor: null,
      profileId: null,
      event: { kind: 'person-erased', forPerson },
    })),
  )
}
