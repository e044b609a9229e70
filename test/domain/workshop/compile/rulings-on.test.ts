import * as fc from 'fast-check'
import { compileRows } from '../../../../server/domain/workshop/compile/compile-rows.ts'
import { rulingsOn, strayRulings } from '../../../../server/domain/workshop/compile/rulings-on.ts'
import type { CompiledTheme } from '../../../../schemas/types.ts'
import { group, idOf, results, ruling, statement, statementsIn, theme } from './results.ts'

const one = statement(1, 1, 'städa kök och badrum')
const two = statement(2, 2, 'rengöra badrum och kök')
const three = statement(3, 3, 'städa badrummet och köket')
const other = statement(4, 3, 'larma vid brand')
const compile = (...statements: (typeof one)[]) =>
  compileRows(
    [1, 2, 3].map((number) =>
      group(number, [
        theme(100 + number, 'Hem', ...statements.filter(({ groupNumber }) => groupNumber === number)),
      ]),
    ),
  )
const shown = (themes: readonly CompiledTheme[]) =>
  themes.flatMap(({ rows }) =>
    rows.map((row) => [row.statements.map(({ id }) => Number(id.slice(-3))), row.ruling?.kind ?? 'open']),
  )

describe('a ruling', () => {
  test('stands on the row it was about; the others are open', () => {
    expect(shown(rulingsOn(compile(one, two, other), [ruling([1, 2])]))).toEqual([
      [[1, 2], 'taken'],
      [[4], 'open'],
    ])
  })

  test('stays with its statements when a group writes more of the same, which opens a row of its own', () => {
    expect(shown(compile(one, two, three))).toEqual([[[1, 2, 3], 'open']])
    expect(shown(rulingsOn(compile(one, two, three), [ruling([1, 2])]))).toEqual([
      [[1, 2], 'taken'],
      [[3], 'open'],
    ])
  })

  test('stays with its statements when they no longer say the same', () => {
    const rewritten = { ...two, text: 'handla mat' }
    expect(shown(compile(one, rewritten))).toEqual([
      [[1], 'open'],
      [[2], 'open'],
    ])
    expect(shown(rulingsOn(compile(one, rewritten), [ruling([1, 2])]))).toEqual([[[1, 2], 'taken']])
  })

  test('stands on what is left when a group has taken its statement back', () => {
    expect(shown(rulingsOn(compile(two), [ruling([1, 2], { kind: 'leftOut' })]))).toEqual([[[2], 'leftOut']])
  })

  test('gives way to a later one about the same statement', () => {
    const rulings = [ruling([1, 2], { kind: 'leftOut', at: '2026-10-14T13:00:00Z' }), ruling([1])]
    expect(shown(rulingsOn(compile(one, two), rulings))).toEqual([[[1, 2], 'leftOut']])
  })

  test('of which nothing is left on any board is told of apart', () => {
    const gone = ruling([7, 8])
    expect(strayRulings(compile(one), [gone, ruling([1])])).toEqual([gone])
    expect(shown(rulingsOn(compile(one), [gone]))).toEqual([[[1], 'open']])
  })
})

describe('laying rulings over rows', () => {
  /** Compiled results, and rulings made on some of the statements, a few of which are gone since. */
  const ruled = fc
    .tuple(
      results,
      fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), {
        maxLength: 6,
      }),
    )
    .map(([groups, named]) => ({
      groups,
      rulings: named.map((ids, at) =>
        ruling(ids, { at: new Date(Date.UTC(2026, 9, 14, 12, at % 3)).toISOString() }),
      ),
    }))

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(ruled, ({ groups, rulings }) => {
        const once = rulingsOn(compileRows(groups), rulings)
        expect(rulingsOn(once, rulings)).toEqual(once)
      }),
    )
  })

  test('loses and doubles no statement', () => {
    fc.assert(
      fc.property(ruled, ({ groups, rulings }) => {
        const standing = rulingsOn(compileRows(groups), rulings).flatMap(({ rows }) =>
          rows.flatMap(({ statements }) => statements.map(({ id }) => id)),
        )
        expect(standing.sort()).toEqual(
          statementsIn(groups)
            .map(({ id }) => id)
            .sort(),
        )
      }),
    )
  })

  test('leaves nothing open that has been ruled on, closes nothing that has not, and shows no ruling twice', () => {
    fc.assert(
      fc.property(ruled, ({ groups, rulings }) => {
        const rows = rulingsOn(compileRows(groups), rulings).flatMap((each) => each.rows)
        const named = new Set(rulings.flatMap(({ statementIds }) => statementIds))
        for (const row of rows) {
          for (const { id } of row.statements) expect(row.ruling !== null).toBe(named.has(id))
        }
        const shownRulings = rows.flatMap((row) => row.ruling ?? [])
        expect(new Set(shownRulings).size).toBe(shownRulings.length)
      }),
    )
  })

  test('keeps what was ruled on as it is when the groups write on', () => {
    fc.assert(
      fc.property(results, fc.constantFrom('städa', 'flytta stolen', 'kontrollera sele'), (groups, text) => {
        const rulings = compileRows(groups).flatMap(({ rows }) =>
          rows.map(({ statements }) => ({ ...ruling([]), statementIds: statements.map(({ id }) => id) })),
        )
        const later = [...groups, group(9, [theme(2000, 'Städning', statement(500, 9, text))])]
        const rows = rulingsOn(compileRows(later), rulings).flatMap((each) => each.rows)
        expect(rows.filter((row) => row.ruling === null).map(({ id }) => id)).toEqual([idOf(500)])
        const ids = (row: { statements: { id: string }[] }) => row.statements.map(({ id }) => id)
        expect(rows.filter((row) => row.ruling).map((row) => [...ids(row)].sort())).toEqual(
          expect.arrayContaining(rulings.map(({ statementIds }) => [...statementIds].sort())),
        )
      }),
    )
  })
})
