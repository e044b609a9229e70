import type { Board, Card, Need } from '../../../schemas/types.ts'
import { boardAsProfile } from '../../../server/domain/workshop/board-as-profile.ts'
import { resultOf } from '../../../server/domain/workshop/group-result.ts'
import { cardsByPath, delimitedIn } from '../../../server/domain/workshop/paths-of-cards.ts'
import { tallyNeeds } from '../../../server/domain/workshop/tally-needs.ts'
import { whereaboutsOf } from '../../../server/domain/workshop/whereabouts-of-card.ts'
import { cardsBehind, wordingsIn } from '../../../server/domain/workshop/wordings-in-theme.ts'

const card = (id: string, changes: Partial<Card> = {}): Card => ({
  id,
  kind: 'skills',
  text: `Kort ${id}`,
  by: 'hand',
  themeId: 't',
  isAside: false,
  ...changes,
})
const outcome = (
  id: string,
  changes: Partial<Board['outcomes'][number]> = {},
): Board['outcomes'][number] => ({
  id,
  themeId: 't',
  category: 'skills',
  text: `mening ${id}`,
  cardIds: [],
  source: null,
  differs: '',
  isAside: false,
  ...changes,
})
const decided = (needs: Readonly<Record<string, Need>>) =>
  Object.entries(needs).map(([cardId, need]) => ({ cardId, need }))
const board: Board = {
  cards: [
    card('day'),
    card('used'),
    card('job'),
    card('not'),
    card('open'),
    card('suits', { kind: 'suitability' }),
    card('aside', { isAside: true }),
    card('loose', { themeId: null }),
    card('blank', { text: ' ' }),
  ],
  themes: [
    { id: 't', title: 'Förflyttning', reuse: null, isAside: false },
    { id: 'gone', title: 'Undanlagt', reuse: null, isAside: true },
  ],
  marks: [],
  decisions: decided({ day: 'dayOne', used: 'dayOne', job: 'onTheJob', not: 'notNeeded', suits: 'dayOne' }),
  outcomes: [
    outcome('o', { cardIds: ['used'] }),
    outcome('away', { isAside: true, cardIds: ['day'] }),
    outcome('bare', { text: '' }),
  ],
  criteria: [
    { id: 'c', outcomeId: 'o', text: 'Lyfter.', cardIds: ['open'], isAside: false },
    { id: 'c-away', outcomeId: 'o', text: 'Lyfte.', cardIds: ['job'], isAside: true },
  ],
  ready: [],
}
const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id)
const tallies = tallyNeeds(board)

test('cards part by what the group has come to; suitability goes its own way whatever is marked', () => {
  const on = cardsByPath(board.cards, tallies)
  expect(ids(on.suitability)).toEqual(['suits'])
  expect(ids(on.onTheJob)).toEqual(['job'])
  expect(ids(on.notNeeded)).toEqual(['not'])
})

test('how far a group has come with a theme counts neither suitability nor what is put aside or has no words', () => {
  expect(delimitedIn(board, 't', tallies)).toEqual({ settled: 4, of: 5 })
  expect(delimitedIn(board, null)).toEqual({ settled: 0, of: 1 })
})

test('a sentence is worded with the criteria that are not put aside, and has all their cards behind it', () => {
  const [wording] = wordingsIn(board, 't')
  expect(ids(wording!.criteria)).toEqual(['c'])
  expect([...cardsBehind(wording!)]).toEqual(['used', 'open'])
})

test('the result has everything that has words, once, and says what is left over', () => {
  const { themes, suitability, counts } = resultOf(board)
  expect(themes.map(({ theme }) => theme?.id ?? null)).toEqual(['t', null])
  expect(ids(themes[0]!.wordings.map((wording) => wording.outcome))).toEqual(['o'])
  expect(ids(themes[0]!.unworded)).toEqual(['day'])
  expect(ids(themes[0]!.onTheJob)).toEqual(['job'])
  expect(ids(themes[1]!.open)).toEqual(['loose'])
  expect(ids(suitability)).toEqual(['suits'])
  expect(counts).toEqual({ cards: 7, themes: 1, outcomes: 1, criteria: 1 })
})

test('a board is read by the coach as the profile that it would become', () => {
  const { modules, outcomeStem } = boardAsProfile(board, 'Deltagaren kan')
  expect(outcomeStem).toBe('Deltagaren kan')
  expect(modules.map(({ module }) => [module.title, ids(module.outcomes)])).toEqual([
    ['Förflyttning', ['o', 'bare']],
  ])
  expect(modules[0]!.module.outcomes[0]!.criteria.map(({ text }) => text)).toEqual(['Lyfter.'])
})

test.each([
  ['used', { in: 'wordings', ids: ['o'] }],
  ['open', { in: 'wordings', ids: ['c'] }],
  ['day', { in: 'dayOne' }],
  ['job', { in: 'onTheJob' }],
  ['suits', { in: 'suitability' }],
  ['aside', { in: 'aside' }],
  ['loose', { in: 'open' }],
])('the card "%s" has come to where one looks for it', (name, place) => {
  const shown = new Map([
    ['o', '1.1'],
    ['c', '1.1 a'],
  ])
  const found = board.cards.find(({ id }) => id === name)!
  expect(whereaboutsOf(found, board, shown, tallies)).toEqual(place)
})
