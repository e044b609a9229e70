import type { MissingVote, Perspective } from '../../../../schemas/types.ts'
import { namePerspective, type PerspectiveNames } from './name-perspective.ts'
import { listAll, say, sayCounted, type Locale } from './say.ts'

/** What is waited for, of one perspective or in all (null): answers, agreement, or both. */
type Need = {
  readonly perspective: string | null
  readonly answers: MissingVote | undefined
  readonly agreement: MissingVote | undefined
}

/**
 * What those who have not answered could give, as one sentence; empty when that is nothing. Whoever agrees has answered, so
 * answers are mentioned only where more of them than of agreement are missing, and numbers in all only where the
 * perspectives' own do not cover them.
 */
export function needsInWords(
  missing: readonly MissingVote[],
  perspectives: readonly Perspective[],
  locale: Locale,
): string {
  const waited = missing.filter(({ isReachable }) => isReachable)
  const needs = [...new Set(waited.map(({ perspective }) => perspective))].map((perspective): Need => ({
    perspective,
    answers: waited.find((vote) => vote.perspective === perspective && vote.kind.startsWith('answers')),
    agreement: waited.find((vote) => vote.perspective === perspective && vote.kind.startsWith('agreement')),
  }))
  const own = needs.filter(({ perspective }) => perspective !== null)
  const alone = own.filter(isOfOne)
  const isGathered = alone.length > 1
  const names = (need: Need) => namePerspective(locale, need.perspective, perspectives)
  const parts = own
    .filter((need) => !isGathered || !isOfOne(need))
    .map((need) =>
      isOfOne(need) ? answerOf(names(need), locale) : needOfPerspective(need, names(need), locale),
    )
  const whole = needInAll(
    needs.find(({ perspective }) => perspective === null),
    own,
    locale,
  )
  const what = listAll(locale, [...parts, ...whole])
  if (!isGathered) return what === '' ? '' : say(locale, 'needs', { what })
  const whom = listAll(
    locale,
    alone.map((need) => names(need).theOne),
  )
  return say(locale, 'needs', {
    what: say(locale, what === '' ? 'needs.answers' : 'needs.also-answers', { what, whom }),
  })
}

/** Whether it is the only member of a perspective that is waited for: then the answer says it all. */
function isOfOne({ answers, agreement }: Need): boolean {
  return (answers ?? agreement)?.of === 1
}

function answerOf({ theOne, whose }: PerspectiveNames, locale: Locale): string {
  return whose === null
    ? say(locale, 'answer.from', { whom: theOne })
    : say(locale, 'answer.whose', { whose })
}

function needOfPerspective(
  { answers, agreement }: Need,
  { theMany: whom, people }: PerspectiveNames,
  locale: Locale,
): string {
  if (answers && answers.missing > (agreement?.missing ?? 0)) {
    const values = { count: answers.missing, whom }
    const said = sayCounted(locale, answers.has > 0 ? 'more.from' : 'answers.first', values)
    return withAgreement(said, agreement, locale)
  }
  const { missing: count, has, of, needed } = agreement ?? { missing: 0, has: 0, of: 0, needed: 0 }
  if (has > 0) {
    return people
      ? say(locale, 'more.people', { count, who: count === 1 ? people.one : people.many })
      : sayCounted(locale, 'more.from', { count, whom })
  }
  if (needed < of) {
    return people
      ? say(locale, 'some.people', { count, of, who: people.many })
      : say(locale, 'some.from', { count, of, whom })
  }
  const how = of === 2 ? 'both' : 'all'
  return people
    ? say(locale, `${how}.people`, { of, whom: people.those })
    : say(locale, `${how}.from`, { of, whom })
}

/** What is asked of the whole panel beyond what the perspectives are asked for; nothing where theirs covers it. */
function needInAll(whole: Need | undefined, own: readonly Need[], locale: Locale): string[] {
  const agreeing = own.reduce((sum, { agreement }) => sum + (agreement?.missing ?? 0), 0)
  const answering = own.reduce(
    (sum, need) => sum + Math.max(need.agreement?.missing ?? 0, need.answers?.missing ?? 0),
    0,
  )
  const answers = beyond(whole?.answers, answering)
  const agreement = beyond(whole?.agreement, agreeing)
  const vote = answers && answers.missing > (agreement?.missing ?? 0) ? answers : agreement
  if (!vote) return []
  const values = { count: vote.missing }
  const said =
    vote === answers
      ? withAgreement(sayCounted(locale, 'in-all.answers', values), agreement, locale)
      : sayCounted(locale, 'in-all.agreement', values)
  return [own.length > 0 ? say(locale, 'in-all.also', { what: said }) : said]
}

function beyond(vote: MissingVote | undefined, covered: number): MissingVote | undefined {
  return vote && vote.missing > covered ? vote : undefined
}

function withAgreement(answers: string, agreement: MissingVote | undefined, locale: Locale): string {
  return agreement ? say(locale, 'answers.agreeing', { answers, count: agreement.missing }) : answers
}
