import type { Lexicon } from './lexicon.ts'
import type { VerbForm } from './verb.ts'

/** A verb phrase given in the infinitive ("redogöra för") in the form asked for ("redogör för"). */
export function conjugate(phrase: string, form: VerbForm, lexicon: Lexicon): string {
  const [first = '', ...rest] = phrase.split(' ')
  const verb = lexicon.get(first)?.infinitive
  return verb ? [verb[form], ...rest].join(' ') : phrase
}
