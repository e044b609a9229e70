import type {
  CompositionHint,
  Perspective,
  PerspectiveCount,
  Review,
  ReviewTally,
  TallyCell,
} from '../../schemas/types.ts'
import { perspectiveInText, perspectiveTitle } from '../../server/domain/review/in-words/name-perspective.ts'
import { numberInWords } from '../../server/domain/review/in-words/number-in-words.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'

export type Mark = TallyCell['marks'][number]['mark']

/** In the order in which they stand in a cell: what carries first, what is waited for last. */
export const MARKS = ['agree', 'agreeWithChange', 'disagree', 'abstain', 'stale', 'none'] as const

/** The heading: how much is ready, as a sentence. Modules are counted; what is said of the whole occupation is one thing more. */
export function headingInWords({ parts, isHidden, answered, entitled }: ReviewTally): string {
  const words = (count: number) => numberInWords(locale(), count)
  if (isHidden)
    return capital(
      answered === 0
        ? t('overview.answeredNone', { of: words(entitled) })
        : plural('overview.answered', answered, { number: words(answered), of: words(entitled) }),
    )
  const modules = parts.filter(({ number }) => number !== '')
  const whole = parts.filter(({ number }) => number === '')
  const ready = modules.filter(({ state }) => state === 'ready').length
  const of = words(modules.length)
  if (ready < modules.length)
    return capital(
      ready === 0
        ? t('overview.readyNone', { of })
        : plural('overview.ready', ready, { number: words(ready), of }),
    )
  return capital(
    t(whole.every(({ state }) => state === 'ready') ? 'overview.readyAll' : 'overview.readyModules', { of }),
  )
}

/** A sentence as it begins. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale()) + sentence.slice(1)
}

/** 2 instämmer, 1 instämmer inte. */
export function marksInWords(marks: readonly Mark[]): string {
  if (marks.length === 0) return t('mark.nobody')
  const kinds = [...MARKS, 'answered'] as const
  const parts = kinds.flatMap((kind) => {
    const count = marks.filter((mark) => mark === kind).length
    return count === 0 ? [] : [plural(`mark.${kind}`, count)]
  })
  return new Intl.ListFormat(locale(), { type: 'unit' }).format(parts)
}

/** A count as one mark for each of those counted. */
export function marksOf(count: PerspectiveCount): Mark[] {
  return MARKS.flatMap((mark) => Array.from({ length: count[mark] }, (): Mark => mark))
}

/** What there is to think about, as sentences; what is said of several perspectives is said once. */
export function hintsInWords(
  hints: readonly CompositionHint[],
  perspectives: readonly Perspective[],
): string[] {
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' })
  const codes = [...new Set(hints.map(({ code }) => code))]
  return codes.flatMap((code) => {
    const same = hints.filter((hint) => hint.code === code)
    const [first] = same
    if (!first) return []
    // The sentence begins with them: the first has its capital, the others what they have within a sentence.
    const of = list.format(
      same.map(({ perspective }, at) =>
        at === 0
          ? perspectiveTitle(locale(), perspective ?? '', perspectives)
          : perspectiveInText(locale(), perspective ?? '', perspectives),
      ),
    )
    const { count, limit } = first
    switch (code) {
      case 'too-few':
        return plural('hint.tooFew', count, { limit })
      case 'too-many':
        return t('hint.tooMany', { count, limit })
      case 'perspective-missing':
        return t('hint.missing', { of })
      case 'perspective-alone':
        return plural('hint.alone', same.length, { of })
      case 'perspective-dominates':
        return t('hint.dominates', { of, count })
      case 'no-substitute':
        return t('hint.noSubstitute')
      case 'one-organisation':
        return plural('hint.oneOrganisation', same.length, { of })
    }
  })
}

/** Where a review is, in one sentence for those who write. */
export function reviewInWords({ status, round }: Pick<Review, 'status' | 'round'>): string {
  const isRead = status === 'preparing' || status === 'approved' || status === 'returned'
  return isRead ? t(`notice.${status}`) : t('notice.round', { number: round?.number ?? 1 })
}
