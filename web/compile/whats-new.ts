import type { Compilation, CompiledRow } from '../../schemas/types.ts'

/** How a compilation that has come in differs from the one that is shown. */
export type News = { readonly groups: readonly number[]; readonly rows: number }

/** What is new; null when one would see no difference in the wordings and what has been decided. */
export function whatsNew(shown: Compilation, fresh: Compilation): News | null {
  const [before, after] = [rowsIn(shown), rowsIn(fresh)]
  const known = new Map(before.map((row) => [row.id, row]))
  const fromThen = new Set(after.map(({ id }) => id))
  const changed = after.filter((row) => {
    const former = known.get(row.id)
    return !former || contentOf(former) !== contentOf(row)
  })
  const gone = before.filter(({ id }) => !fromThen.has(id))
  const titles = ({ themes }: Compilation) => JSON.stringify(themes.map((theme) => [theme.id, theme.titles]))
  if (changed.length + gone.length === 0 && titles(shown) === titles(fresh)) return null
  return { groups: groupsThatWrote(before, after), rows: changed.length || gone.length }
}

function rowsIn({ themes }: Compilation): CompiledRow[] {
  return themes.flatMap(({ rows }) => rows)
}

function contentOf({ statements, ruling }: CompiledRow): string {
  return JSON.stringify([statements.map(({ id, text, criteria }) => [id, text, criteria]), ruling])
}

function groupsThatWrote(before: readonly CompiledRow[], after: readonly CompiledRow[]): number[] {
  const said = (rows: readonly CompiledRow[]) =>
    new Map(
      rows.flatMap(({ statements }) =>
        statements.map(({ id, text, criteria, groupNumber }) => [
          id,
          { words: JSON.stringify([text, criteria]), groupNumber },
        ]),
      ),
    )
  const [then, now] = [said(before), said(after)]
  const groups = [...then, ...now]
    .filter(([id]) => then.get(id)?.words !== now.get(id)?.words)
    .map(([, { groupNumber }]) => groupNumber)
  return [...new Set(groups)].sort((one, other) => one - other)
}
