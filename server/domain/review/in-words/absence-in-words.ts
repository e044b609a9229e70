import type { Absence, Perspective } from '../../../../schemas/types.ts'
import { namePerspective } from './name-perspective.ts'
import { numberInWords } from './number-in-words.ts'
import { listAny, say, withCapital, type Locale } from './say.ts'

/**
 * Whose absence makes the rule fail, in a panel of that size: first the perspectives that have nobody at all, then, in one
 * sentence, all others. Also says so when there are none.
 */
export function absenceInWords(
  absences: readonly Absence[],
  size: number,
  perspectives: readonly Perspective[],
  locale: Locale,
): string {
  const isFew = size < 2
  const inWords = { size: numberInWords(locale, size) }
  if (absences.length === 0) return say(locale, isFew ? 'absence.none.few' : 'absence.none', inWords)
  const without = absences
    .filter(({ of }) => of === 0)
    .map(({ perspective }) => {
      const { people, theOne } = namePerspective(locale, perspective, perspectives)
      return people
        ? say(locale, 'absence.nobody.people', { who: people.one })
        : say(locale, 'absence.nobody.from', { whom: theOne })
    })
  const absent = absences.filter(({ of }) => of > 0).map((each) => whoIsAbsent(each, perspectives, locale))
  if (absent.length === 0) return without.join(' ')
  const who = listAny(locale, absent)
  return [...without, say(locale, isFew ? 'absence.few' : 'absence', { ...inWords, who })]
    .map((sentence) => withCapital(locale, sentence))
    .join(' ')
}

function whoIsAbsent(
  { perspective, count, of }: Absence,
  known: readonly Perspective[],
  locale: Locale,
): string {
  const { people, theOne, theMany } = namePerspective(locale, perspective, known)
  if (of === 1) return theOne
  const numbers = {
    count: numberInWords(locale, count),
    of: numberInWords(locale, of),
    whom: people?.those ?? theMany,
  }
  const who = people ? 'people' : 'from'
  if (count < of) return say(locale, `absence.some.${who}`, numbers)
  return say(locale, `absence.${of === 2 ? 'both' : 'all'}.${who}`, numbers)
}
