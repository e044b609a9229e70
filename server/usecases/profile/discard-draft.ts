import { authorOf, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { refuseInReview } from '../review/refuse-in-review.ts'
import { holdDraft } from './read-draft.ts'

/** Throws a draft away. Its last text stays in the log. Throws draft-not-found, draft-changed, draft-in-review. */
export async function discardDraft(
  deps: Deps,
  asker: Asker,
  { slug, revision }: { slug: string; revision: number },
): Promise<void> {
  await deps.storage.write(async (stores) => {
    const { id, held } = await holdDraft(stores, asker, 'discardDraft', { slug, revision })
    await refuseInReview(stores, { id, slug })
    await stores.drafts.remove(id)
    await logEvent(deps, stores, asker.personId, { kind: 'draft-discarded', profile: held.profile }, id)
    stores.afterCommit(() => deps.announce({ kind: 'draft-discarded', slug, by: authorOf(asker) }))
  })
}
