import type { Rewording } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/review.ts'

type Following = {
  /** The version that applies now, or null. */
  readonly former: string | null
  readonly version: string
  readonly rewordings: readonly Pick<Rewording, 'ruling'>[]
}

/** Which of its numbers a version counts up from the former one. */
export function levelOf({
  former,
  version,
}: Pick<Following, 'former' | 'version'>): 'first' | 'major' | 'minor' | 'patch' {
  if (former === null) return 'first'
  const [before, after] = [former.split('.'), version.split('.')]
  if (before[0] !== after[0]) return 'major'
  return before[1] === after[1] ? 'patch' : 'minor'
}

/** Why it is that version: by what the panel has ruled, and what has come or gone besides. */
export function versionBecause({ former, version, rewordings }: Following): string {
  const unruled = rewordings.filter(({ ruling }) => ruling === null).length
  const others = rewordings.filter(({ ruling }) => ruling?.equivalent === false).length
  const level = levelOf({ former, version })
  if (level === 'major' && others > 0)
    return plural('closing.because.others', others, { former: former ?? '' })
  if (level === 'major' && unruled > 0) return plural('closing.because.unruled', unruled)
  const same = rewordings.filter(({ ruling }) => ruling?.equivalent === true).length
  if (level === 'minor' && same > 0) return plural('closing.because.same', same, { former: former ?? '' })
  return t(`closing.because.${level}`, { former: former ?? '' })
}
