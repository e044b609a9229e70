import { createHash } from 'node:crypto'
import type { Edition, OccupationalProfile } from '../../schemas/types.ts'
import {
  freezeEdition,
  type FormerEdition,
  type Publication,
} from '../../server/domain/publishing/freeze-edition.ts'
import type { PrintedEdition } from '../../server/pdf/print-job.ts'
import { buildDecision, buildProfile, id } from './build-profile.ts'

export type Published = { readonly edition: Edition; readonly digest: string }

/** A profile published as a version. */
export function buildEdition(
  profile: OccupationalProfile = buildProfile(),
  given: Partial<Publication> = {},
  former?: FormerEdition,
): Published {
  const publication: Publication = {
    id: id('edition'),
    publishedAt: '2026-01-15T12:00:00Z',
    version: '1.0.0',
    versionReason: '',
    decision: buildDecision(),
    rulings: [],
    ...given,
  }
  const frozen = freezeEdition(profile, former, publication, sha256)
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.refusal))
  return { edition: frozen.edition, digest: sha256(JSON.stringify(frozen.edition)) }
}

/** An edition as it is given to the printer. */
export function toPrint(
  published: Published = buildEdition(),
  given: Partial<PrintedEdition> = {},
): PrintedEdition {
  const { edition } = published
  return {
    kind: 'edition',
    ...published,
    address: `https://profil.example/v/${edition.profile.slug}/${edition.version}`,
    locale: 'sv',
    thirdCategory: 'responsibilityAutonomy',
    ...given,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
