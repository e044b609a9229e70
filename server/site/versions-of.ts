import type { EditionSummary } from '../../schemas/types.ts'
import { ProblemError } from '../problems.ts'
import { STRANGER, type Deps } from '../usecases/deps.ts'
import { listEditions } from '../usecases/publishing/read-edition.ts'

/** A profile's versions, latest first; a profile that people can read has one at least. */
export type Versions = readonly [EditionSummary, ...EditionSummary[]]

const MOST_AT_ONCE = 100

/** Every version of a profile. Throws profile-not-found, also when none is published. */
export async function versionsOf(deps: Deps, slug: string): Promise<Versions> {
  if (!/^[a-z0-9-]+$/u.test(slug)) throw new ProblemError('profile-not-found', { slug })
  const versions: EditionSummary[] = []
  for (let page = 1, total = 1; versions.length < total; page++) {
    const list = await listEditions(deps, STRANGER, { slug, limit: MOST_AT_ONCE, page })
    versions.push(...list.editions)
    total = list.total
  }
  const [latest, ...others] = versions
  if (!latest) throw new ProblemError('profile-not-found', { slug })
  return [latest, ...others]
}

/** The version with that number. Throws edition-not-found. */
export function versionIn(versions: Versions, slug: string, version: string): EditionSummary {
  const found = versions.find((each) => each.version === version)
  if (!found) throw new ProblemError('edition-not-found', { slug, version })
  return found
}
