import type { EditResult, Module, ModuleLink, ModuleSource } from '../../../schemas/types.ts'
import { copyModule, linkModule } from '../../domain/module/take-module.ts'
import type { EditCommand } from '../../domain/profile/edit-draft.ts'
import { findItem, nextSiblingId } from '../../domain/profile/items.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { findEdition } from '../publishing/read-edition.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { editDraft } from './edit-draft.ts'

type TakeModule = {
  readonly slug: string
  readonly source: ModuleSource
  readonly how: 'link' | 'copy'
  readonly obligation: ModuleLink['obligation']
  readonly before: string | null
  readonly newIds?: readonly string[]
}

/**
 * Links or copies a published module into a draft. A link to the same module that is there already gives way: so a
 * link is switched to a newer version, or turned into a copy in its place. A link is to where the module is at home: to
 * another profile that is itself not linking. Throws edition-not-found, item-not-found and what editing throws.
 */
export async function takeModule(deps: Deps, asker: Asker, taken: TakeModule): Promise<EditResult> {
  const { slug, source, how, obligation, before } = taken
  const ids = [...(taken.newIds ?? [])]
  return editDraft(deps, asker, {
    slug,
    async command({ profile }, stores) {
      const module = await publishedModule(stores, source)
      const published = { source, module, obligation }
      const item =
        how === 'link' ? linkModule(published) : copyModule(published, () => ids.shift() ?? deps.newId())
      const add = (at: string | null): EditCommand => ({
        act: 'add',
        itemKind: 'module',
        item,
        place: { parentId: profile.id, before: at },
      })
      const there = findItem(profile, source.moduleId)
      if (there?.kind !== 'module' || there.item.linkedFrom?.profileSlug !== source.profileSlug)
        return [add(before)]
      return [{ act: 'remove', itemKind: 'module', itemId: source.moduleId }, add(nextSiblingId(there))]
    },
  })
}

async function publishedModule(
  stores: Readers,
  { profileSlug, version, moduleId }: ModuleSource,
): Promise<Module> {
  const stored = await findEdition(stores, profileSlug, version)
  const link = parseEdition(stored).profile.modules.find(({ module }) => module.id === moduleId)
  if (!link) throw new ProblemError('item-not-found', { itemId: moduleId })
  return link.module
}
