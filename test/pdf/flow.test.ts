import * as fc from 'fast-check'
import { paginate, type PlannedPage, type Row, type Section } from '../../server/pdf/flow.ts'
import { AREA } from '../../server/pdf/measures.ts'

const paint = () => undefined
const row = (height: number, given: Partial<Row> = {}): Row => ({
  before: 0,
  height,
  keep: false,
  paint,
  ...given,
})
const section = (rows: Row[], given: Partial<Section> = {}): Section => ({
  heading: '',
  start: 'flow',
  before: 0,
  rows,
  ...given,
})
const HEIGHT = AREA.bottom - AREA.top
const heights = (pages: readonly PlannedPage[]) =>
  pages.map(({ strips }) => strips.map(({ strip }) => strip.height))

test.each([
  ['rows go on until the page is full', [row(300), row(300), row(300)], [[300, 300], [300]]],
  ['a row is kept with the next', [row(300), row(300, { keep: true }), row(300)], [[300], [300, 300]]],
  [
    'kept rows that no page can hold are parted after all',
    [row(10), row(400, { keep: true }), row(401)],
    [[10], [400], [401]],
  ],
  ['a row that no page can hold has one of its own', [row(10), row(900), row(10)], [[10], [900], [10]]],
])('%s', (_, rows, expected) => {
  expect(heights(paginate([section(rows)]))).toEqual(expected)
})

test('space before a row falls away at the top of a page', () => {
  const pages = paginate([
    section([row(600, { before: 50 }), row(200, { before: 50 }), row(10, { before: 5 })]),
  ])
  expect(pages.map(({ strips }) => strips.map(({ y }) => y - AREA.top))).toEqual([[0], [0, 205]])
})

test.each([
  ['goes on', 'flow', 500, 1],
  ['goes on after a third of the page', 'third', HEIGHT / 3 - 1, 1],
  ['begins a page after more than a third', 'third', HEIGHT / 3 + 1, 2],
  ['always begins a page', 'page', 10, 2],
] as const)('a section %s', (_, start, used, pages) => {
  expect(paginate([section([row(used)]), section([row(100)], { start })])).toHaveLength(pages)
})

test('a table’s head is painted again on each page that its rows begin', () => {
  const head = { height: 20, paint }
  const rows = [row(20), ...Array.from({ length: 9 }, () => row(100, { head }))]
  expect(heights(paginate([section(rows)]))).toEqual([
    [20, 100, 100, 100, 100, 100, 100],
    [20, 100, 100, 100],
  ])
})

test('notes yield to one another, downwards first and upwards at a page’s end', () => {
  expect(tops([row(50, { note: note(101) }), row(50, { note: note(55) })])).toEqual([0, 107])
  expect(tops([row(640), row(50, { note: note(101) })])).toEqual([Math.round(HEIGHT - 101)])
})

test('a row moves on when its note finds no room beside it', () => {
  const notes = [row(100, { note: { height: 601, paint } }), row(100, { note: { height: 203, paint } })]
  expect(heights(paginate([section(notes)]))).toEqual([
    [100, 601],
    [100, 203],
  ])
})

test('every row stands once, in order, inside its page, and together with the row it is kept with', () => {
  const anyRow = fc.record({
    height: fc.integer({ min: 1, max: 300 }),
    before: fc.integer({ min: 0, max: 60 }),
    keep: fc.boolean(),
    beside: fc.option(fc.integer({ min: 1, max: 200 }).map(note), {
      nil: undefined,
    }),
    start: fc.constantFrom('page', 'third', 'flow'),
  })
  fc.assert(
    fc.property(fc.array(fc.array(anyRow, { minLength: 1, maxLength: 12 }), { maxLength: 6 }), (given) => {
      const sections = given.map((rows) =>
        section(
          rows.map(({ height, before, keep, beside }) =>
            row(height, { before, keep, ...(beside && { note: beside }) }),
          ),
          { start: rows[0]!.start },
        ),
      )
      const rows = sections.flatMap((each) => each.rows)
      const pages = paginate(sections)
      const placed = pages.flatMap(({ strips }, page) => strips.map((strip) => ({ ...strip, page })))
      const ownStrips = placed.filter(({ strip }) => rows.includes(strip as Row))
      expect(ownStrips.map(({ strip }) => strip)).toEqual(rows)
      expect(placed).toHaveLength(rows.length + rows.filter((each) => each.note).length)
      for (const { strip, y } of ownStrips) expect(y + strip.height).toBeLessThanOrEqual(AREA.bottom + 0.02)
      for (const { rows: inOrder } of sections) {
        inOrder.forEach((kept, at) => {
          const next = inOrder[at + 1]
          if (!kept.keep || !next) return
          const chunk = chunkAround(inOrder, at)
          const height = chunk.reduce((sum, { height: own, before }) => sum + own + before, 0)
          const noted = chunk.reduce((sum, each) => sum + (each.note?.height ?? 0) + 6, 0)
          if (height > HEIGHT || noted > HEIGHT) return
          const pagesOf = [kept, next].map((of) => ownStrips.find(({ strip }) => strip === of)?.page)
          expect(pagesOf[0]).toBe(pagesOf[1])
        })
      }
    }),
  )
})

const note = (height: number) => ({ height, paint })

/** Where the notes of a page stand; they are told by heights that are no tens. */
function tops(rows: Row[]): number[] {
  return paginate([section(rows)])[0]!
    .strips.filter(({ strip }) => strip.height % 10 !== 0)
    .map(({ y }) => Math.round(y - AREA.top))
}

function chunkAround(rows: readonly Row[], at: number): Row[] {
  let first = at
  while (first > 0 && rows[first - 1]!.keep) first--
  let last = at
  while (rows[last]!.keep && last < rows.length - 1) last++
  return rows.slice(first, last + 1)
}
