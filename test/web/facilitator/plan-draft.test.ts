import fc from 'fast-check'
import type { Workshop } from '../../../schemas/types.ts'
import { isPlanSound } from '../../../server/domain/workshop/phases.ts'
import {
  changesIn,
  draftOf,
  faultsIn,
  groupsOf,
  minutesIn,
  planFrom,
  usualPlan,
  type PlanDraft,
} from '../../../web/facilitator/plan-draft.ts'

const QUESTION = 'Vad behöver en person kunna för att klara jobbet?'
const usual: PlanDraft = { ...usualPlan(QUESTION), date: '2026-10-14' }

const planned = {
  ...planFrom(usual, 'Workshop 14 oktober 2026'),
  groups: [1, 2, 3].map((number) => ({
    id: `grupp ${number}`,
    number,
    place: '',
    seats: 6,
    taken: 4,
    code: 'K7M4PX',
  })),
} as unknown as Workshop

test('a usual workshop lacks nothing but its day, and takes ninety minutes', () => {
  expect([...faultsIn(usualPlan(QUESTION))]).toEqual([['date', 'date']])
  expect(faultsIn(usual).size).toBe(0)
  expect(minutesIn(usual)).toBe(90)
})

test('a workshop that nobody has named is called after its day', () => {
  expect(planFrom(usual, 'Workshop 14 oktober 2026')).toMatchObject({
    name: 'Workshop 14 oktober 2026',
    groups: [1, 2, 3].map(() => ({ place: '', seats: 6 })),
    anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
  })
  expect(planFrom({ ...usual, name: ' Första träffen ' }, 'x').name).toBe('Första träffen')
})

const withPhase = (phase: string, changes: { isIn?: boolean; minutes?: string }) => ({
  ...usual,
  phases: usual.phases.map((each) => (each.phase === phase ? { ...each, ...changes } : each)),
})
const withSeats = (seats: string, taken = 0) => ({
  ...usual,
  groups: [{ id: 'g', place: '', seats, taken }],
})

test.each([
  ['no question', { ...usual, question: '  ' }, [['question', 'question']]],
  ['one seat', withSeats('1'), [['seats-0', 'seats']]],
  ['thirteen seats', withSeats('13'), [['seats-0', 'seats']]],
  ['half a seat', withSeats('5.5'), [['seats-0', 'seats']]],
  ['fewer seats than have come', withSeats('4', 5), [['seats-0', 'taken']]],
  ['a phase of five hours', withPhase('word', { minutes: '300' }), [['minutes-word', 'minutes']]],
  ['minutes in words', withPhase('word', { minutes: 'tio' }), [['minutes-word', 'minutes']]],
  ['a phase without minutes', withPhase('word', { minutes: '' }), []],
  ['nonsense in a phase that is left out', withPhase('sort', { isIn: false, minutes: 'x' }), []],
  [
    'no phase in which anything is done',
    { ...usual, phases: usual.phases.map((each) => ({ ...each, isIn: each.phase === 'done' })) },
    [['phase-collect', 'phases']],
  ],
])('a plan with %s', (_what, draft, faults) => {
  expect([...faultsIn(draft)]).toEqual(faults)
})

test('a plan without faults can be followed, whatever is left out of it', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (included) => {
      const draft = {
        ...usual,
        phases: usual.phases.map((each, at) => ({ ...each, isIn: included[at] === true })),
      }
      expect(isPlanSound(planFrom(draft, 'x').phases)).toBe(faultsIn(draft).size === 0)
    }),
  )
})

test('groups that have a code are never taken away, and a new one is as large as the one before it', () => {
  const [first] = withSeats('5').groups
  expect(groupsOf(first ? [first] : [], 0)).toEqual([first])
  expect(groupsOf(first ? [first] : [], 2)).toEqual([first, { id: null, place: '', seats: '5', taken: 0 }])
  expect(groupsOf(usual.groups, 500)).toHaveLength(60)
})

test('a plan that is opened and saved again changes nothing', () => {
  expect(changesIn(planned, draftOf(planned))).toEqual({ workshop: {}, amended: [], added: [] })
})

test('only what has been changed is sent', () => {
  const draft = draftOf(planned)
  const groups = groupsOf(
    draft.groups.map((group, at) => (at === 1 ? { ...group, place: ' mitten ', seats: '7' } : group)),
    4,
  )
  expect(changesIn(planned, { ...draft, date: '2026-10-21', groups })).toEqual({
    workshop: { date: '2026-10-21' },
    amended: [{ groupId: 'grupp 2', changes: { place: 'mitten', seats: 7 } }],
    added: [{ place: '', seats: 6 }],
  })
})
