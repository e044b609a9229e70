import { needsYou, remember, waitingIn } from '../../../web/facilitator/needs-you.ts'
import { needInWords } from '../../../web/facilitator/in-words.ts'
import { ago, device, NOW, overview, person } from './an-overview.ts'

const words = (...args: Parameters<typeof needsYou>) => needsYou(...args).map((need) => need.kind)
const MINUTE = 60_000

test.each([
  ['has just written', { wroteAt: ago(0) }, []],
  ['wrote three minutes ago', { wroteAt: ago(3.9) }, []],
  ['wrote four minutes ago', { wroteAt: ago(4) }, ['quiet']],
  ['wrote ten minutes ago and is ready', { wroteAt: ago(10), isReady: true }, []],
  ['is not here', { presence: 'never' as const, wroteAt: null, devices: [] }, []],
])('somebody who %s: %j', (_who, changes, kinds) => {
  expect(words(overview([person('Samira', changes)]), new Map(), NOW)).toEqual(kinds)
})

test('somebody who has written nothing is waited for from when they came', () => {
  const seen = overview([person('Per', { cameAt: ago(0), wroteAt: null })])
  expect(words(seen, new Map(), NOW + 3 * MINUTE)).toEqual([])
  const [need] = needsYou(seen, new Map(), NOW + 4 * MINUTE)
  expect(need && needInWords(need)).toBe('Per i grupp 3 har varit här i 4 minuter och inte skrivit något än.')
})

test('in a phase that has just begun nobody is asked why they are silent', () => {
  const seen = overview(
    [person('Per', { cameAt: ago(30), wroteAt: null }), person('Samira', { wroteAt: ago(9) })],
    {
      clock: { ofMs: 600_000, endsAt: ago(-9), leftMs: null },
    },
  )
  expect(words(seen, new Map(), NOW)).toEqual([])
  expect(words(seen, new Map(), NOW + 3 * MINUTE).toSorted()).toEqual(['nothing-yet', 'quiet'])
})

test.each([
  ['before the time has begun', { clock: null }],
  ['in a break', { clock: { ofMs: 600_000, endsAt: null, leftMs: 300_000 } }],
  ['when all are done', { phase: 'done' as const }],
])('nobody is expected to write %s', (_when, conduct) => {
  expect(words(overview([person('Samira', { wroteAt: ago(9) })], conduct), new Map(), NOW)).toEqual([])
})

test.each([
  ['has been gone for half a minute', { isConnected: false, seenAt: ago(0.5), waiting: 3 }, []],
  [
    'has been gone for two minutes with changes',
    { isConnected: false, seenAt: ago(2), waiting: 3 },
    ['away'],
  ],
  ['has been gone for two minutes without', { isConnected: false, seenAt: ago(2), waiting: 0 }, ['away']],
])('the only device %s', (_what, changes, kinds) => {
  const ahmed = person('Ahmed', { presence: 'away', devices: [device(changes)] })
  expect(words(overview([ahmed]), new Map(), NOW)).toEqual(kinds)
})

test('a device that was left empty is nobody’s matter while its owner sits at another', () => {
  const left = device({ id: 'dator', isConnected: false, seenAt: ago(20) })
  const kofi = person('Kofi', { devices: [left, device()] })
  expect(words(overview([kofi]), new Map(), NOW)).toEqual([])
  const withWords = person('Kofi', { devices: [{ ...left, waiting: 2 }, device()] })
  expect(words(overview([withWords]), new Map(), NOW)).toEqual(['away'])
})

test('changes that wait in a connected device are told of when they have not gone in twenty seconds', () => {
  const seen = overview([person('Elif', { devices: [device({ waiting: 1 })] })])
  const known = remember(new Map(), seen)
  expect(words(seen, known, NOW + 19_000)).toEqual([])
  expect(words(seen, known, NOW + 20_000)).toEqual(['stuck'])
  const gone = overview([person('Elif')])
  expect(words(gone, remember(known, gone), NOW + 20_000)).toEqual([])
})

test('words that have not arrived come first, then those who have not written for longest', () => {
  const people = [
    person('Samira', { wroteAt: ago(5) }),
    person('Sven', { wroteAt: ago(8) }),
    person('Ulla', { presence: 'away', devices: [device({ isConnected: false, seenAt: ago(30) })] }),
    person('Ahmed', {
      presence: 'away',
      devices: [device({ isConnected: false, seenAt: ago(2), waiting: 3 })],
    }),
  ]
  const names = needsYou(overview(people), new Map(), NOW).map(({ name }) => name)
  expect(names).toEqual(['Ahmed', 'Ulla', 'Sven', 'Samira'])
})

test('only what a device has said is told', () => {
  const ahmed = person('Ahmed', {
    presence: 'away',
    devices: [device({ isConnected: false, seenAt: new Date(2026, 9, 14, 9, 12).toISOString(), waiting: 3 })],
  })
  const [need] = needsYou(overview([ahmed]), new Map(), new Date(2026, 9, 14, 9, 14).getTime())
  expect(need && needInWords(need)).toBe(
    'Ahmed i grupp 3 är inte ansluten. Enheten hördes senast 09.12, och då väntade 3 ändringar i den.',
  )
})

test('all that waits is counted, and in how many devices', () => {
  const people = [
    person('Ahmed', { devices: [device({ waiting: 3 }), device({ id: 'dator' })] }),
    person('Elif', { devices: [device({ waiting: 1 })] }),
  ]
  expect(waitingIn(overview(people))).toEqual({ changes: 4, devices: 2 })
})
