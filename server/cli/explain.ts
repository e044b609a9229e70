import { CommanderError } from 'commander'
import { WrongSettings } from '../config.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { BrokenBackup } from '../storage/backup.ts'
import { DataInTheWay, DataInUse } from '../storage/restore.ts'
import { DatabaseFromTheFuture, StorageFailure } from '../storage/storage.ts'

export type Explained = { readonly message: string; readonly exitCode: number }

/** A file that is not there, or not what it should be. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly explained: (locale: Locale) => string

  constructor(explained: (locale: Locale) => string, cause?: unknown) {
    super('unreadable file', { cause })
    this.explained = explained
  }
}

/** What went wrong, in words, and the exit code: 1 the answer is no, 2 the command or a setting, 3 the data. */
export function explain(error: unknown, locale: Locale): Explained {
  if (error instanceof CommanderError) {
    const reason = error.message.replace(/^error: /u, '')
    return { message: text(locale, 'cli.errors.usage', { reason }), exitCode: 2 }
  }
  if (error instanceof WrongSettings) {
    return { message: [text(locale, 'cli.errors.settings'), ...error.mistakes].join('\n  '), exitCode: 2 }
  }
  if (error instanceof DatabaseFromTheFuture)
    return { message: text(locale, 'cli.errors.future'), exitCode: 3 }
  if (error instanceof StorageFailure) {
    const place = error.cause instanceof Error ? error.cause.message : ''
    return { message: text(locale, `cli.errors.storage.${error.kind}`, { place }), exitCode: 3 }
  }
  if (error instanceof UnreadableFile) return { message: error.explained(locale), exitCode: 1 }
  if (error instanceof BrokenBackup) return refusal('broken', error, locale)
  if (error instanceof DataInTheWay) return refusal('inTheWay', error, locale)
  if (error instanceof DataInUse) return refusal('inUse', error, locale)
  if (error instanceof ProblemError) return { message: problemInWords(error, locale), exitCode: 1 }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 3 }
}

function refusal(key: 'broken' | 'inTheWay' | 'inUse', { message }: Error, locale: Locale): Explained {
  return {
    message: text(locale, `cli.restore.${key}`, { file: message, place: message, reason: message }),
    exitCode: 1,
  }
}

function problemInWords({ code, errors = [], context }: ProblemError, locale: Locale): string {
  const details = errors.map(({ pointer, detail }) => `  ${pointer || '/'}: ${detail}`)
  const more = Object.keys(context).length > 0 ? [`  ${JSON.stringify(context)}`] : []
  return [
    text(locale, `problems.${code}.title`),
    text(locale, `problems.${code}.detail`),
    ...details,
    ...more,
  ].join('\n')
}
