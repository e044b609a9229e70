import type { DiffChange } from '../../../schemas/types.ts'
import { nextVersion, type VersionLevel } from './semantic-version.ts'

export type VersionProposal = {
  readonly version: string
  readonly level: VersionLevel
  /** Reworded outcomes and criteria that nobody has ruled on; until then they count as another demand. */
  readonly unruled: readonly string[]
}

/** The version that follows from the changes since the former one: the gravest consequence decides. */
export function proposeVersion(former: string | null, changes: readonly DiffChange[]): VersionProposal {
  const level = former === null ? 'first' : gravest(changes)
  const unruled = changes
    .filter(({ kind, ruling }) => kind === 'reworded' && !ruling)
    .map(({ itemId }) => itemId)
  return { version: nextVersion(former, level), level, unruled: former === null ? [] : unruled }
}

function gravest(changes: readonly DiffChange[]): VersionLevel {
  const levels = (['major', 'minor'] as const).filter((level) =>
    changes.some(({ consequence }) => consequence === level),
  )
  return levels[0] ?? 'patch'
}
