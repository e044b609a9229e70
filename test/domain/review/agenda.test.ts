import fc from 'fast-check'
import { makeAgenda, type PartForAgenda } from '../../../server/domain/review/agenda.ts'

const part = (title: string, changes: Partial<PartForAgenda> = {}): PartForAgenda => ({
  partId: title,
  number: '',
  title,
  state: 'ready',
  openRemarks: 0,
  positions: { agree: 10, agreeWithChange: 0, disagree: 0, abstain: 0 },
  importance: null,
  ...changes,
})

const split = (agree: number, agreeWithChange: number, disagree: number, abstain = 0) => ({
  state: 'stopped' as const,
  positions: { agree, agreeWithChange, disagree, abstain },
})

const inShort = (parts: PartForAgenda[], minutes: number) =>
  makeAgenda(parts, minutes).map((point) => `${point.title}: ${point.kind}, ${point.minutes} min`)

test('what nobody contests comes first and is short, then what is contested most', () => {
  expect(
    inShort(
      [
        part('a little contested', split(9, 0, 1)),
        part('ready'),
        part('half disagree', split(5, 0, 5)),
        part('ready with a change', { positions: { agree: 9, agreeWithChange: 1, disagree: 0, abstain: 0 } }),
      ],
      120,
    ),
  ).toEqual([
    'ready: consent, 1 min',
    'ready with a change: consent, 1 min',
    'half disagree: discussion, 91 min',
    'a little contested: discussion, 27 min',
  ])
})

test.each<[what: string, part: PartForAgenda]>([
  ['it waits for answers', part('x', { state: 'waiting' })],
  ['it is stopped', part('x', { state: 'stopped' })],
  ['it has an open remark', part('x', { openRemarks: 1 })],
  ['somebody disagrees', part('x', { positions: { agree: 9, agreeWithChange: 0, disagree: 1, abstain: 0 } })],
])('a part is discussed when %s', (_, its) => {
  expect(makeAgenda([its], 30)).toMatchObject([{ kind: 'discussion', minutes: 30 }])
})

test.each<[agree: number, change: number, disagree: number, abstain: number, disagreement: number]>([
  [10, 0, 0, 0, 0],
  [9, 0, 1, 0, 0.2],
  [8, 2, 0, 0, 0.2],
  [5, 0, 5, 0, 1],
  [0, 0, 10, 0, 1],
  [1, 0, 1, 8, 1],
  [0, 0, 0, 10, 0],
  [0, 0, 0, 0, 0],
])('%i agree, %i with a change, %i disagree, %i abstain: disagreement %d', (...numbers) => {
  const [agree, change, disagree, abstain, disagreement] = numbers
  expect(makeAgenda([part('x', split(agree, change, disagree, abstain))], 30)).toMatchObject([
    { disagreement },
  ])
})

test('what is important comes before what is as contested, and gets more time', () => {
  expect(
    inShort(
      [
        part('as it comes', split(8, 0, 2)),
        part('unimportant', { ...split(8, 0, 2), importance: 1 }),
        part('important', { ...split(8, 0, 2), importance: 5 }),
      ],
      60,
    ),
  ).toEqual([
    'important: discussion, 30 min',
    'as it comes: discussion, 20 min',
    'unimportant: discussion, 10 min',
  ])
})

test('as contested and as important: more remarks first, then the order of the text', () => {
  const parts = [part('one', split(8, 0, 2)), part('two', split(8, 0, 2)), part('three', split(8, 0, 2))]
  const [one, two, three] = parts as [PartForAgenda, PartForAgenda, PartForAgenda]
  expect(makeAgenda([one, two, { ...three, openRemarks: 2 }], 30).map(({ title }) => title)).toEqual([
    'three',
    'one',
    'two',
  ])
})

test('a meeting that is too short shows it: five minutes each are more than there is', () => {
  const parts = ['one', 'two', 'three'].map((title) => part(title, split(8, 0, 2)))
  expect(makeAgenda(parts, 10).map(({ minutes }) => minutes)).toEqual([5, 5, 5])
})

test('where nothing is discussed the meeting ends early', () => {
  expect(inShort([part('one'), part('two')], 60)).toEqual(['one: consent, 1 min', 'two: consent, 1 min'])
})

test('every part comes once, time is whole minutes that fill the meeting, and consent takes a tenth at most', () => {
  const anyPart = fc.record({
    state: fc.constantFrom('ready' as const, 'waiting' as const, 'stopped' as const),
    openRemarks: fc.nat(3),
    positions: fc.record({
      agree: fc.nat(9),
      agreeWithChange: fc.nat(3),
      disagree: fc.nat(3),
      abstain: fc.nat(3),
    }),
    importance: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
  })
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 12 }), fc.nat(400), (changes, minutes) => {
      const agenda = makeAgenda(
        changes.map((change, index) => part(`${index}`, change)),
        minutes,
      )
      const discussed = agenda.filter(({ kind }) => kind === 'discussion')
      const sum = (points: typeof agenda) => points.reduce((so, point) => so + point.minutes, 0)
      const consent = sum(agenda) - sum(discussed)
      expect(agenda.map(({ partId }) => Number(partId)).sort((a, b) => a - b)).toEqual(
        changes.map((_, index) => index),
      )
      expect(agenda.every((point) => Number.isInteger(point.minutes))).toBe(true)
      expect(discussed.every((point) => point.minutes >= 5)).toBe(true)
      expect(consent).toBeLessThanOrEqual(minutes / 10)
      const isFilled = discussed.length > 0 && discussed.length * 5 <= minutes - consent
      expect(!isFilled || sum(agenda) === minutes).toBe(true)
    }),
    { numRuns: 500 },
  )
})
