import type { PartTally, Perspective } from '../../../../schemas/types.ts'
import { missingInWords, stopsInWords } from './missing-in-words.ts'
import { numberInWords } from './number-in-words.ts'
import { listAll, say, withCapital, type Locale } from './say.ts'

/** A part's row, or an item's tally: what an item does not have is left out. */
type Row = Pick<PartTally, 'state' | 'hasChanges' | 'missing'> &
  Partial<Pick<PartTally, 'cells' | 'staleAnswers' | 'contested'>>

/** More places than these are not told one by one. */
const MOST_PLACES = 3

/** What stands at the end of a row: ready, what is waited for and why, or what stops it and that the meeting takes it up. */
export function statusInWords(row: Row, perspectives: readonly Perspective[], locale: Locale): string {
  switch (row.state) {
    case 'ready':
      return readyInWords(row, locale)
    case 'waiting':
      return join(missingInWords(row.missing, perspectives, locale), staleInWords(row, locale))
    case 'stopped':
      return join(stopsInWords(row.missing, perspectives, locale), say(locale, 'at-meeting'))
  }
}

/** One change when one member agrees with one: it is not known here whether theirs is several, or two the same. */
function readyInWords({ hasChanges, cells = [] }: Row, locale: Locale): string {
  if (!hasChanges) return say(locale, 'ready')
  const marks = cells.flatMap((cell) => cell.marks).filter(({ mark }) => mark === 'agreeWithChange')
  return say(locale, marks.length === 1 ? 'ready.one-change' : 'ready.changes')
}

function staleInWords({ staleAnswers = 0, contested = [] }: Row, locale: Locale): string {
  if (staleAnswers === 0) return ''
  const places = contested
    .filter(({ tally }) => tally.perspectives.some(({ stale }) => stale > 0))
    .map(({ number }) => number.replaceAll(' ', '\u00A0'))
    .filter((number) => number !== '')
  const change =
    places.length === 0 || places.length > MOST_PLACES
      ? say(locale, 'stale.somewhere')
      : say(locale, places.length === 1 ? 'stale.in-one' : 'stale.in-several', {
          where: listAll(locale, places),
        })
  const number = withCapital(locale, numberInWords(locale, staleAnswers))
  return staleAnswers === 1
    ? say(locale, 'stale.one', { change })
    : say(locale, 'stale.other', { count: number, change })
}

function join(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}
