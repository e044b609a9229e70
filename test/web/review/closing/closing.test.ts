import type { Amendment, Closing, ItemTally } from '../../../../schemas/types.ts'
import { editorialState } from '../../../../web/review/closing/editorial-state.ts'
import { levelOf, versionBecause } from '../../../../web/review/closing/version-because.ts'
import { whatsNew } from '../../../../web/review/closing/whats-new.ts'
import { whyNot } from '../../../../web/review/closing/why-not.ts'

const tally = (state: ItemTally['state']): ItemTally => ({
  state,
  hasChanges: false,
  missing: [],
  perspectives: [],
})
const part = (number: string, state: ItemTally['state']) => ({
  partId: `m${number}`,
  number,
  title: `Modul ${number}`,
  tally: tally(state),
})
const obstacle = (code: Closing['obstacles'][number]['code'], id: string) => ({
  code,
  id,
  number: id,
  stops: code === 'remark-open' ? ('closing' as const) : ('approving' as const),
})
const closing = (given: Partial<Closing> = {}): Closing => ({
  state: 'a',
  possible: ['approved', 'approvedEditorial', 'changesRequested', 'declined'],
  obstacles: [],
  parts: [part('1', 'ready'), part('2', 'ready')],
  dissents: [],
  version: '1.1.0',
  ...given,
})
const dissent = {
  perspective: 'employee',
  partId: 'm1',
  itemId: null,
  number: '1',
  wording: 'Modul 1',
  reason: 'Hör inte hit.',
}

test.each<[string, Partial<Closing>, readonly object[]]>([
  ['another answer that carries no less', { state: 'b' }, []],
  [
    'a part that is stopped',
    { parts: [part('1', 'ready'), part('2', 'stopped')] },
    [{ kind: 'part', number: '2', title: 'Modul 2', state: 'stopped' }],
  ],
  [
    'two remarks',
    { obstacles: [obstacle('remark-open', 'r1'), obstacle('remark-open', 'r2')] },
    [{ kind: 'remark-open', count: 2 }],
  ],
  ['a dissent', { dissents: [dissent] }, [{ kind: 'dissents', count: 1 }]],
  ['another version', { version: '2.0.0' }, [{ kind: 'version', version: '2.0.0' }]],
])('what is new since the closing was read: %s', (_what, given, expected) => {
  expect(whatsNew(closing(), closing(given))).toEqual(expected)
})

test('a remark that has been answered is news too', () => {
  const read = closing({ obstacles: [obstacle('remark-open', 'r1')] })
  expect(whatsNew(read, closing())).toEqual([{ kind: 'remark-settled', count: 1 }])
})

test('nothing is in the way of what is possible', () => {
  expect(whyNot('approved', closing({ obstacles: [obstacle('editorial-unconfirmed', 'a1')] }))).toEqual([])
})

test('an open remark is in the way of every decision, and is all that is said', () => {
  const obstacles = [obstacle('remark-open', 'r1'), obstacle('part-not-ready', 'm2')]
  const stopped = closing({ possible: [], obstacles })
  expect(whyNot('declined', stopped)).toEqual([{ code: 'remark-open', count: 1 }])
  expect(whyNot('approved', stopped)).toEqual([{ code: 'remark-open', count: 1 }])
})

test('what keeps words from being approved is counted by its kind', () => {
  const obstacles = [
    obstacle('part-not-ready', 'm1'),
    obstacle('part-not-ready', 'm2'),
    obstacle('ruling-missing', '1a'),
    obstacle('editorial-unconfirmed', 'a1'),
  ]
  const waiting = closing({ possible: ['changesRequested', 'declined'], obstacles })
  expect(whyNot('approved', waiting)).toEqual([
    { code: 'part-not-ready', count: 2 },
    { code: 'ruling-missing', count: 1 },
  ])
})

test.each([
  [null, '1.0.0', 'first'],
  ['1.0.0', '2.0.0', 'major'],
  ['1.0.0', '1.1.0', 'minor'],
  ['1.1.0', '1.1.1', 'patch'],
  ['1.9.9', '2.0.0', 'major'],
])('from %s to %s counts up the %s number', (former, version, expected) => {
  expect(levelOf({ former, version })).toBe(expected)
})

const ruled = (equivalent: boolean) => ({ ruling: { equivalent, reason: '', at: '' } })

test.each([
  [[ruled(false), ruled(true)], 'Panelen säger att 1 krav inte är detsamma som i 1.0.0.'],
  [[ruled(false), ruled(false)], 'Panelen säger att 2 krav inte är desamma som i 1.0.0.'],
  [[ruled(true), { ruling: null }], '1 ändrat krav väntar på besked'],
  [[ruled(true)], 'Den som är bedömd mot 1.0.0 kan sakna något.'],
])('why the first number goes up is said by what was ruled (%#)', (rewordings, expected) => {
  expect(versionBecause({ former: '1.0.0', version: '2.0.0', rewordings })).toContain(expected)
})

test('why the second number goes up is said by what was ruled', () => {
  const minor = { former: '1.0.0', version: '1.1.0' }
  expect(versionBecause({ ...minor, rewordings: [ruled(true)] })).toContain(
    'Panelen säger att 1 omskrivet krav är detsamma som i 1.0.0.',
  )
  expect(versionBecause({ ...minor, rewordings: [] })).toContain('Därför ökar den andra siffran.')
})

const said = (perspective: string, confirms: boolean): Amendment['confirmations'][number] => ({
  perspective,
  confirms,
  isMine: false,
})
test.each([
  ['nobody', [], 'waiting', 2],
  ['one', [said('employee', true)], 'waiting', 1],
  ['two of the same perspective', [said('employee', true), said('employee', true)], 'waiting', 1],
  ['one, and another says no', [said('employee', true), said('employer', false)], 'denied', 0],
])('an amendment that %s has confirmed is %s', (_who, confirmations, kind, left) => {
  expect(editorialState({ confirmations, isEditorial: false })).toEqual({ kind, left })
})

test('an amendment that the rule holds for editorial is confirmed', () => {
  const confirmations = [said('employee', true), said('employer', true)]
  expect(editorialState({ confirmations, isEditorial: true })).toEqual({ kind: 'confirmed', left: 0 })
})
