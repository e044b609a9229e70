import { Command, Option } from 'commander'
import { v7 } from 'uuid'
import type { Config } from '../config.ts'
import type { Finding, OccupationalProfile } from '../../schemas/types.ts'
import { lintItem, type LintItem } from '../domain/language/lint-item.ts'
import { lintProfile } from '../domain/language/lint-profile.ts'
import { numberItems } from '../domain/profile/number-items.ts'
import { readFile } from '../exchange/read-file.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { UnreadableFile } from './explain.ts'
import { readJson, readText, say, sayJson } from './say.ts'

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
      const reading = readFile(readJson(file), locale, v7)
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
      say(JSON.stringify({ id: item.id, findings: lintItem(item, { locale }) }))
    })
}

function parsedLine(line: string, file: string, number: number): LintItem {
  const at = `${file}:${number}`
  let item: Partial<LintItem> | null
  try {
    item = JSON.parse(line) as Partial<LintItem> | null
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    throw new UnreadableFile((locale) => text(locale, 'cli.errors.notJson', { file: at, reason }), error)
  }
  if (isItem(item)) return item
  throw new UnreadableFile((locale) => text(locale, 'cli.lint.noItem', { file: at, kinds: KINDS.join(', ') }))
}

function isItem(item: Partial<LintItem> | null): item is LintItem {
  return (
    typeof item?.text === 'string' && typeof item.id === 'string' && KINDS.some((kind) => kind === item.kind)
  )
}

function sayFindings(
  file: string,
  profile: OccupationalProfile,
  findings: readonly Finding[],
  locale: Locale,
): void {
  const numbers = numberItems(profile)
  for (const { itemId, severity, rule, message, fix } of findings) {
    const number = numbers.get(itemId) ?? profile.slug
    say(`${number}  ${text(locale, `cli.lint.${severity}`)}  ${message}  [${rule}]`)
    if (fix) say(`    ${text(locale, 'cli.lint.fix', { text: fix.texts.join(' / ') })}`)
  }
  const count = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')]
  if (findings.length === 0) say(text(locale, 'cli.lint.clean', { file }))
  else say(text(locale, 'cli.lint.summary', { file, errors, warnings, hints }))
}
