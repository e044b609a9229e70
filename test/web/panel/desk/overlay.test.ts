import type { MemberDesk, Problem } from '../../../../schemas/types.ts'
import type { KeptAct } from '../../../../web/panel/acts/act.ts'
import { overlay } from '../../../../web/panel/desk/overlay.ts'
import { amendment, answered, desk, does, taken } from './desk-in-short.ts'

const { says } = does
/** What is left, in short: changed wordings, then parts. */
const left = ({ changes, unanswered }: MemberDesk) =>
  [...changes.map(({ itemId }) => itemId), ...unanswered].join(' ')

type Case = readonly [what: string, before: MemberDesk, acts: readonly KeptAct[], left: string]
const CASES: readonly Case[] = [
  ['nothing has been done', desk(), [], 'M1 M2'],
  ['a part has been answered', desk(), [says('agree', 'part', 'M1')], 'M2'],
  ['one item of a part has been answered', desk(), [says('agree', 'item', 'a')], 'M1 M2'],
  [
    'each item of a part has been answered, and its frame',
    desk(),
    [says('agree', 'item', 'M1'), says('agree', 'item', 'a'), says('disagree', 'item', 'b')],
    'M2',
  ],
  ['an answer on a part has been taken back', answered(), [says(null, 'part', 'M1')], 'M1'],
  ['one of two changed items has been answered', answered('a', 'b'), [says('agree', 'item', 'a')], 'b'],
  ['the whole part has been answered again', answered('a', 'b'), [says('agree', 'part', 'M1')], ''],
  [
    'words have been answered that have changed since',
    answered('a'),
    [says('agree', 'item', 'a', 'a before')],
    'a',
  ],
  [
    'an answer on an item has been taken back',
    answered(),
    [says('disagree', 'item', 'a'), says(null, 'item', 'a')],
    '',
  ],
]

test.each(CASES)('when %s, what is left is known without the server', (_, before, acts, expected) => {
  expect(left(overlay(before, acts))).toBe(expected)
})

test('what the desk has already is not there twice', () => {
  const act = says('agree', 'part', 'M1')
  const before = desk({ positions: [taken('part', 'M1', 'agree', { actId: act.id })], unanswered: ['M2'] })
  expect(overlay(before, [act]).positions).toHaveLength(1)
})

test('what the server has refused, and what was done in another review, is not shown', () => {
  const refused = { ...says('agree', 'part', 'M1'), refusal: { status: 409 } as Problem }
  const elsewhere = { ...says('agree', 'part', 'M1'), reviewId: 'another' }
  expect(overlay(desk(), [refused, elsewhere])).toEqual(desk())
})

test('less is left to read when a part has been answered', () => {
  expect(overlay(desk(), [says('agree', 'part', 'M1')]).minutes).toBe(3)
})

test('a remark is there at once, and one that is taken back says so', () => {
  const remark = does.remarks('a', 'Det går inte att se.')
  const shown = overlay(desk(), [remark, does.withdraws(remark.id)]).remarks
  expect(shown).toMatchObject([
    { id: remark.id, text: 'Det går inte att se.', isMine: true, partId: 'M1', number: 'a' },
  ])
  expect(shown[0]?.withdrawnAt).toBe(remark.madeAt)
})

test('the last rating of a part is the one that counts', () => {
  const { ratings } = overlay(desk(), [does.rates('M1', 2), does.rates('M1', 5), does.rates('M2', 1)])
  expect(ratings.map(({ partId, importance }) => [partId, importance])).toEqual([
    ['M1', 5],
    ['M2', 1],
  ])
})

test('what is said of a spelling change, of a summons and of one’s name is there at once', () => {
  const before = desk({ toConfirm: ['spelling'] })
  const withOne = { ...before, text: { ...before.text, amendments: [amendment('spelling')] } }
  const after = overlay(withOne, [does.confirms('spelling', true), does.comes('meeting'), does.isNamed(true)])
  expect(after.toConfirm).toEqual([])
  expect(after.text.amendments[0]?.confirmations).toEqual([
    { perspective: 'employer', isMine: true, confirms: true },
  ])
  expect(after.review.meetings[0]?.attendance).toEqual([
    { memberId: 'me', answer: 'coming', wasPresent: null },
  ])
  expect(after.me.isNamed).toBe(true)
})
