import type { Clock } from '../../../schemas/types.ts'
import { leftOf, setClock } from '../../../server/domain/workshop/clock.ts'

const now = new Date('2026-03-10T10:00:00.000Z')
const MINUTE = 60_000
const going = (minutesLeft: number, of = 10): Clock => ({
  ofMs: of * MINUTE,
  endsAt: new Date(now.getTime() + minutesLeft * MINUTE).toISOString(),
  leftMs: null,
})
const standing = (minutesLeft: number, of = 10): Clock => ({
  ofMs: of * MINUTE,
  endsAt: null,
  leftMs: minutesLeft * MINUTE,
})

type Act = Parameters<typeof setClock>[1]
const START: Act = { act: 'start', minutes: 10 }
const ADD: Act = { act: 'add', minutes: 2 }
const PAUSE: Act = { act: 'pause' }
const RESUME: Act = { act: 'resume' }
const STOP: Act = { act: 'stop' }

test.each<[string, Clock | null, string, Act, Clock | null]>([
  ['no clock', null, 'ten minutes are started', START, going(10)],
  ['no clock', null, 'two minutes are added', ADD, going(2, 2)],
  ['no clock', null, 'it is paused', PAUSE, null],
  ['no clock', null, 'it goes on', RESUME, null],
  ['no clock', null, 'it is stopped', STOP, null],
  ['four minutes left', going(4), 'ten minutes are started', START, going(10)],
  ['four minutes left', going(4), 'two minutes are added', ADD, going(6)],
  ['nine of ten minutes left', going(9), 'two minutes are added', ADD, going(11, 11)],
  ['four minutes left', going(4), 'it is paused', PAUSE, standing(4)],
  ['four minutes left', going(4), 'it goes on', RESUME, going(4)],
  ['four minutes left', going(4), 'it is stopped', STOP, null],
  ['time that ran out a minute ago', going(-1), 'two minutes are added', ADD, going(2)],
  ['time that ran out a minute ago', going(-1), 'it is paused', PAUSE, standing(0)],
  ['a pause with four minutes left', standing(4), 'it goes on', RESUME, going(4)],
  ['a pause with four minutes left', standing(4), 'two minutes are added', ADD, standing(6)],
  ['a pause with four minutes left', standing(4), 'it is paused', PAUSE, standing(4)],
  ['a pause with four minutes left', standing(4), 'ten minutes are started', START, going(10)],
  ['a pause with four minutes left', standing(4), 'it is stopped', STOP, null],
])('with %s, when %3$s', (_, clock, __, act, expected) => {
  expect(setClock(clock, act, now)).toEqual(expected)
})

test('a phase without a time of its own has no clock', () => {
  expect(setClock(going(4), { act: 'start', minutes: 0 }, now)).toBeNull()
})

test.each<[string, Clock, number]>([
  ['a clock that goes', going(4), 4],
  ['a clock that has run out', going(-1), -1],
  ['a clock that stands still', standing(4), 4],
])('%s has so many minutes left: %3$i', (_, clock, minutes) => {
  expect(leftOf(clock, now)).toBe(minutes * MINUTE)
})
