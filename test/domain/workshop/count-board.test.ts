import { countBoard } from '../../../server/domain/workshop/count-board.ts'
import { cardsIn } from '../../../server/domain/workshop/lie-of-cards.ts'
import { id } from '../../support/build-profile.ts'
import { buildBoard, buildCard, buildTheme, buildWordedCriterion, buildWording } from './build-board.ts'

const lift = buildTheme({ title: 'Lyfta' })
const aside = buildTheme({ title: 'Undanlagt', isAside: true })
const cards = {
  sorted: buildCard({ themeId: lift.id }),
  decided: buildCard({ themeId: lift.id, kind: 'knowledge' }),
  loose: buildCard({ kind: 'responsibilityAutonomy' }),
  inAside: buildCard({ themeId: aside.id }),
  inGone: buildCard({ themeId: id('gone') }),
  aside: buildCard({ themeId: lift.id, isAside: true }),
  calm: buildCard({ kind: 'suitability' }),
}
const worded = buildWording({ themeId: lift.id })
const dropped = buildWording({ themeId: lift.id, isAside: true })
const board = buildBoard({
  cards: Object.values(cards),
  themes: [lift, aside],
  decisions: [
    { cardId: cards.decided.id, need: 'onTheJob' },
    { cardId: cards.aside.id, need: 'dayOne' },
  ],
  marks: [{ cardId: cards.sorted.id, hand: id('a'), need: 'dayOne' }],
  outcomes: [worded, dropped],
  criteria: [
    buildWordedCriterion({ outcomeId: worded.id }),
    buildWordedCriterion({ outcomeId: worded.id, isAside: true }),
    buildWordedCriterion({ outcomeId: dropped.id }),
  ],
})

test('a board is counted without what has been put aside', () => {
  expect(countBoard(board)).toEqual({
    cards: { knowledge: 1, skills: 3, responsibilityAutonomy: 1, suitability: 1 },
    unsorted: 4,
    themes: [{ title: 'Lyfta', cards: 2, outcomes: 1 }],
    decided: 2,
    outcomes: 1,
    criteria: 1,
  })
})

test('an empty board counts nothing', () => {
  expect(countBoard(buildBoard())).toEqual({
    cards: { knowledge: 0, skills: 0, responsibilityAutonomy: 0, suitability: 0 },
    unsorted: 0,
    themes: [],
    decided: 0,
    outcomes: 0,
    criteria: 0,
  })
})

test('each card that is not put aside lies in one place: a theme that is shown, or none', () => {
  const lying = [lift.id, aside.id, id('gone'), null].flatMap((themeId) => cardsIn(board, themeId))
  expect(lying.map((card) => card.id).toSorted()).toEqual(
    Object.values(cards)
      .filter(({ isAside }) => !isAside)
      .map((card) => card.id)
      .toSorted(),
  )
})
