import type { MissingVote, Perspective } from '../../../../schemas/types.ts'
import { namePerspective } from './name-perspective.ts'
import { needsInWords } from './needs-in-words.ts'
import { say, sayCounted, withCapital, type Locale } from './say.ts'

/**
 * What is missing, as sentences: first what stops, then what is waited for. Empty when nothing is.
 * "Needs 1 more employee and 2 of 3 educators."
 */
export function missingInWords(
  missing: readonly MissingVote[],
  perspectives: readonly Perspective[],
  locale: Locale,
): string {
  const stops = stopsInWords(missing, perspectives, locale)
  const needs = needsInWords(missing, perspectives, locale)
  return [stops, needs].filter((sentences) => sentences !== '').join(' ')
}

/** What stops, and will unless somebody who has answered thinks again; empty when nothing does. */
export function stopsInWords(
  missing: readonly MissingVote[],
  perspectives: readonly Perspective[],
  locale: Locale,
): string {
  const stops = missing.filter(({ isReachable }) => !isReachable)
  if (stops.some(({ kind, of }) => kind === 'agreement-in-all' && of === 0)) {
    return say(locale, 'stop.nobody.at-all')
  }
  const ofPerspectives = stops.filter(({ perspective }) => perspective !== null)
  const inAll = stops.filter(({ perspective }) => perspective === null)
  return [...ofPerspectives.filter((stop) => !isSaidByBlock(stop, stops)), ...inAll]
    .map((stop) => withCapital(locale, stopInWords(stop, perspectives, locale)))
    .join(' ')
}

/** Whoever blocks does not agree either; that need not be said twice. */
function isSaidByBlock({ kind, perspective }: MissingVote, stops: readonly MissingVote[]): boolean {
  return (
    kind === 'agreement-of-perspective' &&
    stops.some((other) => other.kind === 'blocked' && other.perspective === perspective)
  )
}

function stopInWords(stop: MissingVote, perspectives: readonly Perspective[], locale: Locale): string {
  const { kind, perspective, has: count, of, needed } = stop
  const { theOne, theMany, people } = namePerspective(locale, perspective, perspectives)
  const who = perspective === null ? say(locale, 'stop.whole-panel') : theMany
  switch (kind) {
    case 'nobody-left':
      return people
        ? say(locale, 'stop.nobody.people', { who: people.one })
        : say(locale, 'stop.nobody.from', { whom: theOne })
    case 'blocked':
      return of === 1
        ? say(locale, 'stop.blocked.one', { who: theOne })
        : sayCounted(locale, 'stop.blocked.some', { who, count, of })
    case 'answers-in-all':
    case 'answers-of-perspective':
      return say(locale, 'stop.answers', { who, needed, of })
    case 'agreement-in-all':
    case 'agreement-of-perspective':
      if (count > 0) return sayCounted(locale, 'stop.agreement.some', { who, count, of, needed })
      return of === 1 && perspective !== null
        ? say(locale, 'stop.agreement.one', { who: theOne })
        : say(locale, 'stop.agreement.nobody', { who, of, needed })
  }
}
