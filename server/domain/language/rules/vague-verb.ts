import { conjugate } from '../conjugate.ts'
import { placeOf, wordsBetween, type Remark, type Rule, type TextReading } from '../text-reading.ts'
import { findVague, type VagueMatch } from './find-vague.ts'
import { replaceVagueVerb } from './replace-vague-verb.ts'
import type { VagueBook } from './vague-book.ts'

/**
 * A criterion whose first verb is an inner state ("förstår") or an intention ("försöker"): nobody can see it. Softer
 * on outcomes, and not at all where they are about knowledge. Borderline verbs ("beaktar") only where nothing visible
 * follows.
 */
export function vagueVerb(book: VagueBook): Rule {
  return (reading) => {
    if (reading.kind === 'outcome' && reading.category === 'knowledge') return []
    const match = findVague(reading, book)
    return match ? [remark(reading, match, book)] : []
  }
}

function remark(reading: TextReading, match: VagueMatch, book: VagueBook): Remark {
  const { from, to, kind, form, instead } = match
  const softly = match.soft || reading.kind === 'outcome' || asksForMore(reading, book)
  const fix = replaceVagueVerb(
    reading,
    match,
    book,
    (text) => findVague(reading.reread(text), book) === undefined,
  )
  return {
    rule: 'wording/vague-verb',
    severity: softly ? 'hint' : 'warning',
    note: kind,
    field: 'text',
    ...placeOf(reading, from, to),
    values: {
      words: wordsBetween(reading, from, to),
      instead: instead.map((phrase) => conjugate(phrase, form, book.lexicon)),
    },
    ...(fix ? { fix } : {}),
  }
}

/** "Förstår och följer": besides the inner state the text asks for something that can be seen. */
function asksForMore({ main }: TextReading, { byVerb }: VagueBook): boolean {
  return main.joined.some(({ verb }) => verb !== undefined && !byVerb.has(verb.infinitive))
}
