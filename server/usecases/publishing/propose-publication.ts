import type { PublicationProposal, Ruling } from '../../../schemas/types.ts'
import { missingFrom } from '../../domain/profile/completeness.ts'
import { diffProfiles } from '../../domain/publishing/diff-profiles.ts'
import { proposeVersion } from '../../domain/publishing/propose-version.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor } from '../profile/find-profile.ts'
import { findDraft } from '../profile/read-draft.ts'
import { parseEdition } from './parse-edition.ts'

/** The version that would follow from the draft as it stands, with its reasons and what is left to do. Throws draft-not-found. */
export async function proposePublication(
  deps: Deps,
  asker: Asker,
  { slug, rulings }: { slug: string; rulings: readonly Ruling[] },
): Promise<PublicationProposal> {
  return deps.storage.read(async (stores) => {
    const { identity, draft } = await findDraft(stores, asker, slug, 'publish')
    const latest = await stores.editions.latest(identity.id)
    const former = latest?.version ?? null
    const changes = latest ? diffProfiles(parseEdition(latest).profile, draft.profile, rulings) : []
    const { version, level, unruled } = proposeVersion(former, changes)
    return {
      former,
      version,
      level,
      changes,
      unruled: [...unruled],
      missing: missingFrom(draft.profile),
      revision: draft.revision,
      abilities: await abilitiesFor(stores, asker, identity),
    }
  })
}
