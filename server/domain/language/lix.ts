import type { ModuleReading } from '../../../schemas/types.ts'
import type { Word } from './words.ts'

/** What LIX is computed from. */
export type Measure = { readonly words: number; readonly sentences: number; readonly longWords: number }

/** Below this many words the number says nothing. */
const FEWEST_WORDS = 30
/** Longer than six letters (Björnsson). */
const LONG = 7

const BANDS = [
  [30, 'very-easy'],
  [40, 'easy'],
  [50, 'medium'],
  [60, 'hard'],
] as const

/** Counts a text. Its last sentence counts without a full stop, as list items are written. */
export function measureWords(words: readonly Word[]): Measure {
  let sentences = words.length > 0 ? 1 : 0
  let longWords = 0
  for (const word of words) {
    if (word.gap === 'sentence' && word !== words[0]) sentences += 1
    if (word.letters >= LONG) longWords += 1
  }
  return { words: words.length, sentences, longWords }
}

export function addMeasures(measures: readonly Measure[]): Measure {
  const sum = { words: 0, sentences: 0, longWords: 0 }
  for (const { words, sentences, longWords } of measures) {
    sum.words += words
    sum.sentences += sentences
    sum.longWords += longWords
  }
  return sum
}

/** Läsbarhetsindex, rounded: words a sentence plus the percentage of long words. Null below 30 words. */
export function lixOf({ words, sentences, longWords }: Measure): number | null {
  return words < FEWEST_WORDS ? null : Math.round(words / sentences + (100 * longWords) / words)
}

export function bandOf(lix: number | null): ModuleReading['band'] {
  if (lix === null) return null
  return BANDS.find(([limit]) => lix < limit)?.[1] ?? 'very-hard'
}
