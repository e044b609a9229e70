import type { Finding, NearestText } from '../../../../../schemas/types.ts'
import {
  addCard,
  addCriterion,
  addOutcome,
  openUndo,
  putAside,
} from '../../../../../server/board/write-on-board.ts'
import {
  addCriterionAfter,
  copyWording,
  dropIfEmpty,
  moveStep,
  startFromCard,
  takeAdvice,
  toggleCard,
} from '../../../../../web/workshop/screens/word/word-acts.ts'
import { boardInMemory, newId } from './board-in-memory.ts'

const finding = (itemKind: 'outcome' | 'criterion', itemId: string, texts: string[]): Finding => ({
  rule: 'wording/vague-verb',
  severity: 'warning',
  itemKind,
  itemId,
  field: 'text',
  start: 0,
  end: 7,
  message: 'Går det att se?',
  reason: '',
  fix: { label: 'Byt', texts },
})
const published: NearestText = {
  profileSlug: 'serviceassistent',
  profileTitle: 'Serviceassistent',
  version: '2.0.0',
  moduleId: newId(),
  moduleTitle: 'Förflyttning',
  moduleNumber: 3,
  itemId: newId(),
  itemKind: 'outcome',
  text: 'förflytta en person med rullstol',
  score: 70,
  shared: [],
}

test('a sentence that is made of a card goes on after the stem with its words, and has it behind it', () => {
  const { pen, board, themeId, cardId, wording } = boardInMemory()
  const id = startFromCard(pen, board().cards[0]!, themeId)
  expect(wording(id).outcome).toMatchObject({
    text: 'lyfta med taklyft',
    category: 'skills',
    cardIds: [cardId],
  })
})

test('an abbreviation that a sentence begins with stays as it is', () => {
  const { pen, board, themeId, wording } = boardInMemory()
  addCard(pen, { kind: 'skills', text: 'HLR på vuxna', themeId })
  expect(wording(startFromCard(pen, board().cards[1]!, themeId)).outcome.text).toBe('HLR på vuxna')
})

test('a card on suitability never makes a category of its own', () => {
  const { pen, board, themeId, wording } = boardInMemory()
  addCard(pen, { kind: 'suitability', text: 'Lugn', themeId })
  expect(wording(startFromCard(pen, board().cards[1]!, themeId)).outcome.category).toBe('skills')
})

test('a criterion comes after the one that it was asked for from', () => {
  const { pen, wording, criteria } = boardInMemory()
  const first = addCriterionAfter(pen, wording(), null, { text: 'a' })
  addCriterionAfter(pen, wording(), null, { text: 'c' })
  addCriterionAfter(pen, wording(), first, { text: 'b' })
  expect(criteria()).toEqual(['a', 'b', 'c'])
})

test('things go one step up or down, past nothing of another theme, and no further than their like', () => {
  const { pen, outcomeId, wording, criteria, themeId, board } = boardInMemory()
  const [a, b] = ['a', 'b'].map((text) => addCriterion(pen, outcomeId, text)) as [string, string]
  expect(moveStep(pen, 'criteria', wording().criteria, a, 1)).toBe(true)
  expect(criteria()).toEqual(['b', 'a'])
  expect(moveStep(pen, 'criteria', wording().criteria, a, 1)).toBe(false)
  expect(moveStep(pen, 'criteria', wording().criteria, a, -1)).toBe(true)
  expect(criteria()).toEqual(['a', 'b'])
  expect(moveStep(pen, 'criteria', wording().criteria, b, 1)).toBe(false)
  const other = addOutcome(pen, { themeId: newId(), category: 'skills', text: 'i ett annat tema' })
  const last = addOutcome(pen, { themeId, category: 'skills', text: 'sist' })
  const own = board().outcomes.filter((outcome) => outcome.themeId === themeId)
  moveStep(pen, 'outcomes', own, outcomeId, 1)
  expect(board().outcomes.map(({ id }) => id)).toEqual([last, outcomeId, other])
})

test('an empty criterion is dropped when it is left, one with words is not', () => {
  const { pen, outcomeId, criteria } = boardInMemory()
  dropIfEmpty(pen, addCriterion(pen, outcomeId, ' '))
  dropIfEmpty(pen, addCriterion(pen, outcomeId, 'Lyfter.'))
  expect(criteria()).toEqual(['Lyfter.'])
})

test('advice to part two things makes a criterion of each, in their order, with the same cards behind, and is undone in one step', () => {
  const { pen, outcomeId, cardId, wording, criteria } = boardInMemory()
  const id = addCriterion(pen, outcomeId, 'Lyfter och tvättar och torkar.', [cardId])
  addCriterion(pen, outcomeId, 'Sist.')
  const undo = openUndo(pen.doc)
  takeAdvice(pen, wording(), finding('criterion', id, ['Lyfter.', 'Tvättar.', 'Torkar.']))
  expect(criteria()).toEqual(['Lyfter.', 'Tvättar.', 'Torkar.', 'Sist.'])
  expect(
    wording()
      .criteria.slice(0, 3)
      .map(({ cardIds }) => cardIds),
  ).toEqual([[cardId], [cardId], [cardId]])
  undo.undo()
  expect(criteria()).toEqual(['Lyfter och tvättar och torkar.', 'Sist.'])
})

test('a published wording takes the place of the sentence, with its source; what stood there is put aside and undone in one step', () => {
  const { pen, outcomeId, wording, board } = boardInMemory()
  const undo = openUndo(pen.doc)
  copyWording(pen, wording(), published)
  const { profileSlug, version, itemId } = published
  expect(wording(outcomeId).outcome).toMatchObject({
    text: 'förflytta en person med rullstol',
    source: { profileSlug, version, itemId },
  })
  expect(
    board()
      .outcomes.filter(({ isAside }) => isAside)
      .map(({ text }) => text),
  ).toEqual(['lyfta med taklyft'])
  undo.undo()
  expect(board().outcomes).toHaveLength(1)
  expect(wording().outcome).toMatchObject({ text: 'lyfta med taklyft', source: null })
})

test('an empty sentence that is replaced leaves nothing aside', () => {
  const { pen, themeId, wording, board } = boardInMemory()
  copyWording(pen, wording(addOutcome(pen, { themeId, category: 'skills', text: '' })), published)
  expect(board().outcomes.filter(({ isAside }) => isAside)).toEqual([])
})

test('a card is marked as used, and a press later no longer', () => {
  const { pen, cardId, wording } = boardInMemory()
  toggleCard(pen, wording().outcome, cardId)
  expect(wording().outcome.cardIds).toEqual([cardId])
  toggleCard(pen, wording().outcome, cardId)
  expect(wording().outcome.cardIds).toEqual([])
})

test('what has been put aside is no wording of its theme', () => {
  const { pen, outcomeId, wording } = boardInMemory()
  putAside(pen, 'outcomes', outcomeId, true)
  expect(() => wording()).toThrow('No such sentence.')
})
