import { text, type Locale } from '../i18n/text.ts'

export type Explained = { readonly message: string; readonly exitCode: number }

/** What the system, SQLite and PostgreSQL put on their errors. */
type SystemError = {
  readonly message: string
  readonly code: string
  readonly syscall?: string
  readonly path?: string
  /** Of a rename: the new name. */
  readonly dest?: string
  readonly address?: string
  readonly port?: number
  readonly hostname?: string
}

const REASONS: Readonly<
  Record<string, 'absent' | 'forbidden' | 'folder' | 'fileInTheWay' | 'full' | 'readOnly'>
> = {
  ENOENT: 'absent',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EISDIR: 'folder',
  EEXIST: 'fileInTheWay',
  ENOTDIR: 'fileInTheWay',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
}

/** A trouble that the system or the database names by a code, in words; undefined for any other error. */
export function explainSystem(error: unknown, locale: Locale): Explained | undefined {
  if (!isSystemError(error)) return undefined
  const { code, syscall, address = '', port = '', hostname, message } = error
  const inWords = (exitCode: number, key: Parameters<typeof text>[1], values = {}): Explained => ({
    message: text(locale, key, values),
    exitCode,
  })
  if (code === 'EADDRINUSE') return inWords(2, 'cli.serve.portTaken', { port })
  if (syscall === 'listen' && code === 'EACCES') return inWords(2, 'cli.serve.portForbidden', { port })
  if (syscall === 'listen') return inWords(2, 'cli.serve.hostWrong', { address })
  if (hostname !== undefined) return inWords(2, 'cli.errors.hostUnknown', { hostname })
  if (/^SQLITE_(?:NOTADB|CORRUPT)/u.test(code)) return inWords(3, 'cli.errors.damaged')
  // SQLSTATE: who we say we are, or the name of the database, is not accepted.
  if (/^(?:28|3D)[0-9A-Z]{3}$/u.test(code)) return inWords(3, 'cli.errors.notLetIn', { reason: message })
  if (syscall === undefined) return undefined
  const place = error.dest ?? error.path
  const reason = REASONS[code]
  if (place !== undefined && reason) {
    return { message: `${place}: ${text(locale, `cli.errors.system.${reason}`)}`, exitCode: 3 }
  }
  return inWords(3, `cli.errors.storage.${reason === 'full' ? 'full' : 'unavailable'}`, { reason: message })
}

/** The reason alone, as a sentence, where whoever tells it has named the place already. */
export function reasonInWords(error: unknown, locale: Locale): string {
  const reason = isSystemError(error) ? REASONS[error.code] : undefined
  return reason ? text(locale, `cli.errors.system.${reason}`) : `${reasonOf(error)}.`
}

/** What an error says of itself; an address with several numbers fails with several errors, and says nothing. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error && typeof error.message === 'string' && error.message) return error.message
  return 'errors' in error && Array.isArray(error.errors) ? reasonOf(error.errors[0]) : ''
}

function isSystemError(error: unknown): error is SystemError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
}
