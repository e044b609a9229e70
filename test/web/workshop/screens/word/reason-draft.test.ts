import { jest } from '@jest/globals'
import { ReasonDraft } from '../../../../../web/workshop/screens/word/reason-draft.ts'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

function drafting() {
  const written: [string, string][] = []
  const draft = new ReasonDraft(
    (outcomeId, words) => written.push([outcomeId, words]),
    () => undefined,
  )
  return { draft, written }
}

test('a reason is written down when the writing pauses, and not at every letter', () => {
  const { draft, written } = drafting()
  for (const words of ['V', 'Vi', 'Vi är två ']) draft.say('o', words)
  expect(written).toEqual([])
  jest.advanceTimersByTime(1000)
  expect(written).toEqual([['o', 'Vi är två']])
  expect(draft.wordsFor('o')).toBe('Vi är två ')
})

test('a reason that is left before the pause is written down as well', () => {
  const { draft, written } = drafting()
  draft.say('o', 'Vi är två')
  draft.settle()
  expect(written).toEqual([['o', 'Vi är två']])
  expect(draft.wordsFor('o')).toBeNull()
  jest.advanceTimersByTime(1000)
  draft.settle()
  expect(written).toHaveLength(1)
})

test('a reason belongs to its outcome', () => {
  const { draft } = drafting()
  draft.say('o', 'Vi är två')
  expect(draft.wordsFor('another')).toBeNull()
})
