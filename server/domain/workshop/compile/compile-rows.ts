import type { CompiledRow, CompiledTheme, Statement } from '../../../../schemas/types.ts'
import { gatherStatements } from '../resemblance/gather-statements.ts'
import { likenessOf } from '../resemblance/likeness.ts'
import { meaningReader, type MeaningReader } from '../resemblance/read-meaning.ts'
import { matchThemes } from './match-themes.ts'
import type { GroupStatements } from './statements.ts'

/** Of the theme in which statements on personal suitability stand, in every workshop; no group's theme has it. */
export const SUITABILITY_THEME_ID = '00000000-0000-4000-8000-000000000005'

/**
 * The results of all groups side by side: themes that mean the same put together, and in each what says nearly the
 * same in one row. Personal suitability comes last, in a theme of its own without titles. Every statement stands in
 * exactly one row, and a row has one kind only. The result depends on the groups and their order, and on nothing else.
 * Modules and rulings are for the caller to lay over it: moduleId and ruling are null.
 */
export function compileRows(groups: readonly GroupStatements[]): CompiledTheme[] {
  const read = meaningReader()
  const themes = groups.flatMap(({ groupNumber, themes: own }) =>
    own.map((theme) => ({ groupNumber, theme })),
  )
  const compiled = matchThemes(themes, read).map((matched): CompiledTheme => {
    const statements = matched.flatMap(({ theme }) => theme.statements)
    return {
      id: matched[0]?.theme.id ?? '',
      titles: matched.map(({ groupNumber, theme: { id, title } }) => ({ groupNumber, themeId: id, title })),
      moduleId: null,
      reuse: matched.find(({ theme }) => theme.reuse)?.theme.reuse ?? null,
      rows: rowsOf(statements, read),
    }
  })
  const suitability = groups.flatMap((group) => group.suitability)
  if (suitability.length === 0) return compiled
  const rows = rowsOf(suitability, read)
  return [...compiled, { id: SUITABILITY_THEME_ID, titles: [], moduleId: null, reuse: null, rows }]
}

/** Open rows of statements, those that say nearly the same together. */
export function rowsOf(statements: readonly Statement[], read: MeaningReader): CompiledRow[] {
  return gatherStatements(statements, read).map((gathered) => rowOf(gathered, read))
}

/** One open row of exactly these statements; it is called by the first of them. */
export function rowOf(statements: readonly Statement[], read: MeaningReader): CompiledRow {
  return {
    id: statements[0]?.id ?? '',
    statements: [...statements],
    likeness: statements.length > 1 ? likenessOf(statements, read) : null,
    ruling: null,
  }
}
