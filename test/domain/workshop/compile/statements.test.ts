import { statementsOf } from '../../../../server/domain/workshop/compile/statements.ts'
import type { Board, Card, Theme, WordedOutcome } from '../../../../schemas/types.ts'
import { emptyBoard, idOf } from './results.ts'

const ANNA = idOf(901)
const BO = idOf(902)
const whose = { groupNumber: 2, perspectiveOf: (hand: string) => (hand === ANNA ? 'employee' : 'employer') }

const card = (id: number, text: string, more: Partial<Card> = {}): Card => ({
  id: idOf(id),
  kind: 'skills',
  text,
  by: ANNA,
  themeId: idOf(100),
  isAside: false,
  ...more,
})
const lifting: Theme = { id: idOf(100), title: ' Lyft  och flytt ', reuse: null, isAside: false }
const outcome = (id: number, text: string, more: Partial<WordedOutcome> = {}): WordedOutcome => ({
  id: idOf(id),
  themeId: lifting.id,
  category: 'skills',
  text,
  cardIds: [],
  source: null,
  differs: '',
  isAside: false,
  ...more,
})
const board = (parts: Partial<Board>): Board => ({ ...emptyBoard, themes: [lifting], ...parts })
const texts = (parts: Partial<Board>) =>
  statementsOf(board(parts), whose).themes.map(({ title, statements }) => [
    title,
    statements.map(({ text }) => text),
  ])

describe('a group’s statements', () => {
  test('are its outcomes with their criteria and the cards behind both', () => {
    const { themes } = statementsOf(
      board({
        cards: [card(1, ' lyfta  rätt '), card(2, 'lås först', { by: BO })],
        outcomes: [
          outcome(10, 'lyfta en\nperson', { cardIds: [idOf(1), idOf(1), idOf(77)], differs: ' hos oss ' }),
        ],
        criteria: [
          { id: idOf(20), outcomeId: idOf(10), text: 'låser bromsen', cardIds: [idOf(2)], isAside: false },
          { id: idOf(21), outcomeId: idOf(10), text: 'städar', cardIds: [], isAside: true },
          { id: idOf(22), outcomeId: idOf(10), text: '  ', cardIds: [], isAside: false },
        ],
      }),
      whose,
    )
    expect(themes).toEqual([
      {
        id: idOf(100),
        title: 'Lyft och flytt',
        reuse: null,
        cardTexts: ['lyfta rätt', 'lås först'],
        statements: [
          {
            id: idOf(10),
            groupNumber: 2,
            kind: 'skills',
            text: 'lyfta en person',
            cards: [{ id: idOf(1), kind: 'skills', text: 'lyfta rätt', perspective: 'employee' }],
            criteria: [
              {
                id: idOf(20),
                text: 'låser bromsen',
                cards: [{ id: idOf(2), kind: 'skills', text: 'lås först', perspective: 'employer' }],
              },
            ],
            source: null,
            differs: 'hos oss',
          },
        ],
      },
    ])
  })

  test('leave out what is put aside and what says nothing', () => {
    const outcomes = [outcome(10, 'lyfta'), outcome(11, 'flytta', { isAside: true }), outcome(12, ' \n')]
    expect(texts({ outcomes })).toEqual([['Lyft och flytt', ['lyfta']]])
  })

  test.each([
    ['put aside', [{ ...lifting, isAside: true }], 'Lyft och flytt'],
    ['gone', [], ''],
  ])('keep an outcome whose theme is %s', (_, themes, title) => {
    expect(texts({ themes, outcomes: [outcome(10, 'lyfta')] })).toEqual([[title, ['lyfta']]])
  })

  test('keep a theme that has no wording yet when it has cards, or wants a module linked', () => {
    const reuse = { profileSlug: 'vard', version: '1.0.0', moduleId: idOf(5) }
    const themes = [
      lifting,
      { ...lifting, id: idOf(101), title: 'Hygien', reuse },
      { ...lifting, id: idOf(102) },
    ]
    const found = statementsOf(board({ themes, cards: [card(1, 'lyfta')] }), whose).themes
    expect(found.map((theme) => [theme.id, theme.cardTexts, theme.reuse])).toEqual([
      [idOf(100), ['lyfta'], null],
      [idOf(101), [], reuse],
    ])
  })
})

describe('cards on personal suitability', () => {
  const patience = card(1, 'tålamod', { kind: 'suitability', themeId: null })
  const count = (parts: Partial<Board>) =>
    statementsOf(board({ cards: [patience], ...parts }), whose).suitability.length
  const mark = (hand: string, need: 'dayOne' | 'notNeeded') => ({ cardId: idOf(1), hand, need })

  test('are statements with the card itself behind them', () => {
    expect(statementsOf(board({ cards: [patience] }), whose).suitability).toMatchObject([
      {
        id: idOf(1),
        kind: 'suitability',
        text: 'tålamod',
        cards: [{ id: idOf(1), perspective: 'employee' }],
      },
    ])
  })

  test.each<[string, Partial<Board>, number]>([
    ['count while nobody has said anything', {}, 1],
    ['do not when they are put aside', { cards: [{ ...patience, isAside: true }] }, 0],
    ['do not when the group has decided so', { decisions: [{ cardId: idOf(1), need: 'notNeeded' }] }, 0],
    ['do not when most have marked so', { marks: [mark(ANNA, 'notNeeded')] }, 0],
    ['count when as many need them', { marks: [mark(ANNA, 'notNeeded'), mark(BO, 'dayOne')] }, 1],
    [
      'count when the group has decided so, whatever the marks say',
      { marks: [mark(ANNA, 'notNeeded')], decisions: [{ cardId: idOf(1), need: 'dayOne' }] },
      1,
    ],
  ])('%s', (_, parts, expected) => {
    expect(count(parts)).toBe(expected)
  })
})
