import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { BackupRow } from '../../server/storage/backup.ts'
import { bringTo } from '../../server/storage/database-form.ts'
import { putRow } from '../../server/storage/kysely/table-rows.ts'
import { openAsItIs, openDatabase, type StoragePlace } from '../../server/storage/open-storage.ts'
import { RESTORE } from '../../server/storage/storage.ts'
import type { FreshDatabase } from '../support/databases.ts'

/** The lines of a backup that the program wrote while its databases had the first form: two people, a profile with a version and a draft. */
const LINES = readFileSync(path.join(import.meta.dirname, 'upgrade-from-0001.jsonl'), 'utf8')

/** Anna Öst in that backup: she has started the draft. */
export const ANNA = '01a2063c-c72a-757c-8ba6-e881f2584930'

export const formerBackup = (): Buffer => gzipSync(LINES)

/** Makes a database blank, as one on which no program has been started yet. */
export async function wipe({ place, storage }: FreshDatabase): Promise<void> {
  await storage.close()
  if (!place.databaseUrl) return rmSync(place.dataDir, { recursive: true })
  const { db } = openAsItIs(place, () => undefined)
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  await db.destroy()
}

/** Makes a database into what the program of that backup had. */
export async function becomeFormer(fresh: FreshDatabase): Promise<void> {
  await wipe(fresh)
  await fillFormer(fresh.place)
}

/** The same where there is nothing yet. */
export async function fillFormer(place: StoragePlace): Promise<void> {
  await fillWith(place, '0001-first', LINES)
}

/** Makes what is blank into a database of that form, with the rows of a backup in lines. */
export async function fillWith(place: StoragePlace, form: string, lines: string): Promise<void> {
  const database = openAsItIs(place, () => undefined)
  await bringTo(database, form)
  await sql`delete from log_head`.execute(database.db)
  for (const line of lines.trim().split('\n')) {
    const { table, row } = JSON.parse(line) as Partial<BackupRow>
    if (table && row) await putRow(database.db, table, row)
  }
  await database.db.destroy()
}

/** Everything that is in a database of whatever form: its tables with their rows, in some order that is always the same. */
export async function everythingIn(place: StoragePlace): Promise<Record<string, unknown[]>> {
  const { db } = openAsItIs(place, () => undefined)
  const content: Record<string, unknown[]> = {}
  for (const { name, schema } of await db.introspection.getTables()) {
    if ((schema ?? 'public') !== 'public') continue
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
    const isNote = (row: unknown) => name === 'job' && (row as { name: string }).name === RESTORE
    content[name] = rows
      .filter((row) => !isNote(row))
      .map((row) => JSON.stringify(row))
      .sort()
  }
  await db.destroy()
  return content
}

/** Opens and closes a database as the program does when it starts. */
export async function start(place: StoragePlace): Promise<void> {
  await (await openDatabase(place, () => undefined)).db.destroy()
}
