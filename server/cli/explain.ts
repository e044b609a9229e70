import { CommanderError } from 'commander'
import { WrongSettings } from '../config.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { BrokenBackup, FileInTheWay } from '../storage/backup.ts'
import { UpgradeWithoutBackup } from '../storage/back-up-before-upgrade.ts'
import { DataInTheWay, DataInUse } from '../storage/restore.ts'
import { DatabaseFromTheFuture, StorageFailure } from '../storage/storage.ts'
import { explainSystem, reasonInWords, reasonOf, type Explained } from './explain-system.ts'

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
    const reason = reasonOf(error.cause)
    return (
      explainSystem(error.cause, locale) ?? {
        message: text(locale, `cli.errors.storage.${error.kind}`, { reason }),
        exitCode: 3,
      }
    )
  }
  if (error instanceof UpgradeWithoutBackup) {
    const reason = reasonInWords(error.cause, locale)
    return { message: text(locale, 'cli.errors.notBackedUp', { folder: error.folder, reason }), exitCode: 3 }
  }
  if (error instanceof UnreadableFile) return { message: error.explained(locale), exitCode: 1 }
  if (error instanceof BrokenBackup) {
    return { message: text(locale, `cli.restore.broken.${error.reason}`), exitCode: 1 }
  }
  if (error instanceof FileInTheWay) {
    return { message: text(locale, 'cli.backup.inTheWay', { file: error.message }), exitCode: 1 }
  }
  if (error instanceof DataInTheWay) {
    return { message: text(locale, 'cli.restore.inTheWay', { place: error.message }), exitCode: 1 }
  }
  if (error instanceof DataInUse) {
    return { message: text(locale, 'cli.restore.inUse', { place: error.message }), exitCode: 1 }
  }
  if (error instanceof ProblemError) return { message: problemInWords(error, locale), exitCode: 1 }
  return explainSystem(error, locale) ?? { message: unforeseen(error), exitCode: 3 }
}

/** What was wrong about the command, in our words; commander's own where it has a mistake that is not foreseen here. */
function misuse({ code, message }: CommanderError, locale: Locale): string {
  const names = [...message.matchAll(/'(.+?)'/gu)].map(([, name = '']) => nameInWords(name, locale))
  const [name = '', other = ''] = names
  const kind = MISUSES[code]
  return kind ? text(locale, `cli.errors.misuse.${kind}`, { name, other }) : message.replace(/^error: /u, '')
}

/** Commander names an option by all that was written in its declaration: `-o, --out <file>`. */
function nameInWords(name: string, locale: Locale): string {
  if (name === 'file' || name === 'slug') return text(locale, `cli.usage.${name}`)
  return /--[\w-]+/u.exec(name)?.[0] ?? name
}

type Misuse = 'nothing' | 'command' | 'option' | 'value' | 'argument' | 'noValue' | 'excess' | 'conflict'
const MISUSES: Readonly<Record<string, Misuse>> = {
  'commander.help': 'nothing',
  'commander.unknownCommand': 'command',
  'commander.unknownOption': 'option',
  'commander.invalidArgument': 'value',
  'commander.missingArgument': 'argument',
  'commander.optionMissingArgument': 'noValue',
  'commander.excessArguments': 'excess',
  'commander.conflictingOption': 'conflict',
}

/** An address of a database may hold a password, which belongs in no log. */
function settingInWords({ name, value }: WrongSettings['mistakes'][number], locale: Locale): string {
  const shown = name === 'DATABASE_URL' ? '…' : value
  return `${name}=${shown}: ${text(locale, `cli.settings.${name}`)}`
}

/** A file that is something else altogether has a fault in every line; nobody reads more than these. */
const MOST_FAULTS = 100

/** Faults, a line each. */
export function faultsInWords(errors: NonNullable<ProblemError['errors']>, locale: Locale): string[] {
  const lines = errors.slice(0, MOST_FAULTS).map(({ pointer, detail }) => `  ${pointer || '/'}: ${detail}`)
  const count = errors.length - lines.length
  return count > 0 ? [...lines, `  ${text(locale, 'cli.errors.more', { count })}`] : lines
}

function problemInWords({ code, errors = [], context }: ProblemError, locale: Locale): string {
  const more = Object.keys(context).length > 0 ? [`  ${JSON.stringify(context)}`] : []
  return [
    text(locale, `problems.${code}.title`),
    text(locale, `problems.${code}.detail`),
    ...faultsInWords(errors, locale),
    ...more,
  ].join('\n')
}

function unforeseen(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
