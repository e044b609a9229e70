import type {
  Compilation,
  CompiledRow,
  CompiledTheme,
  OccupationalProfile,
  Session,
} from '../../schemas/types.ts'
import type { MeaningReader } from '../../server/domain/workshop/resemblance/read-meaning.ts'
import type { Trouble } from '../trying.ts'
import type { Perspectives } from './known-perspectives.ts'
import type { Choice } from './row-choice.ts'

/** What the parts of the page are given: the compilation, what is known around it, and what can be done with a row. */
export type Compiling = {
  readonly compilation: Compilation
  readonly slug: string
  readonly viewer: Session
  readonly perspectives: Perspectives
  readonly read: MeaningReader
  /** The draft, as far as it has been read; null where there is none. */
  readonly draft: OccupationalProfile | null
  /** The numbers of the groups that have a column of their own; empty when groups stand below one another. */
  readonly columns: readonly number[]
  /** The row that is being decided, and what is about to be decided on it. */
  readonly openRow: CompiledRow | undefined
  readonly choice: Choice | undefined
  readonly busy: boolean
  /** What went wrong with the open row. */
  readonly trouble: Trouble | null
  /** Whether the reason for leaving it out was asked for in vain. */
  readonly lacksReason: boolean
  readonly acts: Acts
}

export type Acts = {
  readonly open: (row: CompiledRow, choice?: Choice) => void
  /** Lets go of the open row, and of what was about to be decided. */
  readonly close: () => void
  readonly choose: (choice: Choice) => void
  readonly decide: (row: CompiledRow, choice: Choice) => void
  readonly showNow: () => void
  readonly showOrigin: (itemId: string) => void
}

/** The outcome or the item of the draft that a row has become, when it still stands there. */
export function standing(
  draft: OccupationalProfile | null,
  { ruling }: CompiledRow,
): { readonly text: string; readonly criteria: readonly string[] } | undefined {
  if (!draft || !ruling?.itemId) return undefined
  const outcomes = draft.modules.flatMap(({ module }) => module.outcomes)
  const outcome = outcomes.find(({ id }) => id === ruling.itemId)
  if (outcome) return { text: outcome.text, criteria: outcome.criteria.map(({ text }) => text) }
  const item = draft.personalSuitability.find(({ id }) => id === ruling.itemId)
  return item && { text: item.text, criteria: [] }
}

/** What a theme is called: by the first group that has named it. Personal suitability has no titles, and one name. */
export function titleOf(theme: CompiledTheme, unnamed: string, suitability: string): string {
  if (theme.titles.length === 0) return suitability
  return theme.titles.find(({ title }) => title !== '')?.title ?? unnamed
}

export function decidedIn({ rows }: CompiledTheme): number {
  return rows.filter(({ ruling }) => ruling !== null).length
}
