import type { EditResult, Module, ModuleLink, ModuleSource } from '../../../schemas/types.ts'
import { copyModule, linkModule } from '../../domain/module/take-module.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'
import { findProfile, type Asker, type Deps } from '../deps.ts'
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

/** Links or copies a published module into a draft. Throws edition-not-found, item-not-found, id-taken and what editing throws. */
export async function takeModule(deps: Deps, asker: Asker, command: TakeModule): Promise<EditResult> {
  const { slug, source, how, obligation, before } = command
  const { profileId, module } = await deps.storage.read(async (stores) => ({
    profileId: (await findProfile(stores, slug)).id,
    module: await publishedModule(stores, source),
  }))
  const ids = [...(command.newIds ?? [])]
  const taken = { source, module, obligation }
  const item = how === 'link' ? linkModule(taken) : copyModule(taken, () => ids.shift() ?? deps.newId())
  const place = { parentId: profileId, before }
  return editDraft(deps, asker, { slug, command: { act: 'add', itemKind: 'module', item, place } })
}

/** The module as that version has it. A module that is itself linked there is taken from where it is at home. */
async function publishedModule(
  stores: Readers,
  { profileSlug, version, moduleId }: ModuleSource,
): Promise<Module> {
  const { id } = await findProfile(stores, profileSlug)
  const stored = await stores.editions.find(id, version)
  if (!stored) throw new ProblemError('edition-not-found', { slug: profileSlug, version })
  const link = parseEdition(stored).profile.modules.find(({ module }) => module.id === moduleId)
  if (!link) throw new ProblemError('item-not-found', { itemId: moduleId })
  return link.module
}
