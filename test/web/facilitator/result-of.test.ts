import type { Phase } from '../../../schemas/types.ts'
import { progressOf, resultOf } from '../../../web/facilitator/result-of.ts'
import { overview } from './an-overview.ts'

const group = overview([]).groups[0]!

test.each<[Phase, string | null, { done: number; of: number }]>([
  ['collect', null, { done: 47, of: 50 }],
  ['sort', '2 teman, 12 kort kvar', { done: 35, of: 47 }],
  ['delimit', '31 av 47 kort avgjorda', { done: 31, of: 47 }],
  ['word', '3 läranderesultat, 8 kriterier', { done: 3, of: 50 }],
])('what grows in the phase %s is told as %s', (phase, words, progress) => {
  expect(resultOf(group, phase)).toBe(words)
  expect(progressOf(group, phase, 47)).toEqual(progress)
})
