import { clockFace, clockInWords, stickOf } from '../../../../web/workshop/screens/shell/clock-in-words.ts'

const MINUTE = 60_000
const running = { ofMs: 10 * MINUTE, endsAt: '2026-11-23T10:10:00.000Z', leftMs: null }

test.each([
  [6 * MINUTE + 12_000, '6.12'],
  [10 * MINUTE, '10.00'],
  [500, '0.01'],
  [0, '0.00'],
  [-61_000, '\u22121.01'],
])('%d milliseconds left show %s', (left, face) => {
  expect(clockFace(left)).toBe(face)
})

test.each([
  [6 * MINUTE + 12_000, '6 minuter 12 sekunder kvar'],
  [0, 'Tiden är ute'],
  [-5000, 'Tiden är ute'],
])('%d milliseconds left read: %s', (left, words) => {
  expect(clockInWords(running, left)).toBe(words)
})

test('a clock that stands still says so', () => {
  const paused = { ofMs: 10 * MINUTE, endsAt: null, leftMs: 90_000 }
  expect(clockInWords(paused, 90_000)).toBe('Klockan står. 1 minut 30 sekunder kvar')
})

test.each([
  ['half of ten minutes', 10, 5, { left: 50, step: 10 }],
  ['what has run out', 10, -1, { left: 0, step: 10 }],
  ['an hour, marked by fives', 60, 60, { left: 100, step: 100 / 12 }],
])('stickan shows %s', (_what, of, left, stick) => {
  expect(stickOf({ ...running, ofMs: of * MINUTE }, left * MINUTE)).toEqual(stick)
})
