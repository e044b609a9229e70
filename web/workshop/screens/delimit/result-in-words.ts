import type { Board, Need, WorkshopState } from '../../../../schemas/types.ts'
import { NEEDS } from '../../../../server/domain/workshop/board-form.ts'
import type { NeedTally } from '../../../../server/domain/workshop/tally-needs.ts'
import { inSentence } from '../../../i18n/locale.ts'
import { plural, t } from '../../../i18n/wording.ts'
import { listInWords, numberInWords, withCapital } from '../in-words.ts'
import type { Marked } from './need-mark.ts'

/**
 * What the answers come to: "5 av 6", "Tre mot tre". `people` is how many are in the group; those who have left it after
 * they answered count too.
 */
export function resultInWords({ counts, answered }: NeedTally, people: number): string {
  const given = NEEDS.filter((need) => counts[need] > 0).sort((one, other) => counts[other] - counts[one])
  const [most, next] = given
  if (most === undefined) return t('delimit.result.none')
  if (counts[most] * 2 > answered) {
    const need = t(`need.${most}`)
    const of = Math.max(people, answered)
    return counts[most] === of
      ? t('delimit.result.all', { need })
      : t('delimit.result.leading', { need, count: counts[most], of })
  }
  if (next === undefined || given.length > 2) return t('delimit.result.mixed')
  return withCapital(
    t('delimit.result.versus', { one: numberInWords(counts[most]), other: numberInWords(counts[next]) }),
  )
}

/** The answers one by one, those that are missing last. */
export function marksOf({ counts, answered }: NeedTally, people: number): Marked[] {
  const none: Marked = 'none'
  return [
    ...NEEDS.flatMap((need) => Array.from({ length: counts[need] }, () => need)),
    ...Array.from({ length: Math.max(0, people - answered) }, () => none),
  ]
}

/** The same for those who do not see it: "5 från dag ett, 1 har inte svarat". */
export function countsInWords({ counts, answered }: NeedTally, people: number): string {
  const parts = NEEDS.filter((need) => counts[need] > 0).map((need) =>
    t('delimit.result.part', { count: counts[need], need: inSentence(t(`need.${need}`)) }),
  )
  const missing = people - answered
  if (missing > 0) parts.push(plural('delimit.result.unanswered', missing))
  return parts.join(', ')
}

/** Who has answered what, where the phase shows names: otherwise nothing. */
export function namesInWords(
  { marks }: Pick<Board, 'marks'>,
  cardId: string,
  { members, authors, anonymity }: Pick<WorkshopState, 'members' | 'authors' | 'anonymity'>,
  ownHand: string,
): string[] {
  if (!anonymity.namedPhases.includes('delimit')) return []
  const nameOf = (hand: string) =>
    hand === ownHand ? t('delimit.result.you') : members.find(({ seatId }) => seatId === authors[hand])?.name
  const said = (need: Need) =>
    marks
      .filter((mark) => mark.cardId === cardId && mark.need === need)
      .flatMap(({ hand }) => nameOf(hand) ?? [])
  return NEEDS.flatMap((need) => {
    const names = said(need)
    return names.length === 0
      ? []
      : [t('delimit.result.named', { need: t(`need.${need}`), names: listInWords(names) })]
  })
}
