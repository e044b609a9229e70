import { ProblemError } from '../../problems.ts'
import type { Asker, Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findProfileFor } from './find-profile.ts'
import { parseEdition } from '../publishing/parse-edition.ts'

/** Starts a draft from a published version: the one that applies now, or an older one to go back to. Throws edition-not-found, draft-exists. */
export async function startDraft(
  deps: Deps,
  asker: Asker,
  { slug, fromVersion }: { slug: string; fromVersion?: string },
): Promise<void> {
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    const { id } = await findProfileFor(asker, 'startDraft', stores, slug)
    const stored = fromVersion
      ? await stores.editions.find(id, fromVersion)
      : await stores.editions.latest(id)
    if (!stored) throw new ProblemError('edition-not-found', { slug, version: fromVersion ?? null })
    if ((await stores.drafts.revision(id)) !== undefined) throw new ProblemError('draft-exists', { slug })
    await stores.drafts.insert({
      profile: parseEdition(stored).profile,
      basedOn: stored.version,
      changedAt: at,
    })
    await logEvent(deps, stores, asker.personId, { kind: 'draft-started', basedOn: stored.version }, id)
  })
}
