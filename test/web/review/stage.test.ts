import type { Composition, ReviewStatus } from '../../../schemas/types.ts'
import { canSubmitFrom, isWithPanel, stageOf, stepOf } from '../../../web/review/stage.ts'
import { aReview } from './a-review.ts'

const composition = (status: Composition['status']) => ({ ...aReview().composition, status })

test.each<[status: ReviewStatus, composed: Composition['status'], stage: string, step: string | null]>([
  ['preparing', 'drafted', 'composing', 'compose'],
  ['preparing', 'changesAsked', 'composing', 'compose'],
  ['preparing', 'proposed', 'proposed', 'steering'],
  ['preparing', 'approved', 'ready', 'review'],
  ['open', 'approved', 'open', 'review'],
  ['approved', 'approved', 'approved', 'publish'],
  ['returned', 'approved', 'returned', 'submit'],
  ['declined', 'approved', 'declined', null],
  ['published', 'approved', 'published', 'publish'],
  ['withdrawn', 'drafted', 'withdrawn', null],
])('a review that is %s with a composition that is %s is at %s', (status, composed, stage, step) => {
  const found = stageOf({ status, composition: composition(composed) })
  expect([found, stepOf(found)]).toEqual([stage, step])
})

test('before anything has been submitted, the way begins', () => {
  expect([stageOf(null), stepOf('none')]).toEqual(['none', 'submit'])
})

test('a draft is submitted where no panel has it, and again when the panel has sent it back', () => {
  const stages = ['none', 'returned', 'declined', 'published', 'withdrawn'] as const
  expect(stages.map(canSubmitFrom)).toEqual([true, true, true, true, true])
  expect((['composing', 'proposed', 'ready', 'open', 'approved'] as const).map(canSubmitFrom)).toEqual(
    Array.from({ length: 5 }, () => false),
  )
})

test.each<[status: ReviewStatus, isSo: boolean]>([
  ['preparing', true],
  ['open', true],
  ['approved', true],
  ['returned', true],
  ['declined', false],
  ['published', false],
  ['withdrawn', false],
])('of a review that is %s, that the panel has the profile is %s', (status, isSo) => {
  expect(isWithPanel({ status })).toBe(isSo)
})
