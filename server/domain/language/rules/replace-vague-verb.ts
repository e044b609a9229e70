import { capitalisedAs } from '../capitals.ts'
import { conjugate } from '../conjugate.ts'
import { hasRole, isAdverb } from '../sentence.ts'
import { wordsBetween, type Remark, type TextReading } from '../text-reading.ts'
import type { VagueMatch } from './find-vague.ts'
import type { Swaps, VagueBook } from './vague-book.ts'

const ALLOWED_ABOVE = 1

/**
 * A concrete verb in place of the vague one, in the same form and case; undefined where the sentence could become
 * worse. Only what `isConcrete` accepts is offered.
 */
export function replaceVagueVerb(
  reading: TextReading,
  match: VagueMatch,
  book: VagueBook,
  isConcrete: (text: string) => boolean,
): Remark['fix'] {
  if (reading.main.fronted) return undefined
  const fix = swapped(reading, match, book) ?? lifted(reading, match, book)
  return fix && isConcrete(fix.texts[0]) ? fix : undefined
}

function swapped(reading: TextReading, { from, to, form, swap }: VagueMatch, book: VagueBook): Remark['fix'] {
  const choices = choicesAfter(reading, to, swap, book)
  const { level } = reading
  const phrase = choices?.split(', ').find((choice) => {
    const verbLevel = book.levels.byPhrase.get(choice)
    return level === null || verbLevel === undefined || verbLevel <= level + ALLOWED_ABOVE
  })
  if (!phrase) return undefined
  const before = reading.text.slice(0, reading.words[from]?.start)
  const model = wordsBetween(reading, from, from + 1)
  const verb = capitalisedAs(conjugate(phrase, form, book.lexicon), model)
  return {
    values: { verb: capitalised(verb) },
    texts: [before + verb + reading.text.slice(reading.words[to - 1]?.end)],
  }
}

/** The choices for what follows the vague verb: a question, a that-clause, something to explain, or a thing. */
function choicesAfter(
  { words, sentence }: TextReading,
  to: number,
  swap: Swaps,
  book: VagueBook,
): string | undefined {
  const next = words[to]
  if (!next || next.gap !== 'none') return undefined
  const { how, which, content } = book.complements
  if (how.has(next.lower)) return swap.how
  if (which.has(next.lower)) return swap.which
  if (next.lower === book.that) return sentence.known[to + 1]?.infinitive ? undefined : swap.that
  if (content.has(next.lower)) return swap.content
  const roles = ['coordinator', 'preposition', 'subordinator', 'modal', 'negation', 'particle'] as const
  if (roles.some((role) => hasRole(sentence, to, role)) || isAdverb(sentence, to)) return undefined
  return sentence.known[to]?.infinitive && !sentence.known[to]?.infinitive?.infinitiveMayBeOther
    ? undefined
    : swap.thing
}

function lifted(
  reading: TextReading,
  { from, to, form, swap }: VagueMatch,
  { empty }: VagueBook,
): Remark['fix'] {
  if (!swap.act) return undefined
  const { text, words, sentence } = reading
  let at = to
  while (isAdverb(sentence, at)) at += 1
  const adverbs = at > to ? ` ${wordsBetween(reading, to, at)}` : ''
  if (hasRole(sentence, at, 'infinitiveMark')) at += 1
  const act = sentence.known[at]?.infinitive
  if (!act || empty.has(act.infinitive) || words.slice(to, at + 1).some(({ gap }) => gap !== 'none'))
    return undefined
  if (words.some((_, index) => index > at && hasRole(sentence, index, 'coordinator'))) return undefined
  const before = text.slice(0, words[from]?.start)
  const verb = capitalisedAs(act[form], wordsBetween(reading, from, from + 1))
  return {
    values: { verb: capitalised(verb) },
    texts: [before + verb + adverbs + text.slice(words[at]?.end)],
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
