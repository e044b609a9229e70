import { clocksAt, type Turn } from '../../../server/domain/review/clocks.ts'

/** Days of October 2026; a time of day where one is said. */
const at = (day: number, time = '09:00') => `2026-10-${`${day}`.padStart(2, '0')}T${time}:00.000Z`
const members = (day: number, time?: string): Turn => ({ to: 'members', at: at(day, time) })
const editors = (day: number, time?: string): Turn => ({ to: 'editors', at: at(day, time) })

const HOUR = 60
const DAY = 24 * HOUR

test.each<
  [what: string, turns: Turn[], now: string, turn: string, membersMinutes: number, editorsMinutes: number]
>([
  ['a round that has just opened', [members(1)], at(1), 'members', 0, 0],
  ['two hours on', [members(1)], at(1, '11:00'), 'members', 2 * HOUR, 0],
  ['59 seconds are no minute', [members(1)], '2026-10-01T09:00:59.000Z', 'members', 0, 0],
  ['the editors have it since yesterday', [members(1), editors(3)], at(4), 'editors', 2 * DAY, DAY],
  ['and have handed it back', [members(1), editors(3), members(4)], at(6), 'members', 4 * DAY, DAY],
  ['a clock that was set back counts nothing', [members(2)], at(1), 'members', 0, 0],
  ['a round without turns', [], at(1), 'members', 0, 0],
])('%s', (_, turns, now, turn, membersMinutes, editorsMinutes) => {
  expect(clocksAt(turns, null, now)).toEqual({
    turn,
    since: turns.at(-1)?.at ?? now,
    membersMinutes,
    editorsMinutes,
    answerBy: null,
  })
})

test.each<[what: string, turns: Turn[], now: string, answerBy: string]>([
  ['stands while it is the members’ turn', [members(1)], at(9), '2026-10-30'],
  [
    'stands while the editors have had less than a day',
    [members(1), editors(3)],
    at(4, '08:59'),
    '2026-10-30',
  ],
  ['moves on by a day when they have had one', [members(1), editors(3)], at(4), '2026-10-31'],
  [
    'moves on into the next month, past the end of summer time',
    [members(1), editors(3)],
    at(6),
    '2026-11-02',
  ],
  ['does not move back when they hand it over', [members(1), editors(3), members(6)], at(9), '2026-11-02'],
  [
    'moves on by a day when they have had two half ones',
    [members(1), editors(3), members(3, '21:00'), editors(5), members(5, '21:00')],
    at(9),
    '2026-10-31',
  ],
])('the members’ last day %s', (_, turns, now, answerBy) => {
  expect(clocksAt(turns, '2026-10-30', now).answerBy).toBe(answerBy)
})
