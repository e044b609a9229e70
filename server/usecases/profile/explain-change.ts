import { ProblemError } from '../../problems.ts'
import type { Asker, Deps } from '../deps.ts'
import { findProfileFor } from './find-profile.ts'

/** Says afterwards why a change was made: autosave asks for no reasons. Throws entry-not-found. */
export async function explainChange(
  deps: Deps,
  asker: Asker,
  { slug, of, text }: { slug: string; of: number; text: string },
): Promise<void> {
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    const { id } = await findProfileFor(asker, 'explainChange', stores, slug)
    const entry = await stores.log.find(of)
    if (entry?.profileId !== id) throw new ProblemError('entry-not-found', { entry: of })
    const event = { kind: 'change-explained', of, text } as const
    await stores.log.append([{ at, actor: asker.personId, profileId: id, event }])
  })
}
