import type { SentenceChain } from '../../../schemas/types.ts'
import type { Say } from '../say.ts'

/** What there is to follow behind a sentence beyond positions and decision, in a line: 3 cards, 2 remarks. Empty for nothing. */
export function chainSummary(
  say: Say,
  {
    origins,
    remarks,
    amendments,
    dissents,
  }: Pick<SentenceChain, 'origins' | 'remarks' | 'amendments' | 'dissents'>,
): string {
  const counts = {
    cards: origins.reduce((sum, origin) => sum + origin.cards.length, 0),
    remarks: remarks.length,
    amendments: amendments.length,
    dissents: dissents.length,
  }
  return (['cards', 'remarks', 'amendments', 'dissents'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => say.count(`counts.${what}`, counts[what]))
    .join(', ')
}
