import { placeOf, type Rule } from '../text-reading.ts'

const LIMIT = 25
const FAR_TOO_LONG = 40

/** More words than one can keep in mind while judging. Marks what is beyond the limit. */
export const tooLong: Rule = (reading) => {
  const { length } = reading.words
  if (length <= LIMIT) return []
  return [
    {
      rule: 'wording/too-long',
      severity: length > FAR_TOO_LONG ? 'warning' : 'hint',
      note: 'words',
      field: 'text',
      ...placeOf(reading, LIMIT, length),
      values: { count: length, limit: LIMIT },
    },
  ]
}
