import { ProblemError } from '../../problems.ts'
import type { Asker, Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findProfileFor } from './find-profile.ts'

/** Says afterwards why a change was made: autosave asks for no reasons. Throws entry-not-found. */
export async function explainChange(
  deps: Deps,
  asker: Asker,
  { slug, of, text }: { slug: string; of: number; text: string },
): Promise<void> {
  await deps.storage.write(async (stores) => {
    const { id } = await findProfileFor(asker, 'explainChange', stores, slug)
    const entry = await stores.log.find(of)
    if (entry?.profileId !== id) throw new ProblemError('entry-not-found', { entry: of })
    await logEvent(deps, stores, asker.personId, { kind: 'change-explained', of, text }, id)
  })
}
