import type { OriginList, ProvenanceList } from '../../../schemas/types.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { findDraft } from '../profile/read-draft.ts'

/** The items of a draft that come out of workshops, and out of which. Throws draft-not-found. */
export async function listOrigins(deps: Deps, asker: Asker, { slug }: { slug: string }): Promise<OriginList> {
  return deps.storage.read(async (stores) => {
    const { identity } = await findDraft(stores, asker, slug)
    return { items: await stores.workshops.itemsWithOrigin(identity.id) }
  })
}

/** Where one item comes from: workshops, groups, cards and perspectives, never names. Empty for what was written at a desk. Throws draft-not-found. */
export async function readOrigins(
  deps: Deps,
  asker: Asker,
  { slug, itemId }: { slug: string; itemId: string },
): Promise<ProvenanceList> {
  return deps.storage.read(async (stores) => {
    const { identity } = await findDraft(stores, asker, slug)
    const { perspectives } = await readSettings(stores)
    return { items: await stores.workshops.origins(identity.id, itemId), perspectives }
  })
}
