import type { CompiledRow, CompiledTheme, RulingOnRow, Statement } from '../../../../schemas/types.ts'
import { meaningReader } from '../resemblance/read-meaning.ts'
import { rowOf, rowsOf } from './compile-rows.ts'

/**
 * Lays what has been ruled over compiled rows. A ruling stays with the statements it was about, however the groups have
 * written on since: they stand in one row with it, where the first of them stands, and never again in an open one. What
 * has come to such a row afterwards opens rows of its own, next to it. Of two rulings on one statement the later holds,
 * and of two at once the one given last. Rulings of which no statement is left stand nowhere: see `strayRulings`.
 *
 * Done twice it changes nothing; rows that no ruling touches stay as they are.
 */
export function rulingsOn(
  themes: readonly CompiledTheme[],
  rulings: readonly RulingOnRow[],
): CompiledTheme[] {
  const ruled = rulingByStatement(rulings)
  const statements = themes.flatMap(({ rows }) => rows.flatMap((row) => row.statements))
  const ruledRows = new Map<RulingOnRow, Statement[]>()
  for (const statement of statements) {
    const ruling = ruled.get(statement.id)
    if (ruling) ruledRows.set(ruling, [...(ruledRows.get(ruling) ?? []), statement])
  }
  const read = meaningReader()
  const ruledRow = (ruling: RulingOnRow, together: readonly Statement[]): CompiledRow => {
    const inOrder = together.toSorted((one, other) => one.groupNumber - other.groupNumber)
    return { ...rowOf(inOrder, read), ruling }
  }
  const place = (row: CompiledRow): CompiledRow[] => {
    const open = row.statements.filter(({ id }) => !ruled.has(id))
    if (open.length === row.statements.length) return [{ ...row, ruling: null }]
    const here = row.statements.flatMap(({ id }) => {
      const ruling = ruled.get(id)
      const together = ruling && ruledRows.get(ruling)
      return ruling && together?.[0]?.id === id ? [ruledRow(ruling, together)] : []
    })
    return [...here, ...rowsOf(open, read)]
  }
  return themes.map((theme) => ({ ...theme, rows: theme.rows.flatMap(place) }))
}

/** Rulings that stand in no row, since the groups have taken back all they were about: still to be read, by themselves. */
export function strayRulings(
  themes: readonly CompiledTheme[],
  rulings: readonly RulingOnRow[],
): RulingOnRow[] {
  const standing = new Set(
    themes.flatMap(({ rows }) => rows.flatMap((row) => row.statements.map(({ id }) => id))),
  )
  return rulings.filter(({ statementIds }) => !statementIds.some((id) => standing.has(id)))
}

function rulingByStatement(rulings: readonly RulingOnRow[]): Map<string, RulingOnRow> {
  const ruled = new Map<string, RulingOnRow>()
  for (const ruling of rulings) {
    for (const id of ruling.statementIds) {
      const before = ruled.get(id)
      if (!before || Date.parse(before.at) <= Date.parse(ruling.at)) ruled.set(id, ruling)
    }
  }
  return ruled
}
