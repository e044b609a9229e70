import type { Anonymity } from '../../../schemas/types.ts'
import { showsMore } from '../../../server/domain/workshop/anonymity.ts'

const before: Anonymity = { silentCollect: true, namedPhases: ['word'], namesInMinutes: false }

test.each<[string, Partial<Anonymity>, boolean]>([
  ['nothing else', {}, false],
  ['cards shown while they are collected', { silentCollect: false }, true],
  ['names in the minutes', { namesInMinutes: true }, true],
  ['names in one more phase', { namedPhases: ['word', 'sort'] }, true],
  ['names in another phase instead', { namedPhases: ['sort'] }, true],
  ['names in no phase', { namedPhases: [] }, false],
])('%s: shows more, or not', (_, changes, more) => {
  expect(showsMore(before, { ...before, ...changes })).toBe(more)
})

test('what is taken back shows less', () => {
  expect(
    showsMore({ silentCollect: false, namedPhases: ['sort', 'word'], namesInMinutes: true }, before),
  ).toBe(false)
})
