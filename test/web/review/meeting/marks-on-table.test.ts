import { saidIn, tallyOnTable } from '../../../../web/review/meeting/marks-on-table.ts'
import { aTally, theMembers } from '../a-review.ts'

const tally = aTally()
const five = tally.parts.find(({ number }) => number === '5')!
const contested = five.contested[0]!
const member = (name: string) => theMembers().find((each) => each.name === name)!.id

test('of a part, what each member says is known', () => {
  const stands = tallyOnTable(tally, { partId: five.partId, itemId: null })!
  expect(stands.row).toBe(five)
  expect(stands.marks.get(member('Eva Lindqvist'))).toBe('disagree')
  expect(stands.marks.get(member('Jonas Ek'))).toBe('agree')
})

test('an item of which nobody says otherwise stands as the rest of its part, whatever stands worst in it', () => {
  const stands = tallyOnTable(tally, { partId: five.partId, itemId: 'another' })!
  expect(stands.row.state).toBe('ready')
  expect(stands.marks.get(member('Eva Lindqvist'))).toBe('agree')
  expect(stands.marks.get(member('Maria Sand'))).toBe('agreeWithChange')
})

test('a contested item has a tally of its own, and says of each member what they say of it', () => {
  const stands = tallyOnTable(tally, { partId: five.partId, itemId: contested.itemId })!
  expect(stands.row.missing).toEqual(contested.tally.missing)
  const employers = stands.row.cells.find(({ perspective }) => perspective === 'employer')!
  expect(employers.marks.map(({ mark }) => mark)).toEqual(['agree', 'agree', 'disagree'])
  expect(stands.marks.get(member('Karin Holm'))).toBe('agree')
  expect(stands.marks.get(member('Eva Lindqvist'))).toBe('disagree')
})

test('for whoever is not told who says what, an item is counted by perspective', () => {
  const nobody = { ...five, rest: { ...five.rest!, marks: [] }, contested: [{ ...contested, unlike: [] }] }
  const cells = five.cells.map((cell) => ({
    ...cell,
    marks: cell.marks.map(({ mark }) => ({ memberId: null, mark })),
  }))
  const parts = [{ ...nobody, cells }]
  const stands = tallyOnTable({ parts }, { partId: five.partId, itemId: contested.itemId })!
  expect(stands.marks.size).toBe(0)
  const employees = stands.row.cells.find(({ perspective }) => perspective === 'employee')!
  expect(employees.marks.map(({ mark }) => mark)).toEqual(['agree', 'disagree', 'disagree'])
})

test('while positions are hidden, an item stands as its part', () => {
  const hidden = { ...five, rest: null, contested: [] }
  const stands = tallyOnTable({ parts: [hidden] }, { partId: five.partId, itemId: contested.itemId })!
  expect(stands.row).toBe(hidden)
})

test('of a part that is not there nothing is known', () => {
  expect(tallyOnTable(tally, { partId: 'borta', itemId: null })).toBeNull()
})

test('there is a mark for each who may say something', () => {
  const counts = { agree: 2, agreeWithChange: 1, disagree: 0, abstain: 1, stale: 1, none: 1 }
  expect(saidIn({ perspective: 'employee', state: 'short', ...counts })).toEqual([
    'agree',
    'agree',
    'agreeWithChange',
    'abstain',
    'stale',
    'none',
  ])
})
