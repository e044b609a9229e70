import {
  composed,
  isGone,
  perspectiveNamed,
  seatCounts,
  whoCouldStandInFor,
} from '../../../web/review/seats.ts'
import { aMember, aReview, theMembers } from './a-review.ts'

const known = aReview()
const anna = aMember({ id: 'anna', name: 'Anna', email: 'anna@exempel.se' })
const bo = aMember({
  id: 'bo',
  name: 'Bo',
  email: 'bo@exempel.se',
  part: 'substitute',
  substituteFor: 'anna',
})
const cia = aMember({ id: 'cia', name: 'Cia', email: 'cia@exempel.se', perspective: 'employee' })
const place = {
  name: 'Dan',
  email: 'dan@exempel.se',
  organisation: 'Facket',
  perspective: 'employee',
  part: 'member',
  substituteFor: null,
} as const

test('seats are counted by perspective, in the order that the installation has them in', () => {
  expect(Object.entries(seatCounts(known))).toEqual([
    ['employer', 3],
    ['employee', 3],
    ['industryBody', 1],
    ['tradesBoard', 1],
    ['educationProvider', 2],
    ['publicEmploymentService', 1],
  ])
})

test('a perspective whose only member takes no position still counts, with none', () => {
  const members = theMembers().map((member) =>
    member.perspective === 'tradesBoard'
      ? { ...member, recusals: [{ id: 'r', partId: null, reason: 'Skrev texten', at: known.now }] }
      : member,
  )
  const counts = seatCounts({ ...known, composition: { ...known.composition, members } })
  expect(counts.tradesBoard).toBe(0)
})

test('a perspective that the installation does not know any longer is called by its id', () => {
  expect(perspectiveNamed(known, 'elders')).toEqual({ id: 'elders', code: 'EL', name: 'elders' })
})

test.each([
  ['somebody without a name among others with one is gone', [anna, { ...cia, name: null }], true],
  [
    'where no names are shown, nobody is known to be gone',
    [
      { ...anna, name: null },
      { ...cia, name: null },
    ],
    false,
  ],
  ['somebody with a name is there', [{ ...anna, name: null }, cia], false],
])('%s', (_, members, expected) => {
  expect(isGone(members, members[1] ?? cia)).toBe(expected)
})

describe('the panel as it is to be', () => {
  const gone = { ...anna, name: null, email: null }

  test('leaves out the place of somebody who is gone', () => {
    const { members } = composed([gone, bo, cia], { id: null, to: place })
    expect(members.map(({ name, substituteFor }) => [name, substituteFor])).toEqual([
      ['Bo', null],
      ['Cia', null],
      ['Dan', null],
    ])
  })

  test('gives that place to somebody else', () => {
    const to = { ...place, perspective: 'employer' }
    const { members } = composed([gone, bo, cia], { id: 'anna', to })
    expect(members.map(({ name, substituteFor }) => [name, substituteFor])).toEqual([
      ['Dan', null],
      ['Bo', 0],
      ['Cia', null],
    ])
  })

  test('keeps everybody as they are when one is added', () => {
    const { members } = composed([anna, bo, cia], { id: null, to: place })
    expect(members.map(({ name, id, substituteFor }) => [name, id, substituteFor])).toEqual([
      ['Anna', 'anna', null],
      ['Bo', 'bo', 0],
      ['Cia', 'cia', null],
      ['Dan', undefined, null],
    ])
  })

  test('has one changed and the rest as they were', () => {
    const { members } = composed([anna, bo, cia], { id: 'cia', to: { ...place, name: 'Cia' } })
    expect(members[2]).toEqual({ ...place, id: 'cia', name: 'Cia' })
  })

  test('counts the place of whom a substitute stands in for without the one who is gone', () => {
    const { members } = composed([cia, anna, bo], { id: 'cia', to: null })
    expect(members.map(({ name, substituteFor }) => [name, substituteFor])).toEqual([
      ['Anna', null],
      ['Bo', 0],
    ])
  })

  test('lets a substitute stand in for anybody when their member is gone', () => {
    expect(composed([anna, bo], { id: 'anna', to: null }).members).toMatchObject([
      { name: 'Bo', part: 'substitute', substituteFor: null },
    ])
  })

  test('lets a substitute stand in for anybody when their member takes another perspective', () => {
    const { members } = composed([anna, bo], { id: 'anna', to: { ...place, name: 'Anna' } })
    expect(members[1]).toMatchObject({ name: 'Bo', substituteFor: null })
  })
})

test('only a free substitute of the same perspective can stand in, for anybody or for that member', () => {
  const members = [
    anna,
    bo,
    cia,
    aMember({ id: 'any', part: 'substitute' }),
    aMember({ id: 'other', part: 'substitute', perspective: 'employee' }),
    aMember({ id: 'busy', part: 'substitute', standsInFor: 'cia' }),
  ]
  expect(whoCouldStandInFor(members, anna).map(({ id }) => id)).toEqual(['bo', 'any'])
})
