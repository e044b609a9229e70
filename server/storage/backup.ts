import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline as pipe, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import { FIRST_FORM, formOf, keptTablesIn, type Database, type Form } from './database-form.ts'
import { rowsOf, type TableName } from './kysely/table-rows.ts'
import type { Tables } from './kysely/tables.ts'
import { StorageFailure } from './storage.ts'

/*
 * A backup is one gzipped file of JSON lines: a header, every row of every table, and a last line with the number of
 * rows and the SHA-256 of all lines before it. It is the same for both databases, so it also takes an installation
 * from one to the other. The header says of which form the rows are: they are put back into a database of that form,
 * which is then upgraded. Sessions and sign-in links are not in it: whoever restores it signs in anew.
 */

const FORMATS = 'profilverkstad-backup-'
const FORMAT = `${FORMATS}1`

export type BackupRow = { readonly table: TableName; readonly row: Readonly<Record<string, unknown>> }
export type BackupSummary = { readonly rows: number; readonly createdAt: string }

/** Called now and then during long work, with how much of it is done. */
export type Progress = (done: number, total: number) => void

/** The file is no whole backup of ours: it is something else, it cannot be read, part of it is gone or changed, or it is of another version. */
export class BrokenBackup extends Error {
  override readonly name = 'BrokenBackup'
  readonly reason: 'foreign' | 'unreadable' | 'not-whole' | 'misfit'

  constructor(reason: BrokenBackup['reason'], options?: ErrorOptions) {
    super(`broken backup: ${reason}`, options)
    this.reason = reason
  }
}

/** There is a file where the backup would go: an older backup, or the database itself. */
export class FileInTheWay extends Error {
  override readonly name = 'FileInTheWay'
}

/**
 * Writes everything that is in an open database, of whatever form it is, at one moment. The file appears when it is
 * whole, or not at all.
 */
export async function writeBackup(
  { db }: Database,
  file: string,
  createdAt: string,
  onProgress: Progress = () => undefined,
): Promise<BackupSummary> {
  const half = `${file}.${randomBytes(4).toString('hex')}.half`
  const form = await formOf(db)
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256')
    const line = (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`
      hash.update(text)
      return text
    }
    yield line({ format: FORMAT, form, createdAt })
    const transaction = await db
      .startTransaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute()
    try {
      const tables = await keptTablesIn(transaction)
      const total = await countRows(transaction, tables)
      for (const table of tables) {
        for await (const row of rowsOf(transaction, table)) {
          yield line({ table, row } satisfies BackupRow)
          onProgress(++rows, total)
        }
      }
    } finally {
      await transaction.rollback().execute()
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(half, { mode: 0o600 }))
    // PostgreSQL does not keep tables as they were for who is still reading: rows could be missing, and nobody know.
    if ((await formOf(db)) !== form) throw new StorageFailure('unavailable', 'upgraded by another process')
    const handle = await open(half)
    await handle.sync()
    await handle.close()
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  return { rows, createdAt }
}

/** To touch every table at the start also keeps PostgreSQL from altering one until everything has been read. */
async function countRows(db: Transaction<Tables>, tables: readonly TableName[]): Promise<number> {
  let total = 0
  for (const table of tables) {
    const { rows } = await sql<{
      count: number | string
    }>`select count(*) as count from ${sql.table(table)}`.execute(db)
    total += Number(rows[0]?.count)
  }
  return total
}

/** Reads a backup through and checks that it is whole. Throws BrokenBackup. */
export async function checkBackup(file: string): Promise<BackupSummary & { readonly form: Form }> {
  const hash = createHash('sha256')
  let header: Record<string, unknown> = {}
  let last = ''
  let lines = 0
  for await (const line of linesOf(file)) {
    if (lines === 0) header = parsed(line)
    if (lines > 0) hash.update(`${last}\n`)
    last = line
    lines++
  }
  if (header.format !== FORMAT) {
    throw new BrokenBackup(String(header.format).startsWith(FORMATS) ? 'misfit' : 'foreign')
  }
  const end = parsed(last)
  if (end.rows !== lines - 2 || end.sha256 !== hash.digest('hex')) throw new BrokenBackup('not-whole')
  const { form = FIRST_FORM, createdAt } = header as { form?: Form; createdAt: string }
  // It is said to whoever restores, on a terminal that obeys what is not a text.
  if (!/^[\d:.TZ-]+$/u.test(createdAt)) throw new BrokenBackup('foreign')
  return { rows: lines - 2, createdAt, form }
}

/** The rows of a backup that has been checked. */
export async function* rowsIn(file: string): AsyncGenerator<BackupRow> {
  for await (const line of linesOf(file)) {
    const value = JSON.parse(line) as Partial<BackupRow>
    if (value.table) yield value as BackupRow
  }
}

/** The lines of a gzipped file. Throws BrokenBackup when it is not there, is not gzipped or ends in the middle. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  try {
    const unzipped = createGunzip()
    pipe(createReadStream(file), unzipped, () => undefined) // what goes wrong comes out of `unzipped`
    for await (const chunk of unzipped) {
      // Only what is new is looked through: a line may be hundreds of megabytes.
      const [end = '', ...starts] = decoder.write(chunk as Buffer).split('\n')
      rest += end
      for (const start of starts) {
        yield rest
        rest = start
      }
    }
  } catch (error) {
    throw new BrokenBackup('unreadable', { cause: error })
  }
  if (rest !== '') yield rest
}

function parsed(line: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(line)) as Record<string, unknown>
  } catch {
    return {}
  }
}
