import type { Missing, ModuleReading, OccupationalProfile, Problem } from '../../schemas/types.ts'
import type { Abilities, NewerModule } from '../../schemas/types.ts'
import type { Advice } from '../controllers/coach.ts'
import type { Conflict } from '../controllers/derive-view.ts'
import type { Touch } from '../controllers/session-state.ts'

/** What the parts of the editor are given: the draft as its editor sees it, and what is known about each item. */
export type EditorContext = {
  readonly profile: OccupationalProfile
  readonly numbers: ReadonlyMap<string, string>
  readonly advice: Advice
  readonly missing: readonly Missing[]
  readonly readings: ReadonlyMap<string, ModuleReading>
  readonly conflicts: readonly Conflict[]
  /** Why the server refuses what was written, by item id. */
  readonly rejected: ReadonlyMap<string, Problem>
  readonly touched: ReadonlyMap<string, Touch>
  readonly newerModules: readonly NewerModule[]
  readonly abilities: Abilities
  /** Whether the reader wants the easy Swedish of each wording below it. */
  readonly showsEasySwedish: boolean
  readonly thirdCategory: 'responsibilityAutonomy' | 'competences'
}

/** Id of the field in the page, which labels, links and focus find it by. */
export function fieldId(itemId: string, field: string): string {
  return `${field}-${itemId}`
}
