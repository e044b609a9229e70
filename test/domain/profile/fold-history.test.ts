import type { HistoryEntry } from '../../../schemas/types.ts'
import { foldHistory } from '../../../server/domain/profile/fold-history.ts'
import { id } from '../../support/build-profile.ts'

let seq = 0
const amended = (
  minute: number,
  from: unknown,
  to: unknown,
  given: { by?: string; item?: string; field?: string; because?: HistoryEntry['because'] } = {},
): HistoryEntry => ({
  seq: ++seq,
  at: new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString(),
  by: { id: id(given.by ?? 'anna'), name: given.by ?? 'anna' },
  event: {
    kind: 'item-amended',
    itemKind: 'criterion',
    itemId: id(given.item ?? 'c'),
    field: given.field ?? 'text',
    from,
    to,
  },
  because: given.because ?? null,
})
const inShort = (...entries: HistoryEntry[]) =>
  foldHistory(entries.toReversed()).map(({ by, event }) =>
    event.kind === 'item-amended' ? `${by?.name}: ${String(event.from)} → ${String(event.to)}` : event.kind,
  )

test('what was saved again and again while it was written is one line', () => {
  expect(inShort(amended(0, '', 'V'), amended(1, 'V', 'Vis'), amended(2, 'Vis', 'Visar.'))).toEqual([
    'anna:  → Visar.',
  ])
})

test('also when the same person wrote elsewhere in between', () => {
  expect(
    inShort(amended(0, '', 'V'), amended(1, 'a', 'b', { item: 'd' }), amended(2, 'V', 'Visar.')),
  ).toEqual(['anna: a → b', 'anna:  → Visar.'])
})

test('another day’s work is another line', () => {
  expect(inShort(amended(0, '', 'V'), amended(59, 'V', 'Visar.'))).toEqual(['anna: V → Visar.', 'anna:  → V'])
})

test('somebody else’s words come in between, and stand in between', () => {
  expect(inShort(amended(0, 'a', 'b'), amended(1, 'b', 'c', { by: 'bo' }), amended(2, 'c', 'd'))).toEqual([
    'anna: c → d',
    'bo: b → c',
    'anna: a → b',
  ])
})

test('words that ended where they began are not worth a line', () => {
  expect(inShort(amended(0, 'a', 'ab'), amended(1, 'ab', 'a'))).toEqual([])
})

test('nor is a method that was put on and taken off again', () => {
  const field = 'assessmentMethods'
  expect(inShort(amended(0, [], ['task'], { field }), amended(1, ['task'], [], { field }))).toEqual([])
})

test('an easy text that was confirmed has a line, though its words are the same', () => {
  const variant = { field: 'text', language: 'sv-x-lattlast', text: 'Visa.' }
  const [before, after] = [[{ ...variant, madeFrom: 'a' }], [{ ...variant, madeFrom: 'b' }]]
  expect(inShort(amended(0, before, after, { field: 'variants' }))).toHaveLength(1)
})

test('what was taken back says so on a line of its own', () => {
  expect(inShort(amended(0, 'a', 'b'), amended(1, 'b', 'a', { because: { kind: 'undid' } }))).toEqual([
    'anna: b → a',
    'anna: a → b',
  ])
})

test('a line remembers every entry that went into it', () => {
  const [first, second] = [amended(0, 'a', 'b'), amended(1, 'b', 'c')]
  expect(foldHistory([second, first])[0]?.seqs).toEqual([first.seq, second.seq])
})
