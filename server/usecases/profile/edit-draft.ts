import type { Change, EditResult, OccupationalProfile, Reason } from '../../../schemas/types.ts'
import { editDraft as edit, type EditCommand, type EditRefusal } from '../../domain/profile/edit-draft.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers, StoredDraft, Writers } from '../../storage/storage.ts'
import { authorOf, type Asker, type Deps } from '../deps.ts'
import { linkHolds } from './check-link.ts'
import { holdDraft } from './read-draft.ts'

/** What is to be done to a draft: a command, or commands that depend on how it stands, all of them or none. */
type Edit = {
  readonly slug: string
  readonly command: EditCommand | ((held: StoredDraft, stores: Writers) => Promise<readonly EditCommand[]>)
  readonly because?: Reason | undefined
}

/**
 * The one way in which a draft changes, whoever asks and from where. Throws draft-not-found, item-not-found,
 * wording-changed, module-linked, module-source-not-found, id-taken, draft-too-large.
 */
export async function editDraft(
  deps: Deps,
  asker: Asker,
  { slug, command, because }: Edit,
): Promise<EditResult> {
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const { id, held } = await holdDraft(stores, asker, 'edit', { slug })
    const commands = typeof command === 'function' ? await command(held, stores) : [command]
    const { next, changes } = await carryOut(commands, held.profile, stores)
    if (changes.length === 0) return { revision: held.revision, changes }
    const revision = await stores.drafts.save(held, next, at)
    await stores.log.append(
      changes.map((event) => ({ at, actor: asker.personId, profileId: id, event, because })),
    )
    const by = authorOf(asker)
    stores.afterCommit(() =>
      deps.announce({ kind: 'draft-edited', slug, revision, changes, by, at, because: because ?? null }),
    )
    return { revision, changes }
  })
}

async function carryOut(commands: readonly EditCommand[], profile: OccupationalProfile, stores: Readers) {
  let next = profile
  const changes: Change[] = []
  for (const command of commands) {
    await refuseForgedLink(command, stores, profile)
    const edited = edit(next, command)
    if (!edited.ok) throw await problemFrom(edited.refusal, stores, profile.id)
    next = edited.next
    changes.push(...edited.changes)
  }
  return { next, changes }
}

/** What has been taken out can be put back: it was published there then, and that never changes. */
async function refuseForgedLink(
  command: EditCommand,
  stores: Readers,
  profile: OccupationalProfile,
): Promise<void> {
  if (command.act !== 'add' || !('linkedFrom' in command.item)) return
  const { linkedFrom: source, module } = command.item
  if (source === undefined || (await linkHolds(stores, command.item, profile))) return
  const { profileSlug: slug, version } = source
  throw new ProblemError('module-source-not-found', { itemId: module.id, slug, version })
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
