import { measureWords, type Measure } from './lix.ts'
import { hasPhrase, phraseSet } from './phrases.ts'
import { readWording, type Wording } from './near-duplicates.ts'
import type { Term } from './rules/unexplained-term.ts'
import { swedish } from './sv/pack.ts'
import type { Remark, TextInContext } from './text-reading.ts'

/** Everything there is to say about one text by itself. */
export type TextRemarks = {
  readonly remarks: readonly Remark[]
  /** Trade words in it, explained or not. */
  readonly terms: readonly Term[]
  /** What it is compared with other texts by. */
  readonly wording: Wording
  readonly measure: Measure
  /** At levels 1 and 2: speaks of guidance, instructions or simple situations, as those levels do. */
  readonly carriesLowLevel: boolean
}

const LOW_LEVEL = 2
const lowLevel = phraseSet(swedish.carriesLowLevel)

export function remarksOn(text: TextInContext): TextRemarks {
  const reading = swedish.read(text)
  const { words, begin } = reading
  const said = words.length > 0 || text.kind === 'suitability'
  return {
    remarks: said ? swedish.rules[text.kind].flatMap((rule) => rule(reading)) : [],
    terms: swedish.findTerms(reading),
    wording: readWording(words, begin, swedish.endingLetters),
    measure: measureWords(words),
    carriesLowLevel: (text.level ?? LOW_LEVEL) <= LOW_LEVEL && hasPhrase(words, lowLevel),
  }
}

/** The keys of the trade words that a word list explains. */
export function explainedBy(terms: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const term of terms) {
    keys.add(term.trim().toLowerCase())
    const reading = swedish.read({ kind: 'criterion', text: term, level: null, stem: '' })
    for (const { key } of swedish.findTerms(reading)) keys.add(key)
  }
  return keys
}
