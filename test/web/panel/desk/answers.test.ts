import { answerOnItem, answerOnPart } from '../../../../web/panel/desk/answers.ts'
import { answered, desk, M1, taken } from './desk-in-short.ts'

const [, a, b] = M1.items
const itemOf = (name: 'a' | 'b') => {
  const item = name === 'a' ? a : b
  if (!item) throw new Error(`no item ${name}`)
  return item
}

test('nobody has said anything of a part before they have', () => {
  expect(answerOnPart(desk(), M1)).toEqual({ position: 'none', isStale: false, by: null })
})

test('an answer on a part goes stale with the words that change in it, and with those only', () => {
  expect(answerOnPart(answered('a'), M1)).toMatchObject({ position: 'agree', isStale: true })
  expect(answerOnItem(answered('a'), itemOf('a'))).toMatchObject({ position: 'agree', isStale: true })
  expect(answerOnItem(answered('a'), itemOf('b'))).toBeNull()
})

test('when each changed wording has been answered by itself, the answer on the part stands', () => {
  const before = answered('a')
  const after = { ...before, positions: [...before.positions, taken('item', 'a', 'disagree')], changes: [] }
  expect(answerOnPart(after, M1)).toMatchObject({ position: 'agree', isStale: false })
  expect(answerOnItem(after, itemOf('a'))).toMatchObject({ position: 'disagree', isStale: false })
})

test('what has been taken back says nothing', () => {
  const after = desk({ positions: [taken('part', 'M1', 'agree'), taken('part', 'M1', null)] })
  expect(answerOnPart(after, M1).position).toBe('none')
})
