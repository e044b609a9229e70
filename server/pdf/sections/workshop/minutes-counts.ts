import type { CardKind } from '../../../../schemas/types.ts'
import type { GroupMinutes } from './minutes-input.ts'
import type { Texts } from '../../texts.ts'

/** The kinds of cards, in the order in which they are counted. */
export const CARD_KINDS = [
  'knowledge',
  'skills',
  'responsibilityAutonomy',
  'suitability',
] as const satisfies readonly CardKind[]

export function sumOf<T>(things: readonly T[], valueOf: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + valueOf(thing), 0)
}

/** How many cards a group wrote. */
export const cardsOf = ({ cards }: GroupMinutes): number => sumOf(CARD_KINDS, (kind) => cards[kind])

/** How many took part in a group. */
export const headsIn = ({ perspectives }: GroupMinutes): number => sumOf(perspectives, ({ count }) => count)

/** The perspectives of some groups with how many took part from each, the most first; empty if nobody did. */
export function perspectivesIn(
  { text }: Texts,
  groups: readonly Pick<GroupMinutes, 'perspectives'>[],
): string {
  const counts = new Map<string, number>()
  for (const { name, count } of groups.flatMap(({ perspectives }) => perspectives)) {
    const whom = name || text('workshop.minutes.otherPerspective')
    counts.set(whom, (counts.get(whom) ?? 0) + count)
  }
  const collator = new Intl.Collator('sv')
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, many], [b, more]) => more - many || collator.compare(a, b))
    .map(([name, count]) =>
      text('workshop.minutes.perspective', { name, count }).replace(/ (?=\d+$)/u, '\u00A0'),
    )
    .join(', ')
}
