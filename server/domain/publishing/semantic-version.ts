/** How much of a step a change asks for; `first` for an edition without a former one. */
export type VersionLevel = 'first' | 'major' | 'minor' | 'patch'

const FIRST_VERSION = '1.0.0'

function partsOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return [major, minor, patch]
}

/** Below zero when `a` is the earlier version, above when it is the later. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

/** The version that follows `former` at that level. */
export function nextVersion(former: string | null, level: VersionLevel): string {
  if (former === null || level === 'first') return FIRST_VERSION
  const [major, minor, patch] = partsOf(former)
  if (level === 'major') return `${major + 1}.0.0`
  return level === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}
