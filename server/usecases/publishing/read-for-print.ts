import type { DiffChange, Edition, OccupationalProfile } from '../../../schemas/types.ts'
import type { Asker, Deps } from '../deps.ts'
import { findDraft } from '../profile/read-draft.ts'
import { changesBetween } from './compare-editions.ts'
import { parseEdition } from './parse-edition.ts'
import { findEdition } from './read-edition.ts'

/** An edition with all that stands on its paper: what has changed since the version it supersedes stands there too. */
export type EditionForPrint = {
  readonly edition: Edition
  readonly digest: string
  readonly former: { readonly version: string; readonly changes: readonly DiffChange[] } | undefined
}

/** Throws profile-not-found, edition-not-found. */
export async function readEditionForPrint(
  deps: Deps,
  { slug, version }: { slug: string; version: string },
): Promise<EditionForPrint> {
  return deps.storage.read(async (stores) => {
    const stored = await findEdition(stores, slug, version)
    const edition = parseEdition(stored)
    const superseded =
      edition.supersedes && parseEdition(await findEdition(stores, slug, edition.supersedes.version))
    const former = superseded && { version: superseded.version, changes: changesBetween(superseded, edition) }
    return { edition, digest: stored.digest, former: former ?? undefined }
  })
}

/** Throws profile-not-found, draft-not-found. */
export async function readDraftForPrint(
  deps: Deps,
  asker: Asker,
  { slug }: { slug: string },
): Promise<{ profile: OccupationalProfile; basedOn: string | null }> {
  return deps.storage.read(async (stores) => {
    const { profile, basedOn } = (await findDraft(stores, asker, slug)).draft
    return { profile, basedOn }
  })
}
