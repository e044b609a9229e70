/*
 * Endings that Swedish nouns, verbs and adjectives take; all can be told apart from a word's stem by their letters
 * alone. It is a rough rule: in a margin a note too many does no harm.
 */
const ENDINGS =
  'n t s a e r en et ar er or na ns ts de te ad at it as es ens ets ars ers ors nas arna erna orna ande ende arnas ernas ornas'.split(
    ' ',
  )
/** Shorter words have too many neighbours, and stand for themselves only. */
const SHORTEST = 4

/** The forms in which a word may stand in a text, in lower case: sele, selen, selar, selarna. */
export function wordForms(word: string): string[] {
  if (word.length < SHORTEST) return [word]
  const stems = [word, ...(/[ae]$/u.test(word) ? [word.slice(0, -1)] : [])]
  return [...new Set([word, ...stems.flatMap((stem) => ENDINGS.map((ending) => stem + ending))])]
}
