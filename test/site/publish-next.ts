import type { OccupationalProfile, Ruling } from '../../schemas/types.ts'
import { THE_PROGRAM, type Deps } from '../../server/usecases/deps.ts'
import { proposePublication } from '../../server/usecases/publishing/propose-publication.ts'
import { publishEdition } from '../../server/usecases/publishing/publish-edition.ts'
import { buildDecision } from '../support/build-profile.ts'
import { draft } from '../support/published.ts'

type Ruled = (itemId: string) => Omit<Ruling, 'itemId'>

const SAME: Ruled = () => ({ equivalent: true, reason: 'Enklare ord för samma sak.' })

/** Publishes a text as the profile's next version, under the number that its changes lead to; gives that number. */
export async function publishNext(
  deps: Deps,
  profile: OccupationalProfile,
  { rule = SAME, version }: { rule?: Ruled; version?: string } = {},
): Promise<string> {
  await draft(deps, profile)
  const { slug } = profile
  const { unruled } = await proposePublication(deps, THE_PROGRAM, { slug, rulings: [] })
  const rulings = unruled.map((itemId) => ({ itemId, ...rule(itemId) }))
  const proposal = await proposePublication(deps, THE_PROGRAM, { slug, rulings })
  const edition = await publishEdition(deps, THE_PROGRAM, {
    slug,
    revision: proposal.revision,
    version: version ?? proposal.version,
    versionReason: version === undefined ? '' : 'Rådet vill markera en nystart.',
    decision: buildDecision({ decidedOn: '2026-02-20' }),
    rulings,
  })
  return edition.version
}
