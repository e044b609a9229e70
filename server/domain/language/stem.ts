import type { Span } from './phrases.ts'
import type { Sentence } from './sentence.ts'
import type { Word } from './words.ts'

/** How stems are worded in a language. */
export type StemWords = {
  /** Who a stem may be about, apart from the profile's own subject: "deltagaren", "individen". */
  readonly learner: ReadonlySet<string>
  /** What may stand before the learner: "den studerande". */
  readonly article: ReadonlySet<string>
  readonly modal: ReadonlySet<string>
}

/** A stem that a text begins with, though the profile says it already. */
export type RepeatedStem = Span & {
  /** Ends in a modal verb, so that an infinitive follows. */
  readonly modal: boolean
}

const marker = /^(?:\p{N}{1,2}(?:\.\p{N}{1,2}){0,2}|\p{L}|\p{L}{1,2}\p{N}{1,2})$/u
const afterMarker = /^(?:[.):]\s*|\s*[–-]\s+)$/u
const LONGEST_MARKER = 4

/** How many words of a text are the number it had in the list it was pasted from ("3.", "b)", "K2:"): one or none. */
export function countMarker(text: string, words: readonly Word[]): number {
  const [first, second] = words
  if (!first || !second || first.letters > LONGEST_MARKER || !marker.test(first.lower)) return 0
  const dotted = first.letters < first.lower.length
  return dotted || afterMarker.test(text.slice(first.end, second.start)) ? 1 : 0
}

/**
 * The stem at the beginning of a text: the profile's own ("Individen ska kunna"), any other with a learner and a modal
 * verb, or the subject of the profile's own alone ("Deltagaren beskriver").
 *
 * @param own the words of the profile's stem
 * @param begin index of the first word that is no list marker
 */
export function findRepeatedStem(
  { words, known }: Sentence,
  own: readonly string[],
  begin: number,
  { learner, article, modal }: StemWords,
): RepeatedStem | undefined {
  const subject = subjectOf(own, modal)
  const word = (at: number) => words[at]?.lower ?? ''
  let found: RepeatedStem | undefined
  for (;;) {
    const from = found?.to ?? begin
    const repeatsOwn = subject.length > 0 && subject.every((part, at) => part === word(from + at))
    const named = learner.has(word(from)) ? 1 : article.has(word(from)) && learner.has(word(from + 1)) ? 2 : 0
    const after = from + (repeatsOwn ? subject.length : named)
    if (after === from) return found
    let to = after
    while (modal.has(word(to))) to += 1
    const isStem = to > after ? to < words.length : repeatsOwn && known[to]?.present !== undefined
    if (!isStem) return found
    // Pasted twice, it goes twice: what is left must not begin with a stem again.
    found = { from: begin, to, modal: to > after }
  }
}

/** The words of a stem before its verbs; none if it has no verb. */
function subjectOf(stem: readonly string[], modal: ReadonlySet<string>): readonly string[] {
  const verb = stem.findIndex((part) => modal.has(part))
  return verb < 0 ? [] : stem.slice(0, verb)
}
