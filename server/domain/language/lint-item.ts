import type { Finding } from '../../../schemas/types.ts'
import { inOrder, toFinding, type Locale } from './findings.ts'
import { remarksOn } from './remarks.ts'
import type { TextInContext, TextKind } from './text-reading.ts'

/** A single text, as a line of `profilverkstad lint --items` gives it. */
export type LintItem = {
  readonly id: string
  readonly kind: TextKind
  readonly text: string
  readonly category?: TextInContext['category']
  /** The module's level, or the profile's for suitability items; left out if it does not matter. */
  readonly seqfLevel?: number | null | undefined
  /** The profile's stem; "Deltagaren kan" if left out. */
  readonly stem?: string | undefined
  /** Suitability items: the reason in the work. */
  readonly reason?: string | undefined
}

export type LintOptions = { readonly locale?: Locale }

const ITEM_KINDS = {
  criterion: 'criterion',
  outcome: 'outcome',
  suitability: 'suitability',
  moduleTitle: 'module',
  profileTitle: 'profile',
} as const

const DEFAULT_STEM = 'Deltagaren kan'

/**
 * Advice on one text by itself, in the order of the text: only rules that need nothing but the text, its level, its
 * category and its stem. The word list is taken as empty, and a low level without guidance is a matter for the whole
 * module. An empty text gets none.
 */
export function lintItem(item: LintItem, { locale = 'sv' }: LintOptions = {}): Finding[] {
  const { id, kind, text, category, seqfLevel = null, stem = DEFAULT_STEM, reason } = item
  const { remarks, terms } = remarksOn({ kind, text, category, level: seqfLevel, stem, reason })
  const all = [...remarks, ...terms.map(({ remark }) => remark)]
  return inOrder(all.map((remark) => toFinding(remark, { itemKind: ITEM_KINDS[kind], itemId: id }, locale)))
}
