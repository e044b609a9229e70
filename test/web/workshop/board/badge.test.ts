import { badge, nextLook, type Whereabouts } from '../../../../web/workshop/board/badge.ts'

const NOW = 10_000_000
const ago = (ms: number) => NOW - ms
const MINUTE = 60_000
const calm: Whereabouts = {
  isOnServer: true,
  isKept: true,
  isFailing: false,
  isConnected: true,
  apartSince: null,
  trouble: null,
  waiting: 0,
  waitingSince: null,
}
const written = (waiting: number, ms: number) => ({ isOnServer: false, waiting, waitingSince: ago(ms) })
const apart = (ms: number) => ({ isConnected: false, apartSince: ago(ms) })

test.each<[string, Partial<Whereabouts>, object]>([
  ['everything has arrived', {}, { kind: 'on-server' }],
  ['a key was pressed just now', written(1, 399), { kind: 'saving', isSlow: false }],
  ['a key was pressed, and no answer comes', written(1, 400), { kind: 'saving', isSlow: true }],
  ['a key was pressed, and three seconds later no answer', written(1, 3_000), { kind: 'waiting', count: 1 }],
  ['three cards just now', written(3, 10), { kind: 'saving', isSlow: false }],
  ['three cards, and no answer comes', written(3, 400), { kind: 'waiting', count: 3 }],
  ['everything had arrived when the network went', apart(MINUTE - 1), { kind: 'on-server' }],
  ['everything had arrived, a minute ago', apart(MINUTE), { kind: 'offline', minutes: 1, count: 0 }],
  ['written without a network', { ...written(2, 5_000), ...apart(5_000) }, { kind: 'kept-here', count: 2 }],
  [
    'written without a network, four minutes and a half now',
    { ...written(3, MINUTE), ...apart(4.5 * MINUTE) },
    { kind: 'offline', minutes: 4, count: 3 },
  ],
  [
    'the device has not kept it yet',
    { ...written(1, 10), ...apart(MINUTE), isKept: false },
    { kind: 'saving', isSlow: false },
  ],
  [
    'neither the device nor the server can keep it',
    { ...written(2, 10), ...apart(10), isKept: false, isFailing: true },
    { kind: 'cannot-keep', count: 2 },
  ],
  [
    'the device cannot keep it, and the server does not answer',
    { ...written(2, 400), isKept: false, isFailing: true },
    { kind: 'cannot-keep', count: 2 },
  ],
  [
    'the device cannot keep it, and the server is about to answer',
    { ...written(1, 10), isKept: false, isFailing: true },
    { kind: 'saving', isSlow: false },
  ],
  [
    'the device cannot keep it, and the server has it',
    { isKept: false, isFailing: true },
    { kind: 'on-server' },
  ],
  ['the page has just been opened', { ...apart(0), isOnServer: false }, { kind: 'kept-here', count: 0 }],
  [
    'the server refuses it: it is not the network',
    { ...written(2, MINUTE), ...apart(5 * MINUTE), trouble: 'wrong-shape' },
    { kind: 'kept-here', count: 2 },
  ],
  [
    'the seat is gone, though everything had arrived',
    { ...apart(5 * MINUTE), trouble: 'removed' },
    { kind: 'kept-here', count: 0 },
  ],
  [
    'the server cannot store for minutes',
    { ...written(1, MINUTE), ...apart(5 * MINUTE), trouble: 'cannot-store' },
    { kind: 'kept-here', count: 1 },
  ],
  [
    'the board may only be read',
    { ...written(1, MINUTE), trouble: 'read-only' },
    { kind: 'kept-here', count: 1 },
  ],
])('%s', (_when, where, expected) => {
  expect(badge({ ...calm, ...where }, NOW)).toEqual(expected)
})

test.each<[string, Partial<Whereabouts>, number | null]>([
  ['nothing happens', {}, null],
  ['something may become slow', written(1, 100), 300],
  ['something is slow already', written(1, 500), 2_500],
  ['something is late already', written(1, 3_000), null],
  ['the minutes go', apart(4.5 * MINUTE), MINUTE / 2],
  ['both', { ...written(1, 100), ...apart(100) }, 300],
])('it is looked at again when it may say something else: %s', (_when, where, ms) => {
  expect(nextLook({ ...calm, ...where }, NOW)).toBe(ms)
})
