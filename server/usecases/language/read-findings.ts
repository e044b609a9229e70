import type { FindingsReport } from '../../../schemas/types.ts'
import { lintProfile } from '../../domain/language/lint-profile.ts'
import { readModule } from '../../domain/language/read-module.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor } from '../profile/find-profile.ts'
import { findDraft } from '../profile/read-draft.ts'

/** The language coach's view of a draft; it advises and never stops anyone from saving. Throws draft-not-found. */
export async function readFindings(
  deps: Deps,
  asker: Asker,
  { slug, locale }: { slug: string; locale: 'sv' | 'en' },
): Promise<FindingsReport> {
  return deps.storage.read(async (stores) => {
    const { identity, draft } = await findDraft(stores, asker, slug)
    return {
      findings: lintProfile(draft.profile, { locale }),
      modules: draft.profile.modules.map(({ module }) => readModule(module)),
      abilities: await abilitiesFor(stores, asker, identity),
    }
  })
}
