import type { Amendment, ChangedSince } from '../../../../schemas/types.ts'
import { editorialStageOf } from '../../../../web/panel/desk/editorial-change.ts'
import { frameChanges } from '../../../../web/panel/desk/frame-changes.ts'
import { amendment, desk } from './desk-in-short.ts'

const SPELLING = { itemId: 'a', hash: 'a now' }
const spelled = (more: Partial<Amendment>) => {
  const items = [
    {
      ...SPELLING,
      partId: 'M1',
      kind: 'criterion',
      number: 'a',
      field: null,
      former: '',
      formerHash: null,
      wording: 'a',
    },
  ]
  return amendment('spelling', { claimsEditorial: true, items: items as Amendment['items'], ...more })
}
const said = (isMine: boolean, confirms: boolean) => ({ perspective: 'employee', isMine, confirms })

test.each([
  ['is a change like any other, unless it is said to be spelling', { claimsEditorial: false }, [], null],
  ['is asked about when the member has not said what they think', {}, ['spelling'], 'asked'],
  ['waits for another when they have confirmed it', { confirmations: [said(true, true)] }, [], 'waiting'],
  ['is a change like any other when somebody denies it', { confirmations: [said(false, false)] }, [], null],
  ['is none at all when it has been confirmed', { isEditorial: true }, [], null],
])('a changed wording %s', (_, more, toConfirm, stage) => {
  const given = desk({ toConfirm })
  const text = { ...given.text, amendments: [spelled(more)] }
  expect(editorialStageOf(SPELLING, { text, toConfirm })).toBe(stage)
})

const field = (name: string, from: string, to: string) => ({ number: '1', field: name, from, to })
const frame = (...fields: ChangedSince['fields']): ChangedSince => ({
  itemId: 'M1',
  partId: 'M1',
  kind: 'frame',
  number: '1',
  seen: 'A',
  wording: 'A',
  hash: 'now',
  former: 'agree',
  formerAt: '2026-09-03T10:00:00Z',
  formerRound: 1,
  fields,
  reasons: [],
})
const UNCHANGED = { amendments: [], betweenRounds: [] }

test('of a frame the fields are shown that have other words than those that were answered', () => {
  const purpose = field('purpose', 'ett', 'tre')
  expect(frameChanges(frame(purpose), UNCHANGED)).toEqual({
    fields: [purpose],
    removed: [],
    hasOthers: false,
  })
})

test.each([
  ['is no words of a field', [field('volume', '1', '2')]],
  ['has only been moved', [field('place', '', '')]],
  ['is not known', []],
])('what %s is said to have changed, and no more', (_, fields) => {
  expect(frameChanges(frame(...fields), UNCHANGED)).toEqual({ fields: [], removed: [], hasOthers: true })
})

describe('a sentence that is gone is shown as it was, once', () => {
  const gone = {
    itemId: 'b',
    partId: 'M1',
    kind: 'criterion',
    number: '1.1 b',
    former: 'Förstår.',
    hash: null,
  }
  const items = [gone, { ...gone, itemId: 'd', partId: 'M2' }] as unknown as Amendment['items']
  const taken = [amendment('one', { items })]
  test.each([
    ['by an amendment', { ...UNCHANGED, amendments: taken }],
    ['between the rounds', { ...UNCHANGED, betweenRounds: [{ round: 2, items }] }],
    ['by an amendment before the next round', { amendments: taken, betweenRounds: [{ round: 2, items }] }],
  ])('taken away %s', (_, text) => {
    const { removed, hasOthers } = frameChanges(frame(), text)
    expect(removed).toEqual([gone])
    expect(hasOthers).toBe(false)
  })

  test('but not what was gone before the answer', () => {
    const text = { ...UNCHANGED, betweenRounds: [{ round: 1, items }] }
    expect(frameChanges(frame(), text).removed).toEqual([])
  })
})
