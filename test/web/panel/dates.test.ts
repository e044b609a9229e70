import { dayInWords, spanInWords } from '../../../web/panel/dates.ts'

const NOW = new Date('2026-09-01T12:00:00Z')

test.each([
  ['a day is that day, wherever the reader sits', '2026-09-03', '3 september'],
  ['of another year with its year', '2027-01-10', '10 januari 2027'],
  ['a moment late in the evening in Sweden', '2026-09-03T21:30:00Z', '3 september'],
  ['and just after midnight', '2026-09-03T22:30:00Z', '4 september'],
])('%s', (_, iso, words) => {
  expect(dayInWords(iso, NOW)).toBe(words)
})

test.each([
  ['a morning', '2026-09-10T07:00:00Z', '2026-09-10T10:00:00Z', 'torsdag 10 september 9.00–12.00'],
  [
    'over midnight',
    '2026-09-10T20:00:00Z',
    '2026-09-10T23:00:00Z',
    'torsdag 10 september 22.00–11 september 1.00',
  ],
])('a meeting is told by Swedish clocks: %s', (_, startsAt, endsAt, words) => {
  expect(spanInWords({ startsAt, endsAt }, NOW)).toBe(words)
})
