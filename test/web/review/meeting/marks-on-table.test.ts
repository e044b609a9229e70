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

test('an item that stands as most of its part has the part’s tally', () => {
  const stands = tallyOnTable(tally, { partId: five.partId, itemId: 'another' })!
  expect(stands.row).toBe(five)
})

test('where another item stands for the part, it is known of the rest only who agrees to everything', () => {
  const parts = [{ ...five, about: contested.itemId, aboutNumber: contested.number }]
  const stands = tallyOnTable({ parts }, { partId: five.partId, itemId: 'another' })!
  expect(stands.row).toBeNull()
  expect(stands.worst).toBe('5.3 b')
  expect(stands.marks.get(member('Karin Holm'))).toBe('agree')
  expect(stands.marks.has(member('Eva Lindqvist'))).toBe(false)
})

test('a contested item has a tally of its own, and says of each member no more than is known', () => {
  const stands = tallyOnTable(tally, { partId: five.partId, itemId: contested.itemId })!
  expect(stands.row!.missing).toEqual(contested.tally.missing)
  const employers = stands.row!.cells.find(({ perspective }) => perspective === 'employer')!
  expect(employers.marks.map(({ mark }) => mark)).toEqual(['agree', 'agree', 'disagree'])
  expect(stands.marks.has(member('Karin Holm'))).toBe(false)
})

test('where a perspective is of one mind about an item, its members’ answers are known', () => {
  const oneMind = contested.tally.perspectives.map((count) => ({ ...count, agree: 3, disagree: 0 }))
  const item = { ...contested, tally: { ...contested.tally, perspectives: oneMind } }
  const parts = [{ ...five, contested: [item] }]
  const stands = tallyOnTable({ parts }, { partId: five.partId, itemId: item.itemId })!
  expect(stands.marks.get(member('Karin Holm'))).toBe('agree')
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
