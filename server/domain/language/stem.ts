import type { Span } from './phrases.ts'
import type { Sentence } from './sentence.ts'

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

/**
 * The stem at the beginning of a text: the profile's own ("Individen ska kunna"), any other with a learner and a modal
 * verb, or the subject of the profile's own alone ("Deltagaren beskriver").
 *
 * @param own the words of the profile's stem
 */
export function findRepeatedStem(
  { words, known }: Sentence,
  own: readonly string[],
  { learner, article, modal }: StemWords,
): RepeatedStem | undefined {
  const subject = subjectOf(own, modal)
  const word = (at: number) => words[at]?.lower ?? ''
  let found: RepeatedStem | undefined
  for (;;) {
    const from = found?.to ?? 0
    const repeatsOwn = subject.length > 0 && subject.every((part, at) => part === word(from + at))
    const named = learner.has(word(from)) ? 1 : article.has(word(from)) && learner.has(word(from + 1)) ? 2 : 0
    const after = from + (repeatsOwn ? subject.length : named)
    if (after === from) return found
    let to = after
    while (modal.has(word(to))) to += 1
    const isStem = to > after ? to < words.length : repeatsOwn && known[to]?.present !== undefined
    if (!isStem) return found
    // Pasted twice, it goes twice: what is left must not begin with a stem again.
    found = { from: 0, to, modal: to > after }
  }
}

/** The words of a stem before its verbs; none if it has no verb. */
function subjectOf(stem: readonly string[], modal: ReadonlySet<string>): readonly string[] {
  const verb = stem.findIndex((part) => modal.has(part))
  return verb < 0 ? [] : stem.slice(0, verb)
}
