import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { CompiledRow, Likeness, Statement } from '../../schemas/types.ts'
import type { MeaningReader } from '../../server/domain/workshop/resemblance/read-meaning.ts'
import { spansOf } from '../../server/domain/workshop/resemblance/spans.ts'

/** A wording with a thin line under what others say as well, and a thick one under what is the group's own. */
export function markedWording(statement: Statement, { likeness }: CompiledRow, read: MeaningReader): unknown {
  // Comparing takes a while, and pages are drawn anew at each key.
  return guard([statement, likeness], () => (likeness ? mark(statement, likeness, read) : statement.text))
}

function mark({ id, text }: Statement, likeness: Likeness, read: MeaningReader): (TemplateResult | string)[] {
  const parts: (TemplateResult | string)[] = []
  let at = 0
  for (const { start, end, kind } of spansOf({ id, text }, likeness, read)) {
    parts.push(text.slice(at, start), html`<mark class=${kind}>${text.slice(start, end)}</mark>`)
    at = end
  }
  return [...parts, text.slice(at)]
}

/** What only this statement says, in its own words. */
export function ownWords(
  { id, text }: Statement,
  { likeness }: CompiledRow,
  read: MeaningReader,
): readonly string[] {
  if (!likeness) return []
  return spansOf({ id, text }, likeness, read)
    .filter(({ kind }) => kind === 'own')
    .map(({ start, end }) => text.slice(start, end))
}
