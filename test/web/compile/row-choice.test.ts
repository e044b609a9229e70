import type { CompiledRow, RulingOnRow, Statement } from '../../../schemas/types.ts'
import {
  afterReading,
  asItStands,
  choiceAgain,
  firstChoice,
  fitChoice,
  rulingFrom,
  startFrom,
  takeBackText,
  toggleCriterion,
  toggleMerged,
} from '../../../web/compile/row-choice.ts'

const card = (id: string, perspective: string) => ({ id, kind: 'skills', text: id, perspective }) as const
const criterion = (id: string) => ({ id, text: `kriterium ${id}`, cards: [] })

function statement(given: Partial<Statement>): Statement {
  return {
    id: 's',
    groupNumber: 1,
    kind: 'skills',
    text: 'flytta en person',
    criteria: [],
    cards: [],
    source: null,
    differs: '',
    ...given,
  }
}
function row(statements: Statement[], ruling: RulingOnRow | null = null): CompiledRow {
  return { id: statements[0]?.id ?? '', statements, likeness: null, ruling }
}
const one = statement({ id: 'one', criteria: [criterion('a')], cards: [card('x', 'employer')] })
const two = statement({
  id: 'two',
  groupNumber: 2,
  text: 'förflytta en person',
  criteria: [criterion('b')],
  cards: [card('y', 'employer'), card('z', 'employee')],
})
const three = statement({ id: 'three', groupNumber: 3, text: 'lyfta en person' })
const ROW = row([one, two, three])

function ruling(given: Partial<RulingOnRow>): RulingOnRow {
  return {
    kind: 'taken',
    baseId: 'one',
    statementIds: ['one', 'two', 'three'],
    text: 'flytta en person',
    itemId: 'item',
    reason: '',
    at: '2026-03-01T09:00:00.000Z',
    ...given,
  }
}

test('what lies nearest is the wording with most cards behind it, merged with all others, and its criteria', () => {
  expect(firstChoice(ROW)).toEqual({
    baseId: 'two',
    mergedIds: ['one', 'three'],
    text: 'förflytta en person',
    criterionIds: ['b'],
    reason: null,
    from: null,
    putAway: null,
  })
})

test('of those with as much behind them the first group comes first', () => {
  expect(firstChoice(row([three, { ...three, id: 'four' }])).baseId).toBe('three')
})

describe('starting from another group', () => {
  test('takes its words and its criteria, and merges the one that was started from before', () => {
    expect(startFrom(ROW, firstChoice(ROW), 'one')).toMatchObject({
      baseId: 'one',
      mergedIds: ['three', 'two'],
      text: 'flytta en person',
      criterionIds: ['a'],
      putAway: null,
    })
  })

  test('merges nobody when nobody was merged before', () => {
    expect(startFrom(ROW, asItStands(ROW, 'two'), 'one').mergedIds).toEqual([])
  })

  test('puts words of one’s own away, and gives them back', () => {
    const own = { ...firstChoice(ROW), text: 'mina egna ord' }
    const started = startFrom(ROW, own, 'three')
    expect(started).toMatchObject({ text: 'lyfta en person', putAway: 'mina egna ord' })
    expect(takeBackText(started)).toMatchObject({ text: 'mina egna ord', putAway: null, baseId: 'three' })
  })

  test('keeps what was chosen of other groups’ criteria', () => {
    const chosen = toggleCriterion(ROW, firstChoice(ROW), ['a'])
    expect(startFrom(ROW, chosen, 'three').criterionIds).toEqual(['a'])
  })
})

describe('what is asked of the server', () => {
  test('is a merging when several go into the wording, the one that is started from first', () => {
    expect(rulingFrom(ROW, { ...firstChoice(ROW), text: '  förflytta  ' })).toEqual({
      kind: 'merged',
      statementIds: ['two', 'one', 'three'],
      text: 'förflytta',
      criterionIds: ['b'],
    })
  })

  test('is a taking when one group’s words stand, also when another lends a criterion', () => {
    expect(rulingFrom(ROW, toggleCriterion(ROW, asItStands(ROW, 'one'), ['b']))).toMatchObject({
      kind: 'taken',
      statementIds: ['one', 'two'],
      criterionIds: ['a', 'b'],
    })
  })

  test('is a leaving out of the whole row when there is a reason', () => {
    expect(rulingFrom(ROW, { ...firstChoice(ROW), reason: ' för detaljerat ' })).toEqual({
      kind: 'leftOut',
      statementIds: ['one', 'two', 'three'],
      reason: 'för detaljerat',
    })
  })
})

test('a group that is merged no longer takes its criteria with it', () => {
  const chosen = toggleCriterion(ROW, firstChoice(ROW), ['a'])
  expect(toggleMerged(ROW, chosen, 'one')).toMatchObject({ mergedIds: ['three'], criterionIds: ['b'] })
})

test('of the same criterion in several groups, that of a group in the wording comes along, and goes again', () => {
  const taken = toggleCriterion(ROW, asItStands(ROW, 'two'), ['a', 'b'])
  expect(taken.criterionIds).toEqual([])
  expect(toggleCriterion(ROW, taken, ['a', 'b']).criterionIds).toEqual(['b'])
})

describe('deciding anew', () => {
  test.each([
    ['taken', []],
    ['merged', ['two', 'three']],
  ] as const)('a row that was %s begins as it was decided', (kind, mergedIds) => {
    const again = choiceAgain(row([one, two, three], ruling({ kind })), undefined, ['a'])
    expect(again).toMatchObject({ baseId: 'one', mergedIds, text: 'flytta en person', criterionIds: ['a'] })
  })

  test('begins with the words that stand in the draft now', () => {
    const again = choiceAgain(row([one], ruling({})), 'flytta någon', [])
    expect(again.text).toBe('flytta någon')
  })

  test('what was left out begins like a new row', () => {
    const left = row([one, two, three], ruling({ kind: 'leftOut', baseId: null, itemId: null }))
    expect(choiceAgain(left, undefined, [])).toEqual(firstChoice(ROW))
  })
})

test('a choice on a row that has changed loses what is gone, and never what was written', () => {
  const chosen = { ...toggleCriterion(ROW, firstChoice(ROW), ['a']), text: 'mina egna ord' }
  expect(fitChoice(row([one]), chosen)).toMatchObject({
    baseId: 'one',
    mergedIds: [],
    criterionIds: ['a'],
    text: 'mina egna ord',
  })
})

test('what is decided anew says what stood in the draft, so that an editor’s words are not written over unseen', () => {
  const again = choiceAgain(row([one], ruling({})), 'redaktörens ord', [])
  expect(rulingFrom(ROW, again)).toMatchObject({ from: 'redaktörens ord' })
  expect(rulingFrom(ROW, afterReading(again, 'ännu nyare ord'))).toMatchObject({ from: 'ännu nyare ord' })
  expect(rulingFrom(ROW, choiceAgain(row([one], ruling({})), undefined, []))).toMatchObject({
    from: 'flytta en person',
  })
  expect(rulingFrom(ROW, firstChoice(ROW))).not.toHaveProperty('from')
  expect(afterReading(firstChoice(ROW), 'redaktörens ord').from).toBeNull()
})
