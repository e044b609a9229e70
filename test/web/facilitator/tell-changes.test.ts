import { tellChange, toTell } from '../../../web/facilitator/tell-changes.ts'
import { ago, NOW, overview, person } from './an-overview.ts'

const before = toTell(overview([person('Samira')]), 1, new Date(NOW))

test.each([
  ['nothing', {}, undefined],
  ['everybody is moved', { phase: 'sort' as const }, 'Alla är i Sortera'],
  ['the time runs out', { isOut: true }, 'Tiden är ute'],
  ['one more needs somebody', { needs: 2 }, '2 kan behöva dig'],
  ['one less does', { needs: 0 }, undefined],
])('when %s has happened, this is said', (_what, changes, words) => {
  expect(tellChange(before, { ...before, ...changes })).toBe(words)
})

test('the time is out at zero, and not while the clock stands still', () => {
  const at = (clock: { endsAt: string | null; leftMs: number | null }) =>
    toTell(overview([], { clock: { ofMs: 600_000, ...clock } }), 0, new Date(NOW)).isOut
  expect(at({ endsAt: ago(0), leftMs: null })).toBe(true)
  expect(at({ endsAt: null, leftMs: 1 })).toBe(false)
})
