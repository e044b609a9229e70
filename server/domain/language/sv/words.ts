import { wordSet } from '../word-lists.ts'
import { readWords, type Word } from '../words.ts'
import grammar from './grammar.json' with { type: 'json' }

const abbreviations = wordSet(grammar.abbreviations)

/** The words of a Swedish text. Stands apart from the pack, so that counting words does not fetch all the rules. */
export function readSwedishWords(text: string): Word[] {
  return readWords(text, abbreviations)
}
