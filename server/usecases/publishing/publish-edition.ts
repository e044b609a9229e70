import type {
  Decision,
  EditionSummary,
  OccupationalProfile,
  PanelStanding,
  Ruling,
} from '../../../schemas/types.ts'
import { freezeEdition } from '../../domain/publishing/freeze-edition.ts'
import { faultsOf } from '../../contract.ts'
import { ProblemError } from '../../problems.ts'
import { seal, sha256 } from '../../seal.ts'
import type { StoredEdition, Writers } from '../../storage/storage.ts'
import { authorOf, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { holdDraft } from '../profile/read-draft.ts'
import { swedishDay } from '../swedish-day.ts'
import { refuseInReview } from '../review/refuse-in-review.ts'
import { parseEdition } from './parse-edition.ts'
import { summarize } from './summarize-edition.ts'

export type Publication = {
  readonly version: string
  readonly versionReason?: string
  readonly decision: Decision
  readonly rulings: readonly Ruling[]
  readonly panel?: PanelStanding
}

/**
 * Publishes the draft as a version that never changes, in one transaction: the edition comes in, the draft goes, the
 * former edition stays as it is. Throws draft-not-found, draft-changed, draft-in-review, and whatever keeps a draft from
 * being frozen.
 */
export async function publishEdition(
  deps: Deps,
  asker: Asker,
  { slug, revision, ...publication }: Publication & { slug: string; revision: number },
): Promise<EditionSummary> {
  const decidedOnPointer = '/decision/decidedOn'
  return deps.storage.write(async (stores) => {
    const { id, held } = await holdDraft(stores, asker, 'publish', { slug, revision })
    await refuseInReview(stores, { id, slug })
    const edition = await sealEdition(deps, asker, stores, held.profile, { ...publication, decidedOnPointer })
    await stores.drafts.remove(id)
    stores.afterCommit(() =>
      deps.announce({ kind: 'draft-published', slug, version: edition.version, by: authorOf(asker) }),
    )
    return summarize(edition, 'current')
  })
}

/** Freezes, seals and stores a text as the profile's next edition, and logs it. */
export async function sealEdition(
  deps: Deps,
  asker: Asker,
  stores: Writers,
  profile: OccupationalProfile,
  { decidedOnPointer, ...publication }: Publication & { decidedOnPointer: string },
): Promise<StoredEdition> {
  const now = deps.now()
  const at = now.toISOString()
  if (publication.decision.decidedOn > swedishDay(now)) {
    throw new ProblemError('request-invalid', {}, [
      { pointer: decidedOnPointer, code: 'not-yet', detail: 'must not be after today' },
    ])
  }
  const latest = await stores.editions.latest(profile.id)
  const former = latest && { digest: latest.digest, edition: parseEdition(latest) }
  const frozen = freezeEdition(
    profile,
    former,
    { versionReason: '', ...publication, id: deps.newId(), publishedAt: at },
    sha256,
  )
  if (!frozen.ok) {
    const { code, ...context } = frozen.refusal
    throw new ProblemError(code, context)
  }
  const faults = faultsOf('edition', frozen.edition)
  if (faults.length > 0) throw new Error(`a draft is not what the schema says: ${JSON.stringify(faults[0])}`)
  const sealed = { profileId: profile.id, version: frozen.edition.version, ...seal(frozen.edition) }
  if (await stores.editions.find(profile.id, sealed.version)) {
    throw new ProblemError('version-taken', { version: sealed.version })
  }
  await stores.editions.insert({ ...sealed, parsed: frozen.edition })
  const event = { kind: 'edition-published', version: sealed.version, digest: sealed.digest } as const
  await logEvent(deps, stores, asker.personId, event, profile.id)
  return sealed
}
