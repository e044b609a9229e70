import type { ChangedSince, MemberDesk } from '../../../schemas/types.ts'
import { numberInWords } from '../../../server/domain/review/in-words/number-in-words.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/panel.ts'
import { asSentence, dayInWords } from '../dates.ts'
import { changesToAnswer } from '../desk/editorial-change.ts'
import { asideOf } from '../desk/seat.ts'
import { partInShort } from '../parts/anchor.ts'

/** The heading of a member's first page, and what it says below that: what is left, how long it takes, what comes then. */
export function startInWords(desk: MemberDesk): { title: string; sentences: string[] } {
  const { review, unanswered, toConfirm } = desk
  if (review.status === 'preparing')
    return { title: t('start.title.preparing'), sentences: [t('start.preparing')] }
  if (review.status !== 'open')
    return { title: t(`start.title.${review.status}`), sentences: [t(`start.after.${review.status}`)] }
  const told = recalled(desk)
  if (asideOf(desk) !== null) return { title: t('start.title.reading'), sentences: told }
  const toAnswer = changesToAnswer(desk)
  if (toAnswer.length > 0) {
    const rest =
      unanswered.length > 0
        ? plural('start.alsoLeft', unanswered.length, { words: inText(unanswered.length) })
        : t('start.restHolds')
    const sentence = [changed(toAnswer, desk), takes(desk, 'changed'), rest].join(' ')
    return { title: t('start.title.changed'), sentences: [...told, sentence, ...alsoConfirm(desk)] }
  }
  if (unanswered.length > 0) {
    const asked = plural('start.unanswered', unanswered.length, count(unanswered.length))
    const sentence = [asked, takes(desk, 'left'), until(desk)].filter(Boolean).join(' ')
    return {
      title: t('start.title.left'),
      sentences: [...told, sentence, ...quiet(desk), ...alsoConfirm(desk)],
    }
  }
  if (toConfirm.length > 0) {
    const title = toConfirm.length === 1 ? t('start.title.confirm') : t('start.title.left')
    return { title, sentences: [...told, t('start.confirm')] }
  }
  return { title: t('start.title.done'), sentences: [...told, t('start.done'), whatNext(desk)] }
}

/** A decision was made and taken back: the review goes on. */
function recalled({ review }: MemberDesk): string[] {
  const at = review.decisions.at(-1)?.recalledAt ?? null
  return at === null ? [] : [t('start.recalled', { day: dayInWords(at) })]
}

function quiet({ review }: MemberDesk): string[] {
  const { round } = review
  return round?.kind === 'quiet' && round.revealedAt === null ? [t('rating.quiet')] : []
}

function alsoConfirm({ toConfirm }: MemberDesk): string[] {
  const { length } = toConfirm
  return length === 0 ? [] : [plural('start.alsoConfirm', length, { words: inText(length) })]
}

function changed(changes: readonly ChangedSince[], { text }: MemberDesk): string {
  const parts = text.parts.filter(({ id }) => changes.some(({ partId }) => partId === id))
  const [only] = parts
  const where =
    parts.length === 1 && only
      ? t('start.in', { part: partInShort(only) })
      : t('start.inSeveral', { count: inText(parts.length) })
  return plural('start.changed', changes.length, { ...count(changes.length), where })
}

function takes({ minutes }: MemberDesk, what: 'changed' | 'left'): string {
  const least = Math.max(1, minutes)
  return plural(`start.takes.${what}`, least, { count: inText(least) })
}

function until({ review }: MemberDesk): string {
  const { answerBy } = review.clocks
  return answerBy === null ? '' : t('start.until', { day: dayInWords(answerBy) })
}

/** When there is nothing left: what is waited for. */
function whatNext({ review, tally }: MemberDesk): string {
  const next = review.meetings.find(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > review.now)
  const waiting = tally.entitled - tally.answered
  const others = waiting > 0 ? plural('start.waitingFor', waiting, count(waiting)) : t('start.nobodyWaits')
  if (next) return `${others} ${t('start.thenMeeting', { day: dayInWords(next.startsAt) })}`
  return `${others} ${t(waiting > 0 ? 'start.thenDecision' : 'start.nowDecision')}`
}

function count(number: number): { words: string } {
  return { words: asSentence(inText(number)) }
}

function inText(number: number): string {
  return numberInWords(locale(), number)
}
