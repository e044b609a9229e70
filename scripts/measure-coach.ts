/**
 * Measures the language coach: `npm run measure:coach -- FILE.jsonl [--verbose]`.
 *
 * Lines with `expect` (must be reported) and `allow` (debatable, counted neither way) give precision and recall per
 * rule. Lines without them (real criteria, in `criterion` or `text`) give the share of texts per rule and severity.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { lintItem, type LintItem } from '../server/domain/language/lint-item.ts'

type Labelled = LintItem & {
  readonly expect: readonly string[]
  readonly allow: readonly string[]
  readonly note?: string
}
type Unlabelled = Partial<LintItem> & { readonly criterion?: string }

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
})
const [file] = positionals
if (file === undefined) {
  console.error('Usage: npm run measure:coach -- FILE.jsonl [--verbose]')
  process.exit(2)
}

const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Labelled | Unlabelled)

const labelled = lines.filter((line): line is Labelled => 'expect' in line)
if (labelled.length > 0) scoreLabels(labelled)
else countShares(lines)

type Score = { right: number; missed: number; wrong: number }

function scoreLabels(items: readonly Labelled[]) {
  const scores = new Map<string, Score>()
  const scoreOf = (rule: string) => {
    const score = scores.get(rule) ?? { right: 0, missed: 0, wrong: 0 }
    scores.set(rule, score)
    return score
  }
  for (const item of items) {
    const found = new Set(lintItem(item).map(({ rule }) => rule))
    for (const rule of item.expect) {
      if (found.has(rule)) scoreOf(rule).right += 1
      else scoreOf(rule).missed += 1
      if (!found.has(rule)) tell('miss ', rule, item)
    }
    for (const rule of found) {
      if (item.expect.includes(rule) || item.allow.includes(rule)) continue
      scoreOf(rule).wrong += 1
      tell('false', rule, item)
    }
  }
  const all = { right: 0, missed: 0, wrong: 0 }
  console.log(`${'rule'.padEnd(36)}right  miss false  precision  recall`)
  for (const [rule, score] of [...scores].toSorted(([a], [b]) => a.localeCompare(b))) {
    all.right += score.right
    all.missed += score.missed
    all.wrong += score.wrong
    console.log(scoreRow(rule, score))
  }
  console.log(scoreRow('all', all))
}

function tell(what: string, rule: string, { id, text, reason, note }: Labelled) {
  if (!options.verbose) return
  const because = reason === undefined ? '' : ` (${reason})`
  console.log(`${what} ${rule.padEnd(34)} ${id}: ${text}${because}${note ? `  # ${note}` : ''}`)
}

function scoreRow(name: string, { right, missed, wrong }: Score): string {
  const counts = [right, missed, wrong].map((count) => String(count).padStart(5)).join(' ')
  return `${name.padEnd(36)}${counts}  ${ratio(right, right + wrong)}    ${ratio(right, right + missed)}`
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '  –   ' : (part / whole).toFixed(3).padStart(6)
}

function countShares(items: readonly Unlabelled[]) {
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { criterion, ...item } of items) {
    const text = item.text ?? criterion ?? ''
    const findings = lintItem({ id: '', kind: 'criterion', ...item, text })
    for (const key of new Set(findings.map(({ rule, severity }) => `${rule}  ${severity}`))) add(key)
    for (const severity of new Set(findings.map((finding) => finding.severity))) add(`any ${severity}`)
    if (findings.length > 0) add('any finding')
    if (options.verbose)
      console.log(
        text,
        findings
          .map(
            ({ rule, start, end, fix }) =>
              `\n    ${rule} ”${text.slice(start, end)}” ${fix ? fix.texts.join(' | ') : ''}`,
          )
          .join(''),
      )
  }
  console.log(`${items.length} texts`)
  for (const [key, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b))) {
    console.log(
      `${key.padEnd(44)}${String(count).padStart(5)}  ${((100 * count) / items.length).toFixed(1).padStart(5)} %`,
    )
  }
}
