import { capitalisedAs } from '../capitals.ts'
import { placeOf, wordsBetween, type Rule } from '../text-reading.ts'

/** The stem stands above the list already. The fix strikes it. */
export const repeatedStem: Rule = (reading) => {
  const { text, words, repeatedStem: stem } = reading
  if (!stem) return []
  const struck = capitalisedAs(text.slice(words[stem.to]?.start), text.slice(words[stem.from]?.start))
  return [
    {
      rule: 'wording/repeated-stem',
      severity: 'hint',
      note: 'stem',
      field: 'text',
      ...placeOf(reading, stem.from, stem.to),
      values: { stem: reading.stem },
      fix: { values: { words: wordsBetween(reading, stem.from, stem.to) }, texts: [struck] },
    },
  ]
}
