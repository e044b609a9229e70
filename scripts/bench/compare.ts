import type { OccupationalProfile } from '../../schemas/types.ts'
import type * as DiffModule from '../../server/domain/publishing/diff-profiles.ts'
import type * as CompareModule from '../../server/usecases/publishing/compare-editions.ts'
import { buildLargeProfile } from './build-large-profile.ts'
import { built } from './built.ts'
import { LARGE, openInstallation, readyToPublish, takeIn, theProgram } from './large-installation.ts'
import { line, type Line } from './report.ts'
import { interleave, median } from './rounds.ts'

/** The difference between two versions of a large profile. */
export async function measure(): Promise<Line[]> {
  const { diffProfiles } = await built<typeof DiffModule>('domain/publishing/diff-profiles')
  const { compareEditions } = await built<typeof CompareModule>('usecases/publishing/compare-editions')
  const [before, after] = [buildLargeProfile(LARGE), revised(buildLargeProfile(LARGE))]
  const { deps, letGo } = await openInstallation()
  await takeIn(deps, before, '1.0.0')
  await takeIn(deps, after, null)
  const { version, publish } = await readyToPublish(deps, before.slug)
  await publish()
  const asker = await theProgram()
  const { diff, same, stored } = await interleave(
    {
      diff: () => diffProfiles(before, after),
      same: () => diffProfiles(before, before),
      stored: () => compareEditions(deps, asker, { slug: before.slug, from: '1.0.0', to: version }),
    },
    { rounds: 40, warmUp: 10 },
  )
  await letGo()
  const detail = `${diffProfiles(before, after).length} changes`
  return [
    line('diff of two versions of 480 criteria', median(diff), 'ms', undefined, detail),
    line('  of a version with itself', median(same), 'ms'),
    line('  of two stored versions, as an answer', median(stored), 'ms'),
  ]
}

/** Each eighth criterion reworded, the last of each module removed, two modules in each other's place. */
function revised(profile: OccupationalProfile): OccupationalProfile {
  let count = 0
  const reword = (text: string) => (++count % 8 === 0 ? text.replace(/\.$/u, ' igen.') : text)
  const [first, second, ...others] = profile.modules.map((link) => ({
    ...link,
    module: {
      ...link.module,
      outcomes: link.module.outcomes.map((outcome, at, { length }) => ({
        ...outcome,
        criteria: outcome.criteria
          .slice(0, at === length - 1 ? -1 : undefined)
          .map((criterion) => ({ ...criterion, text: reword(criterion.text) })),
      })),
    },
  }))
  if (!first || !second) throw new Error('there are too few modules for one to move')
  return { ...profile, modules: [second, first, ...others] }
}
