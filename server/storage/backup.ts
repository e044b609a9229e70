import { createHash } from 'node:crypto'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { access, lstat, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline as pipe, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { countRows, KEPT_TABLES, rowsOf, type TableName } from './kysely/table-rows.ts'
import { openDatabase, type StoragePlace } from './open-storage.ts'

/*
 * A backup is one gzipped file of JSON lines: a header, every row of every table, and a last line with the number of
 * rows and the SHA-256 of all lines before it. It is the same for both databases, so it also takes an installation
 * from one to the other. Sessions and sign-in links are not in it: whoever restores it signs in anew.
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
 * Writes everything as it stands at this moment, while others go on writing. The file appears when it is whole, or not
 * at all. Throws FileInTheWay.
 */
export async function backUp(
  place: StoragePlace,
  file: string,
  createdAt: string,
  onProgress: Progress = () => undefined,
): Promise<BackupSummary> {
  await access(path.dirname(path.resolve(file)) + path.sep, constants.W_OK) // before anything is made
  if ((await lstat(file).catch(() => undefined))?.isDirectory() === false) throw new FileInTheWay(file)
  const { db } = await openDatabase(place, () => undefined)
  const half = `${file}.${process.pid}.half`
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256')
    const line = (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`
      hash.update(text)
      return text
    }
    yield line({ format: FORMAT, createdAt })
    const transaction = await db
      .startTransaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute()
    try {
      const total = await countRows(transaction)
      for (const table of KEPT_TABLES) {
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
    const handle = await open(half)
    await handle.sync()
    await handle.close()
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  } finally {
    await db.destroy()
  }
  return { rows, createdAt }
}

/** Reads a backup through and checks that it is whole. Throws BrokenBackup. */
export async function checkBackup(file: string): Promise<BackupSummary> {
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
  return { rows: lines - 2, createdAt: String(header.createdAt) }
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
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
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
