import { authorOf, type Asker, type Deps } from '../deps.ts'
import { holdDraft } from './read-draft.ts'

/** Throws a draft away. Its last text stays in the log. Throws draft-not-found, draft-changed. */
export async function discardDraft(
  deps: Deps,
  asker: Asker,
  { slug, revision }: { slug: string; revision: number },
): Promise<void> {
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    const { id, held } = await holdDraft(stores, asker, 'discardDraft', { slug, revision })
    await stores.drafts.remove(id)
    const event = { kind: 'draft-discarded', profile: held.profile } as const
    await stores.log.append([{ at, actor: asker.personId, profileId: id, event }])
    stores.afterCommit(() => deps.announce({ kind: 'draft-discarded', slug, by: authorOf(asker) }))
  })
}
