import type { ReplayedBoard } from '../../../schemas/types.ts'
import { happenedInWords, whenInWords } from '../../../web/replay/in-words.ts'
import { stepAfterKey } from '../../../web/replay/step-by-key.ts'
import { whatChanged } from '../../../web/replay/what-changed.ts'

const card = (id: string, changes: Partial<ReplayedBoard['cards'][number]> = {}) => ({
  id,
  kind: 'skills' as const,
  text: id,
  themeId: null,
  need: null,
  ...changes,
})
const outcome = (id: string, text = id) => ({ id, themeId: 'lyft', category: 'skills' as const, text })
const board = (changes: Partial<ReplayedBoard> = {}): ReplayedBoard => ({
  cards: [],
  themes: [],
  outcomes: [],
  criteria: [],
  ...changes,
})
const LYFT = { id: 'lyft', title: 'Lyft' }

test.each<[string, ReplayedBoard | undefined, ReplayedBoard, string]>([
  ['the first card', undefined, board({ cards: [card('a')] }), '1 nytt kort'],
  ['two cards more', board({ cards: [card('a')] }), board({ cards: [card('a'), card('b'), card('c')] }), '2 nya kort'],
  ['a card with other words', board({ cards: [card('a')] }), board({ cards: [card('a', { text: 'å' })] }), '1 ändrat kort'],
  ['a theme, and a card that is laid in it', board({ cards: [card('a')] }), board({ cards: [card('a', { themeId: 'lyft' })], themes: [LYFT] }), '1 flyttat kort, 1 nytt tema'],
  ['a theme that is called something else', board({ themes: [LYFT] }), board({ themes: [{ ...LYFT, title: 'Flytt' }] }), '1 tema med nytt namn'],
  ['a card that the group knows what to do with', board({ cards: [card('a')] }), board({ cards: [card('a', { need: 'dayOne' })] }), '1 avgränsat kort'],
  ['an outcome with a criterion', board(), board({ outcomes: [outcome('o')], criteria: [{ id: 'k', outcomeId: 'o', text: 'k' }] }), '1 nytt läranderesultat, 1 nytt kriterium'],
  ['an outcome that is written on', board({ outcomes: [outcome('o')] }), board({ outcomes: [outcome('o', 'mer')] }), '1 ändrat läranderesultat'],
  ['a card that is put aside', board({ cards: [card('a'), card('b')] }), board({ cards: [card('b')] }), '1 undanlagt'],
])('%s: the replay says so', (_, before, after, words) => {
  expect(happenedInWords(whatChanged(before, after).happened)).toBe(words)
}) // prettier-ignore

test('what is other than before is marked, and nothing else', () => {
  const before = board({ cards: [card('a'), card('b'), card('c', { themeId: 'lyft' })], themes: [LYFT] })
  const after = board({
    cards: [card('a'), card('b', { themeId: 'lyft', need: 'dayOne' }), card('c', { text: 'C', themeId: 'lyft' }), card('d')],
    themes: [LYFT],
  }) // prettier-ignore
  expect([...whatChanged(before, after).marks]).toEqual([
    ['b', 'moved'],
    ['c', 'reworded'],
    ['d', 'new'],
  ])
})

test('the day is said where the steps are of several days', () => {
  const year = new Date().getFullYear()
  const [one, other] = [{ at: `${year}-10-14T10:14:00` }, { at: `${year}-10-15T09:00:00` }]
  expect(whenInWords(one.at, [one, one])).toBe('10.14')
  expect(whenInWords(other.at, [one, other])).toBe('15 oktober 09.00')
})

test.each([
  ['ArrowRight', {}, 1],
  ['ArrowLeft', {}, -1],
  ['Home', {}, 'first'],
  ['End', {}, 'last'],
  [' ', {}, 'toggle'],
  [' ', { shiftKey: true }, undefined],
  ['ArrowLeft', { altKey: true }, undefined],
  ['x', {}, undefined],
])('the key %j (%j) goes %j', (key, held, goes) => {
  const free = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null }
  expect(stepAfterKey({ ...free, key, ...held })).toBe(goes)
})

test('a key that means something where it is pressed stays there', () => {
  const button = { closest: (selector: string) => (selector.includes('button') ? {} : null) }
  const target = button as unknown as EventTarget
  const pressed = { key: ' ', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target }
  expect(stepAfterKey(pressed)).toBeUndefined()
})
