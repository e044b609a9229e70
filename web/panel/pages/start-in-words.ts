import type { MemberDesk } from '../../../schemas/types.ts'
import { numberInWords } from '../../../server/domain/review/in-words/number-in-words.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/panel.ts'
import { asSentence, dayInWords } from '../dates.ts'
import { asideOf } from '../desk/seat.ts'
import { partInShort } from '../parts/anchor.ts'

/** The heading of a member's first page, and what it says below that: what is left, how long it takes, what comes then. */
export function startInWords(desk: MemberDesk): { title: string; sentences: string[] } {
  const { review, changes, unanswered, toConfirm } = desk
  if (review.status === 'preparing')
    return { title: t('start.title.preparing'), sentences: [t('start.preparing')] }
  if (review.status !== 'open')
    return { title: t(`start.title.${review.status}`), sentences: [t(`start.after.${review.status}`)] }
  if (asideOf(desk) !== null) return { title: t('start.title.reading'), sentences: [] }
  if (changes.length > 0) {
    const rest =
      unanswered.length > 0
        ? plural('start.alsoLeft', unanswered.length, count(unanswered.length))
        : t('start.restHolds')
    return {
      title: t('start.title.changed'),
      sentences: [[changed(desk), takes(desk, 'changed'), rest].join(' ')],
    }
  }
  if (unanswered.length > 0) {
    const asked = plural('start.unanswered', unanswered.length, count(unanswered.length))
    return {
      title: t('start.title.left'),
      sentences: [[asked, takes(desk, 'left'), until(desk)].filter(Boolean).join(' ')],
    }
  }
  if (toConfirm.length > 0) return { title: t('start.title.confirm'), sentences: [t('start.confirm')] }
  return { title: t('start.title.done'), sentences: [t('start.done'), whatNext(desk)] }
}

function changed({ changes, text }: MemberDesk): string {
  const parts = text.parts.filter(({ id }) => changes.some(({ partId }) => partId === id))
  const [only] = parts
  const where =
    parts.length === 1 && only
      ? t('start.in', { part: partInShort(only) })
      : t('start.inSeveral', { count: numberInWords(locale(), parts.length) })
  return plural('start.changed', changes.length, { ...count(changes.length), where })
}

function takes({ minutes }: MemberDesk, what: 'changed' | 'left'): string {
  const least = Math.max(1, minutes)
  return plural(`start.takes.${what}`, least, { count: numberInWords(locale(), least) })
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
  const then = next ? t('start.thenMeeting', { day: dayInWords(next.startsAt) }) : t('start.thenDecision')
  return [others, then].join(' ')
}

function count(number: number): { words: string } {
  return { words: asSentence(numberInWords(locale(), number)) }
}
