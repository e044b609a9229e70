import type { Amendment, Change } from '../../../../schemas/types.ts'
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

const reworded = (field: string, from: string, to: string): Change => ({
  kind: 'item-amended',
  itemKind: 'module',
  itemId: 'M1',
  field,
  from,
  to,
})
const FRAME = { partId: 'M1', formerAt: '2026-09-03T10:00:00Z' }

test('of a frame the fields are shown that have changed since the answer, each from its first words to its last', () => {
  const amendments = [
    amendment('before', { at: '2026-09-01T10:00:00Z', changes: [reworded('title', 'A', 'B')] }),
    amendment('one', { changes: [reworded('purpose', 'ett', 'två')], reason: 'Klarare.' }),
    amendment('two', { changes: [reworded('purpose', 'två', 'tre')] }),
    amendment('there', { changes: [reworded('prerequisites', 'så', 'så här')] }),
    amendment('and-back', { changes: [reworded('prerequisites', 'så här', 'så')] }),
  ]
  expect(frameChanges(FRAME, amendments)).toEqual({
    fields: [{ field: 'purpose', from: 'ett', to: 'tre' }],
    removed: [],
    reasons: ['Klarare.'],
    hasOthers: false,
  })
})

test('what is no words of a field is said to have changed, and no more', () => {
  expect(frameChanges(FRAME, [amendment('one', { changes: [reworded('volume', '1', '2')] })])).toEqual({
    fields: [],
    removed: [],
    reasons: [],
    hasOthers: true,
  })
})

test('a sentence that is gone is shown as it was, with the reason', () => {
  const gone = { itemId: 'b', partId: 'M1', number: '1.1 b', former: 'Förstår.', hash: null }
  const items = [gone, { ...gone, itemId: 'd', partId: 'M2' }] as unknown as Amendment['items']
  expect(frameChanges(FRAME, [amendment('one', { items, reason: 'Det syns inte.' })])).toMatchObject({
    removed: [{ itemId: 'b', former: 'Förstår.' }],
    reasons: ['Det syns inte.'],
    hasOthers: false,
  })
})
