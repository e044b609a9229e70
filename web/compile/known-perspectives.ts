import type { Perspective } from '../../schemas/types.ts'

/** What perspectives are called, by what the program calls them. */
export type Perspectives = ReadonlyMap<string, Perspective>

export function perspectivesById(perspectives: readonly Perspective[]): Perspectives {
  return new Map(perspectives.map((each) => [each.id, each]))
}
