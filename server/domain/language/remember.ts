import type { Finding } from '../../../schemas/types.ts'
import { inOrder, toFinding, type FindingItem, type Locale } from './findings.ts'
import type { Measure } from './lix.ts'
import type { Wording } from './near-duplicates.ts'
import { remarksOn } from './remarks.ts'
import type { TextInContext, TextKind } from './text-reading.ts'

/** A text of a profile, with what is said about it by itself. */
export type SaidText = {
  readonly of: FindingItem
  readonly text: string
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** Trade words, explained or not. */
  readonly terms: readonly { readonly key: string; readonly finding: Finding }[]
  readonly wording: Wording
  readonly measure: Measure
  readonly carriesLowLevel: boolean
}

/** What texts that stand together are judged by. */
export type Context = Omit<TextInContext, 'text' | 'reason'> & { readonly locale: Locale }

/** What holds a text: an outcome, a criterion, a suitability item, or a module or a profile with its title as text. */
export type Holder = {
  readonly id: string
  readonly text?: string
  readonly title?: string
  readonly reason?: string
}

const ITEM_KINDS: Record<TextKind, FindingItem['itemKind']> = {
  criterion: 'criterion',
  outcome: 'outcome',
  suitability: 'suitability',
  moduleTitle: 'module',
  profileTitle: 'profile',
}

type Remembered = { readonly context: Context; readonly reason: string | undefined; readonly said: SaidText }

/**
 * Findings are remembered on the item they are about: profiles share what an edit leaves alone, so that only what was
 * reworded, or is judged by another level or stem than before, is read again. Nobody can tell: the text and all it is
 * judged by are compared, and findings are frozen.
 */
const remembered = new WeakMap<Holder, Remembered>()

export function findingsOn(holder: Holder, context: Context): SaidText {
  const text = holder.text ?? holder.title ?? ''
  const before = remembered.get(holder)
  if (
    before !== undefined &&
    before.said.text === text &&
    before.reason === holder.reason &&
    before.said.of.itemId === holder.id &&
    isSame(before.context, context)
  ) {
    return before.said
  }
  const said = read(holder, text, context)
  remembered.set(holder, { context, reason: holder.reason, said })
  return said
}

function isSame(one: Context, other: Context): boolean {
  return (
    one === other ||
    (one.kind === other.kind &&
      one.level === other.level &&
      one.category === other.category &&
      one.locale === other.locale &&
      one.stem === other.stem)
  )
}

function read({ id, reason }: Holder, text: string, context: Context): SaidText {
  const of = { itemKind: ITEM_KINDS[context.kind], itemId: id }
  const { remarks, terms, wording, measure, carriesLowLevel } = remarksOn({ ...context, text, reason })
  const { locale } = context
  return {
    of,
    text,
    findings: inOrder(remarks.map((remark) => frozen(toFinding(remark, of, locale)))),
    terms: terms.map(({ key, remark }) => ({ key, finding: frozen(toFinding(remark, of, locale)) })),
    wording,
    measure,
    carriesLowLevel,
  }
}

function frozen(finding: Finding): Finding {
  if (finding.fix) {
    Object.freeze(finding.fix.texts)
    Object.freeze(finding.fix)
  }
  return Object.freeze(finding)
}
