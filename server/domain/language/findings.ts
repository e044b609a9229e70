import type { Finding } from '../../../schemas/types.ts'
import en from './messages.en.json' with { type: 'json' }
import sv from './messages.sv.json' with { type: 'json' }
import type { Remark, RemarkValue } from './text-reading.ts'

/** The language that the coach speaks; not the one it reads. */
export type Locale = 'sv' | 'en'

type Text = { readonly message: string; readonly reason: string; readonly fix?: string }
export type Catalogue = {
  readonly or: string
  readonly open: string
  readonly close: string
  readonly bands: Readonly<Record<string, string>>
  readonly rules: Readonly<Record<string, Readonly<Record<string, Text>>>>
}

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { sv, en }

/** The item that a finding is about. */
export type FindingItem = Pick<Finding, 'itemKind' | 'itemId'>

/** A remark as a finding on an item, in words. */
export function toFinding(remark: Remark, { itemKind, itemId }: FindingItem, locale: Locale): Finding {
  const { rule, severity, note, field, start, end, values = {}, fix } = remark
  const catalogue = CATALOGUES[locale]
  const text = catalogue.rules[rule]?.[note]
  if (!text) throw new Error(`No message for ${rule} ${note}`)
  const finding: Finding = {
    rule,
    severity,
    itemKind,
    itemId,
    field,
    start,
    end,
    message: fill(text.message, values, catalogue),
    reason: fill(text.reason, values, catalogue),
  }
  if (fix && text.fix) {
    finding.fix = { label: fill(text.fix, { ...values, ...fix.values }, catalogue), texts: [...fix.texts] }
  }
  return finding
}

type Values = Readonly<Record<string, RemarkValue>>

/** Templates cut at their names, every second part a name: few templates make all findings. */
const cut = new Map<string, readonly string[]>()

function fill(template: string, values: Values, catalogue: Catalogue): string {
  let parts = cut.get(template)
  if (!parts) cut.set(template, (parts = template.split(/[{}]/u)))
  if (parts.length === 1) return template
  let text = ''
  parts.forEach((part, index) => {
    text += index % 2 === 0 ? part : shown(part, values[part] ?? '', catalogue)
  })
  return text
}

function shown(name: string, value: RemarkValue, catalogue: Catalogue): string {
  if (typeof value === 'object') return alternatives(value, catalogue)
  return name === 'band' ? (catalogue.bands[value] ?? '') : String(value)
}

/** ”a”, ”b” eller ”c” */
function alternatives(words: readonly string[], { or, open, close }: Catalogue): string {
  const quoted = words.map((word) => open + word + close)
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(` ${or} `)
}

/** By place in the text; the reason of a suitability item stands after its text. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) =>
      Number(a.field === 'reason') - Number(b.field === 'reason') || a.start - b.start || a.end - b.end,
  )
}
