import { dayInWords, meetingInWords } from '../../server/mail/when-in-words.ts'

test.each([
  {
    season: 'in summer',
    from: '2026-10-21T07:00:00.000Z',
    to: '2026-10-21T10:30:00.000Z',
    sv: 'onsdag 21 oktober 2026 kl. 9.00–12.30',
    en: 'Wednesday 21 October 2026, 9:00–12:30',
  },
  {
    season: 'in winter',
    from: '2027-01-13T12:00:00.000Z',
    to: '2027-01-13T15:00:00.000Z',
    sv: 'onsdag 13 januari 2027 kl. 13.00–16.00',
    en: 'Wednesday 13 January 2027, 13:00–16:00',
  },
  {
    season: 'over two days',
    from: '2027-01-13T12:00:00.000Z',
    to: '2027-01-14T11:00:00.000Z',
    sv: 'onsdag 13 januari 2027 kl. 13.00 till torsdag 14 januari 2027 kl. 12.00',
    en: 'Wednesday 13 January 2027, 13:00 to Thursday 14 January 2027, 12:00',
  },
])('a meeting $season is ”$sv”', ({ from, to, sv, en }) => {
  expect(meetingInWords('sv', from, to)).toBe(sv)
  expect(meetingInWords('en', from, to)).toBe(en)
})

test.each([
  { moment: '2026-10-12T21:59:00.000Z', sv: 'måndag 12 oktober 2026', en: 'Monday 12 October 2026' },
  { moment: '2026-10-12T22:00:00.000Z', sv: 'tisdag 13 oktober 2026', en: 'Tuesday 13 October 2026' },
  { moment: '2026-10-12', sv: 'måndag 12 oktober 2026', en: 'Monday 12 October 2026' },
])('$moment is $sv in Sweden', ({ moment, sv, en }) => {
  expect(dayInWords('sv', moment)).toBe(sv)
  expect(dayInWords('en', moment)).toBe(en)
})
