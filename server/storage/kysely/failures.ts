import { AlreadyThere, StorageFailure } from '../storage.ts'

/** Error codes of better-sqlite3 (SQLITE_…), PostgreSQL (SQLSTATE) and the system. */
const FAILURES: Record<string, StorageFailure['kind']> = {
  SQLITE_FULL: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  '53100': 'full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'read-only',
  EROFS: 'read-only',
  EACCES: 'read-only',
  '25006': 'read-only',
  SQLITE_BUSY: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ETIMEDOUT: 'unavailable',
  EHOSTUNREACH: 'unavailable',
  ENETUNREACH: 'unavailable',
  ENOTFOUND: 'unavailable',
  EAI_AGAIN: 'unavailable',
  '53300': 'unavailable', // too many connections
  '40P01': 'unavailable', // two who waited for each other
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
}

/** What a database's error means to the rest of the program; an error of another kind comes back as it was. */
export function translateFailure(error: unknown): unknown {
  const code = codeOf(error)
  if (isUniqueViolation(code)) return new AlreadyThere(tableOf(error), error)
  // SQLite's extended codes begin with the plain one: SQLITE_READONLY_DIRECTORY, SQLITE_IOERR_WRITE …
  const known = Object.keys(FAILURES).find((each) => code === each || code.startsWith(`${each}_`))
  const kind = known ? FAILURES[known] : undefined
  return kind ? new StorageFailure(kind, error) : error
}

function isUniqueViolation(code: string): boolean {
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === '23505'
}

/** PostgreSQL names the table; SQLite puts it in its words: `UNIQUE constraint failed: draft.profile_id`. */
function tableOf(error: unknown): string {
  if (typeof error !== 'object' || !error) return ''
  if ('table' in error && typeof error.table === 'string') return error.table
  return 'message' in error ? (/: (\w+)\./u.exec(String(error.message))?.[1] ?? '') : ''
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
