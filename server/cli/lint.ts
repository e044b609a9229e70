import { Command, Option } from 'commander'
import type { Config } from '../config.ts'
import type { Finding, OccupationalProfile } from '../../schemas/types.ts'
import { lintItem, type LintItem } from '../domain/language/lint-item.ts'
import { lintProfile } from '../domain/language/lint-profile.ts'
import { CATEGORIES, numberItems } from '../domain/profile/number-items.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { UnreadableFile } from './explain.ts'
import { namesIn } from './missing-in-words.ts'
import { readProfile } from './read-profile.ts'
import { parseJson, readText, say, sayJson, sayLine } from './say.ts'

const KINDS: readonly LintItem['kind'][] = [
  'criterion',
  'outcome',
  'suitability',
  'moduleTitle',
  'profileTitle',
]

export function lint(config: Config): Command {
  const { locale } = config
  return new Command('lint')
    .description(text(locale, 'cli.lint.about'))
    .argument('<file>')
    .option('--items', text(locale, 'cli.lint.items'))
    .addOption(
      new Option('--format <format>', text(locale, 'cli.lint.format'))
        .choices(['human', 'json'])
        .default('human'),
    )
    .action((file: string, options: { items?: true; format: 'human' | 'json' }) => {
      if (options.items) return lintLines(file, locale)
      const reading = readProfile(file, locale)
      if (!reading.ok) throw new ProblemError('file-unreadable', {}, reading.faults)
      const findings = lintProfile(reading.profile, { locale })
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1
      if (options.format === 'json') sayJson({ findings })
      else sayFindings(file, reading.profile, findings, locale)
    })
}

/** A line of JSON out for every line in: `{"id", "findings": [{"rule", …}]}`. */
function lintLines(file: string, locale: Locale): void {
  readText(file)
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return
      const item = parsedLine(line, file, index + 1)
      sayLine({ id: item.id, findings: lintItem(item, { locale }) })
    })
}

function parsedLine(line: string, file: string, number: number): LintItem {
  const at = `${file}:${number}`
  const item = withoutNulls(parseJson(line, at))
  if (isItem(item)) return item
  throw new UnreadableFile((locale) => text(locale, 'cli.lint.noItem', { file: at, kinds: KINDS.join(', ') }))
}

function withoutNulls(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null))
}

/** A line may have more than this in it: what the coach has no use for is nobody's mistake. */
function isItem(item: unknown): item is LintItem {
  if (typeof item !== 'object' || item === null) return false
  const { id, kind, category, seqfLevel, stem, reason, ...rest } = item as Partial<
    Record<keyof LintItem, unknown>
  >
  return (
    [id, rest.text, stem ?? '', reason ?? ''].every((value) => typeof value === 'string') &&
    KINDS.some((known) => known === kind) &&
    (category === undefined || CATEGORIES.some((known) => known === category)) &&
    (seqfLevel === undefined || isLevel(seqfLevel))
  )
}

function isLevel(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 8
}

function sayFindings(
  file: string,
  profile: OccupationalProfile,
  findings: readonly Finding[],
  locale: Locale,
): void {
  const numbers = numberItems(profile)
  const nameOf = namesIn(profile)
  for (const { itemId, severity, rule, message, fix } of findings) {
    say(
      `${numbers.get(itemId) ?? nameOf(itemId)}  ${text(locale, `cli.lint.${severity}`)}  ${message}  [${rule}]`,
    )
    if (fix) say(`    ${text(locale, 'cli.lint.fix', { text: fix.texts.join(' / ') })}`)
  }
  const count = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')]
  if (findings.length === 0) say(text(locale, 'cli.lint.clean', { file }))
  else say(text(locale, 'cli.lint.summary', { file, errors, warnings, hints }))
}
