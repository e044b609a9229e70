import type { MemberMark, PanelMeeting, ReviewPart } from '../../../../schemas/types.ts'
import {
  allAgree,
  asAnswered,
  presenceWith,
  targetOf,
  votersOn,
} from '../../../../web/review/meeting/who-is-here.ts'
import { aMember } from '../a-review.ts'

const anna = aMember({ id: 'anna' })
const bo = aMember({ id: 'bo' })
const cia = aMember({ id: 'cia', recusals: [{ id: 'r', partId: 'm1', reason: 'Skrev den', at: '' }] })
const dan = aMember({ id: 'dan', part: 'substitute' })
const attended = (...rows: PanelMeeting['attendance']): Pick<PanelMeeting, 'attendance'> => ({
  attendance: rows,
})
const meeting = attended(
  { memberId: 'anna', answer: 'coming', wasPresent: true },
  { memberId: 'bo', answer: 'absent', wasPresent: false },
  { memberId: 'cia', answer: 'remotely', wasPresent: null },
  { memberId: 'dan', answer: null, wasPresent: null },
)
const part: ReviewPart = {
  id: 'm1',
  number: '1',
  title: 'Lyft',
  hash: 'part-hash',
  words: 3,
  items: [{ id: '1a', kind: 'criterion', number: '1.1 a', hash: 'item-hash', wording: 'Lyfter.' }],
}

test('a position is about the part or about an item, in the words on the screen', () => {
  expect(targetOf(part, null)).toEqual({ scope: 'part', itemId: 'm1', hash: 'part-hash' })
  expect(targetOf(part, '1a')).toEqual({ scope: 'item', itemId: '1a', hash: 'item-hash' })
})

test('those who may answer are told apart by whether they are here; who is recused is not among them', () => {
  const { here, elsewhere } = votersOn([anna, bo, cia, dan], meeting, 'm1')
  expect(here.map(({ id }) => id)).toEqual(['anna'])
  expect(elsewhere.map(({ id }) => id)).toEqual(['bo'])
  expect(votersOn([anna, bo, cia, dan], meeting, 'm2').elsewhere.map(({ id }) => id)).toEqual(['bo', 'cia'])
})

test('nobody is asked for somebody who has been erased, though they were noted as here', () => {
  const gone = aMember({ id: 'anna', name: null })
  const { here, elsewhere } = votersOn([gone, bo], meeting, 'm1')
  expect([here, elsewhere.map(({ id }) => id)]).toEqual([[], ['anna', 'bo']])
})

test.each<[MemberMark['mark'] | undefined, boolean]>([
  ['none', true],
  ['stale', true],
  ['agree', false],
  ['agreeWithChange', false],
  ['disagree', false],
  ['abstain', false],
  ['answered', false],
  [undefined, false],
])('when everybody agrees, one whose answer is %s is entered: %s', (mark, isEntered) => {
  const target = targetOf(part, '1a')
  const entries = allAgree([anna], new Map(mark ? [['anna', mark]] : []), target)
  expect(entries).toEqual(isEntered ? [{ ...target, memberId: 'anna', position: 'agree', reason: '' }] : [])
})

test('noting one leaves the others as they were noted', () => {
  expect(presenceWith(meeting, new Map([['cia', true]]))).toEqual({
    present: ['anna', 'cia'],
    absent: ['bo'],
  })
  expect(presenceWith(meeting, new Map([['anna', false]]))).toEqual({ present: [], absent: ['anna', 'bo'] })
})

test('what members have answered is noted for those of whom nothing is noted yet', () => {
  expect([...asAnswered(meeting)]).toEqual([['cia', true]])
  const rows = attended({ memberId: 'bo', answer: 'absent', wasPresent: null })
  expect([...asAnswered(rows)]).toEqual([['bo', false]])
})
