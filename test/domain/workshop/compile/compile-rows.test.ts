import * as fc from 'fast-check'
import { compileRows, SUITABILITY_THEME_ID } from '../../../../server/domain/workshop/compile/compile-rows.ts'
import { NEARLY_THE_SAME } from '../../../../server/domain/workshop/resemblance/gather-statements.ts'
import type { CompiledTheme } from '../../../../schemas/types.ts'
import { group, idOf, results, statement, statementsIn, theme } from './results.ts'

const rowsIn = (themes: readonly CompiledTheme[]) => themes.flatMap(({ rows }) => rows)
const textsIn = (themes: readonly CompiledTheme[]) =>
  themes.map(({ rows }) => rows.map(({ statements }) => statements.map(({ text }) => text)))

describe('the groups’ themes', () => {
  const lift = statement(1, 1, 'flytta en person från säng till rullstol')
  const move = statement(2, 2, 'förflytta en person mellan säng och stol')
  const clean = statement(3, 2, 'städa kök')

  test('stand together when their titles mean the same', () => {
    const themes = compileRows([
      group(1, [theme(100, 'Lyft och flytt', lift)]),
      group(2, [theme(200, 'Städning', clean), theme(201, 'Förflyttning och lyft', move)]),
    ])
    expect(themes.map(({ id, titles }) => [id, titles.map(({ title }) => title)])).toEqual([
      [idOf(100), ['Lyft och flytt', 'Förflyttning och lyft']],
      [idOf(200), ['Städning']],
    ])
  })

  test('stand together when the same lies in them, whatever they are called', () => {
    const themes = compileRows([
      group(1, [theme(100, 'Kroppen', lift)]),
      group(2, [theme(200, 'Hemmet', clean), theme(201, 'Tunga moment', move)]),
    ])
    expect(themes.map(({ titles }) => titles.map(({ themeId }) => themeId))).toEqual([
      [idOf(100), idOf(201)],
      [idOf(200)],
    ])
  })

  test('stay two when one group has made two of them', () => {
    const themes = [
      theme(100, 'Lyft', lift),
      theme(101, 'Att lyfta', statement(4, 1, 'flytta en person från säng')),
    ]
    expect(compileRows([group(1, themes)])).toHaveLength(2)
  })

  test('carry the module that a group wants linked', () => {
    const reuse = { profileSlug: 'vard', version: '1.0.0', moduleId: idOf(5) }
    const linked = { ...theme(200, 'Hygien'), reuse }
    expect(compileRows([group(1, [theme(100, 'Hygien')]), group(2, [linked])])).toEqual([
      {
        id: idOf(100),
        titles: [
          { groupNumber: 1, themeId: idOf(100), title: 'Hygien' },
          { groupNumber: 2, themeId: idOf(200), title: 'Hygien' },
        ],
        moduleId: null,
        reuse,
        rows: [],
      },
    ])
  })
})

describe('rows', () => {
  const compiled = (...groups: [number, string][][]) => {
    let latest = 0
    return textsIn(
      compileRows(
        groups.map((statements, at) =>
          group(at + 1, [
            theme(
              100 + at,
              'Arbetet',
              ...statements.map(([, text]) => statement((latest += 1), at + 1, text)),
            ),
          ]),
        ),
      ),
    )[0]
  }

  test('put what the groups say nearly the same side by side, in the order of the groups', () => {
    expect(
      compiled(
        [
          [1, 'flytta en person från säng till rullstol med rätt teknik'],
          [1, 'städa kök och badrum'],
        ],
        [
          [2, 'rengöra badrum och kök'],
          [2, 'förflytta en person mellan säng, stol och toalett'],
        ],
        [
          [3, 'larma vid brand'],
          [3, 'förflytta brukaren i och ur säng och stol utan att någon skadas'],
        ],
      ),
    ).toEqual([
      [
        'flytta en person från säng till rullstol med rätt teknik',
        'förflytta en person mellan säng, stol och toalett',
        'förflytta brukaren i och ur säng och stol utan att någon skadas',
      ],
      ['städa kök och badrum', 'rengöra badrum och kök'],
      ['larma vid brand'],
    ])
  })

  test('keep two sentences of one group apart that two groups would have had in one row', () => {
    const one = 'städa kök, hall och badrum'
    const other = 'städa kök, hall och trappa'
    expect(compiled([[1, one]], [[2, other]])).toEqual([[one, other]])
    expect(
      compiled([
        [1, one],
        [1, other],
      ]),
    ).toEqual([[one], [other]])
    expect(
      compiled([
        [1, one],
        [1, 'rengöra badrum, kök och hall'],
      ]),
    ).toHaveLength(1)
  })

  test('never mix kinds', () => {
    const themes = compileRows([
      group(1, [theme(100, 'Hygien', statement(1, 1, 'städa kök', 'skills'))]),
      group(2, [theme(200, 'Hygien', statement(2, 2, 'städa kök', 'knowledge'))]),
    ])
    expect(rowsIn(themes)).toHaveLength(2)
  })

  test('on personal suitability stand last, in a theme of their own', () => {
    const themes = compileRows([
      group(1, [], statement(1, 1, 'ha tålamod', 'suitability')),
      group(
        2,
        [theme(200, 'Hygien', statement(2, 2, 'städa kök'))],
        statement(3, 2, 'vara tålmodig', 'suitability'),
      ),
    ])
    expect(themes.map(({ id, titles }) => [id, titles.length])).toEqual([
      [idOf(200), 1],
      [SUITABILITY_THEME_ID, 0],
    ])
    expect(textsIn(themes)[1]).toEqual([['ha tålamod', 'vara tålmodig']])
  })
})

describe('compiling', () => {
  test('puts every statement into exactly one row, and makes up none', () => {
    fc.assert(
      fc.property(results, (groups) => {
        const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
        const standing = rowsIn(compileRows(groups)).flatMap(({ statements }) => statements)
        expect(standing.sort(byId)).toEqual(statementsIn(groups).sort(byId))
      }),
    )
  })

  test('keeps every theme of every group, once', () => {
    fc.assert(
      fc.property(results, (groups) => {
        const titles = compileRows(groups).flatMap((each) => each.titles.map(({ themeId }) => themeId))
        expect(titles.sort()).toEqual(groups.flatMap(({ themes }) => themes.map(({ id }) => id)).sort())
      }),
    )
  })

  test('makes rows of one kind that are alike enough, called by their first statement', () => {
    fc.assert(
      fc.property(results, (groups) => {
        for (const { id, statements, likeness, ruling } of rowsIn(compileRows(groups))) {
          expect(id).toBe(statements[0]?.id)
          expect(new Set(statements.map(({ kind }) => kind)).size).toBe(1)
          const numbers = statements.map(({ groupNumber }) => groupNumber)
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
          expect(likeness?.score ?? 100).toBeGreaterThanOrEqual(100 * NEARLY_THE_SAME)
          expect(likeness === null).toBe(statements.length === 1)
          expect(ruling).toBeNull()
        }
      }),
    )
  })

  test('gives the same for the same groups', () => {
    fc.assert(
      fc.property(results, (groups) =>
        expect(compileRows(structuredClone(groups))).toEqual(compileRows(groups)),
      ),
    )
  })
})
