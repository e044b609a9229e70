import type {
  Decision,
  DiffChange,
  Edition,
  Missing,
  OccupationalProfile,
  PanelStanding,
  Ruling,
} from '../../../schemas/types.ts'
import { missingFrom } from '../profile/completeness.ts'
import { hashWordings, type Hash } from '../profile/wordings.ts'
import { diffProfiles } from './diff-profiles.ts'
import { proposeVersion } from './propose-version.ts'
import { compareVersions } from './semantic-version.ts'

export type Publication = {
  readonly id: string
  readonly publishedAt: string
  readonly version: string
  readonly versionReason: string
  readonly decision: Decision
  readonly rulings: readonly Ruling[]
  /** How a panel stood behind it; none where it was decided elsewhere. */
  readonly panel?: PanelStanding
}

export type FormerEdition = { readonly digest: string; readonly edition: Edition }

export type PublicationRefusal =
  | { readonly code: 'draft-incomplete'; readonly missing: readonly Missing[] }
  | { readonly code: 'version-not-later'; readonly former: string }
  /** Another version than the one that follows from the changes needs a reason. */
  | { readonly code: 'version-unexplained'; readonly proposed: string }
  /** A reworded outcome or criterion lacks its ruling. */
  | { readonly code: 'ruling-missing'; readonly unruled: readonly string[] }

export type Frozen =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly refusal: PublicationRefusal }

/** A relevance review is due every fourth year. */
const REVIEW_AFTER_YEARS = 4

/** The edition that a complete draft becomes: its whole text, the decision, the rulings, and a hash of every wording. */
export function freezeEdition(
  profile: OccupationalProfile,
  former: FormerEdition | undefined,
  publication: Publication,
  hash: Hash,
): Frozen {
  const missing = missingFrom(profile)
  if (missing.length > 0) return refuse({ code: 'draft-incomplete', missing })
  const changes = former ? diffProfiles(former.edition.profile, profile, publication.rulings) : []
  const refusal = versionRefusal(former?.edition.version ?? null, changes, publication)
  if (refusal) return refuse(refusal)
  const reworded = new Set(changes.filter(({ kind }) => kind === 'reworded').map(({ itemId }) => itemId))
  return {
    ok: true,
    edition: {
      format: 'profilverkstad-edition-1',
      id: publication.id,
      version: publication.version,
      publishedAt: publication.publishedAt,
      supersedes: former ? { version: former.edition.version, digest: former.digest } : null,
      decision: publication.decision,
      versionReason: publication.versionReason,
      rulings: publication.rulings.filter(({ itemId }) => reworded.has(itemId)),
      nextReviewDue: yearsAfter(publication.decision.decidedOn, REVIEW_AFTER_YEARS),
      wordingHashes: hashWordings(profile, hash),
      ...(publication.panel && { panel: publication.panel }),
      profile,
    },
  }
}

function versionRefusal(
  former: string | null,
  changes: readonly DiffChange[],
  { version, versionReason }: Publication,
): PublicationRefusal | undefined {
  if (former === null) return undefined // the first version may carry the number that it has been approved under
  const proposal = proposeVersion(former, changes)
  if (compareVersions(version, former) <= 0) return { code: 'version-not-later', former }
  if (proposal.unruled.length > 0) return { code: 'ruling-missing', unruled: proposal.unruled }
  if (version !== proposal.version && versionReason.trim() === '') {
    return { code: 'version-unexplained', proposed: proposal.version }
  }
  return undefined
}

/** The same day that many years later; 29 February becomes 28 February. Days as YYYY-MM-DD. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month, date] = day.split('-')
  const later = Number(year) + years
  const leap = later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0)
  return `${later}-${month}-${month === '02' && date === '29' && !leap ? '28' : date}`
}

function refuse(refusal: PublicationRefusal): Frozen {
  return { ok: false, refusal }
}
