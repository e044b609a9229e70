import type { CardFate } from '../../../../../schemas/types.ts'
import {
  addCard,
  addCriterion,
  decideOnCard,
  putAside,
  useCard,
} from '../../../../../server/board/write-on-board.ts'
import { compiledInWords, placesOn } from '../../../../../web/workshop/screens/done/fates-in-words.ts'
import { boardInMemory } from '../word/board-in-memory.ts'

const fate = (changes: Partial<CardFate>): CardFate => ({
  id: 'card',
  kind: 'skills',
  text: 'Lyfta',
  fate: 'open',
  reason: '',
  items: [],
  ...changes,
})
const item = (number: string, text: string) => ({ itemId: `item ${number}`, number, text })

test.each<[string, Partial<CardFate>, string | undefined]>([
  [
    'in the draft',
    { fate: 'inDraft', items: [item('4.3', 'lyfta en person')] },
    'i utkastet: 4.3 lyfta en person',
  ],
  ['on suitability, in the draft', { fate: 'inDraft', items: [item('', 'Lugn')] }, 'i utkastet: Lugn'],
  [
    'left out for a reason',
    { fate: 'leftOut', reason: 'Står i en annan modul.' },
    'kom inte med i utkastet: Står i en annan modul.',
  ],
  [
    'said in another group’s words',
    { fate: 'inPlace', items: [item('4.3', 'lyfta en person')] },
    'sägs i utkastet med en annan grupps ord: 4.3 lyfta en person',
  ],
  ['left out', { fate: 'leftOut' }, 'kom inte med i utkastet'],
  ['not compiled yet', { fate: 'worded' }, undefined],
])('of a card that is %s it is said so', (_, changes, words) => {
  expect(compiledInWords(fate(changes))).toBe(words)
})

test('of a card that has not been compiled it is said where it lies on the board', () => {
  const { pen, board, cardId, outcomeId } = boardInMemory()
  const criterionId = addCriterion(pen, outcomeId, 'Lyfter.')
  const numbers = new Map([
    [outcomeId, '1.1'],
    [criterionId, '1.1 a'],
  ])
  const place = () => {
    const now = board()
    return placesOn(now, numbers)(now.cards.find(({ id }) => id === cardId)!)
  }
  expect(place()).toBe('inte avgjort')
  decideOnCard(pen, cardId, 'dayOne')
  expect(place()).toBe('från dag ett, inte i någon mening än')
  useCard(pen, criterionId, cardId, true)
  expect(place()).toBe('i kriterium 1.1 a')
  useCard(pen, outcomeId, cardId, true)
  expect(place()).toBe('i läranderesultat 1.1')
  putAside(pen, 'cards', cardId, true)
  expect(place()).toBe('undanlagt')
})

test('a card on suitability has its own part of the profile', () => {
  const { pen, board } = boardInMemory()
  addCard(pen, { kind: 'suitability', text: 'Lugn' })
  const now = board()
  expect(placesOn(now, new Map())(now.cards[1]!)).toBe('under personlig lämplighet')
})
