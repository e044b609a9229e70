import type { Board, Card, CardFate } from '../../../../schemas/types.ts'
import { tallyNeeds } from '../../../../server/domain/workshop/tally-needs.ts'
import { whereaboutsOf } from '../../../../server/domain/workshop/whereabouts-of-card.ts'
import { t } from '../../../i18n/wording.ts'

/** What an outcome or criterion is called, by its id; what is not in the result has no number. */
export type Numbers = ReadonlyMap<string, string>

/** What the compiling has made of a card; undefined before it has come to it. */
export function compiledInWords(fate: CardFate | undefined): string | undefined {
  if (fate?.fate === 'inDraft' || fate?.fate === 'inPlace') {
    const places = fate.items.map(({ number, text }) => [number, text].filter(Boolean).join(' '))
    return t(`done.own.${fate.fate}`, { places: places.join('; ') })
  }
  if (fate?.fate !== 'leftOut') return undefined
  const { reason } = fate
  return reason === '' ? t('done.own.leftOut') : t('done.own.leftOutBecause', { reason })
}

/** Where a card has come to on the board, in words. */
export function placesOn(board: Board, numbers: Numbers): (card: Card) => string {
  const tallies = tallyNeeds(board)
  const criteria = new Set(board.criteria.map(({ id }) => id))
  return (card) => {
    const place = whereaboutsOf(card, board, numbers, tallies)
    if (!('ids' in place)) return t(`done.own.${place.in}`)
    const [id = ''] = place.ids
    return t(criteria.has(id) ? 'done.own.criterion' : 'done.own.worded', { number: numbers.get(id) ?? '' })
  }
}
