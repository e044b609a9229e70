import type { EditResult, Reason } from '../../../schemas/types.ts'
import { editDraft as edit, type EditCommand, type EditRefusal } from '../../domain/profile/edit-draft.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'
import { authorOf, findProfile, requireRole, type Asker, type Deps } from '../deps.ts'

/**
 * The one way in which a draft changes, whoever asks and from where. Throws draft-not-found, item-not-found,
 * wording-changed, module-linked, id-taken, draft-too-large.
 */
export async function editDraft(
  deps: Deps,
  asker: Asker,
  { slug, command, because }: { slug: string; command: EditCommand; because?: Reason | undefined },
): Promise<EditResult> {
  requireRole(asker, 'edit')
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const { id } = await findProfile(stores, slug)
    const held = await stores.drafts.hold(id)
    if (!held) throw new ProblemError('draft-not-found', { slug })
    const edited = edit(held.profile, command)
    if (!edited.ok) throw await problemFrom(edited.refusal, stores, id)
    const changes = [...edited.changes]
    if (changes.length === 0) return { revision: held.revision, changes }
    const revision = await stores.drafts.save(held, edited.next, at)
    await stores.log.append(
      changes.map((event) => ({ at, actor: asker.personId, profileId: id, event, because })),
    )
    stores.afterCommit(() =>
      deps.announce({
        kind: 'draft-edited',
        slug,
        revision,
        changes,
        by: authorOf(asker),
        at,
        because: because ?? null,
      }),
    )
    return { revision, changes }
  })
}

async function problemFrom(
  { code, ...context }: EditRefusal,
  stores: Readers,
  profileId: string,
): Promise<ProblemError> {
  if (code !== 'wording-changed' || !('itemId' in context)) return new ProblemError(code, context)
  const last = await stores.log.lastAmendment(profileId, context.itemId)
  const names = await stores.people.names(last?.actor ? [last.actor] : [])
  const name = names.get(last?.actor ?? '')
  return new ProblemError(code, { ...context, changedBy: last && name ? { name, at: last.at } : null })
}
