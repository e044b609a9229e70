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
    return { message: text(locale, 'cli.errors.usage', { reason: misuse(error, locale) }), exitCode: 2 }
  }
  if (error instanceof WrongSettings) {
    const mistakes = error.mistakes.map((mistake) => settingInWords(mistake, locale))
    return { message: [text(locale, 'cli.errors.settings'), ...mistakes].join('\n  '), exitCode: 2 }
  }
  if (error instanceof DatabaseFromTheFuture)
    return { message: text(locale, 'cli.errors.future'), exitCode: 3 }
  if (error instanceof StorageFailure) {
    const place = error.cause instanceof Error ? error.cause.message : ''
    return { message: text(locale, `cli.errors.storage.${error.kind}`, { place }), exitCode: 3 }
  }
  if (error instanceof UnreadableFile) return { message: error.explained(locale), exitCode: 1 }
  if (error instanceof BrokenBackup) {
    return { message: text(locale, `cli.restore.broken.${error.reason}`), exitCode: 1 }
  }
  if (error instanceof DataInTheWay) {
    return { message: text(locale, 'cli.restore.inTheWay', { place: error.message }), exitCode: 1 }
  }
  if (error instanceof DataInUse) {
    return { message: text(locale, 'cli.restore.inUse', { place: error.message }), exitCode: 1 }
  }
  if (error instanceof ProblemError) return { message: problemInWords(error, locale), exitCode: 1 }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 3 }
}

/** What was wrong about the command, in our words; commander's own where it has a mistake that is not foreseen here. */
function misuse({ code, message }: CommanderError, locale: Locale): string {
  const name = /'(.+?)'/u.exec(message)?.[1] ?? ''
  const kind = MISUSES[code]
  return kind ? text(locale, `cli.errors.misuse.${kind}`, { name }) : message.replace(/^error: /u, '')
}

const MISUSES: Readonly<Record<string, 'command' | 'option' | 'value' | 'argument' | 'noValue' | 'excess'>> =
  {
    'commander.unknownCommand': 'command',
    'commander.unknownOption': 'option',
    'commander.invalidArgument': 'value',
    'commander.missingArgument': 'argument',
    'commander.optionMissingArgument': 'noValue',
    'commander.excessArguments': 'excess',
  }

/** An address of a database may hold a password, which belongs in no log. */
function settingInWords({ name, value }: WrongSettings['mistakes'][number], locale: Locale): string {
  const shown = name === 'DATABASE_URL' ? '…' : value
  return `${name}=${shown}: ${text(locale, `cli.settings.${name}`)}`
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
