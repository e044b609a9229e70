import type { Asker, Deps } from '../../server/usecases/deps.ts'
import type * as ComposeModule from '../../server/usecases/review/compose-panel.ts'
import type * as LinkModule from '../../server/usecases/people/sign-in-link.ts'
import type * as OpenModule from '../../server/usecases/review/open-round.ts'
import type * as SubmitModule from '../../server/usecases/review/submit-draft.ts'
import { buildLargeProfile } from './build-large-profile.ts'
import { built } from './built.ts'
import { openInstallation, takeIn, theProgram } from './large-installation.ts'

export const MEMBERS = 100
/** About as much text as the examples that the product comes with: twelve modules of sixteen outcomes and criteria. */
const SIZE = { modules: 12, outcomes: 4, criteria: 3 }
export const PERSPECTIVES = [
  'employer',
  'employee',
  'industryBody',
  'tradesBoard',
  'educationProvider',
  'publicEmploymentService',
] as const

/** A review that is open, with a panel of a hundred of whom nobody has said anything; and a link for each of them. */
export async function installPanel() {
  const { dataDir, deps, letGo } = await openInstallation()
  const profile = buildLargeProfile(SIZE)
  await takeIn(deps, profile, null)
  const coordinator = await somebody('coordinator')
  const { submitDraft } = await built<typeof SubmitModule>('usecases/review/submit-draft')
  const revision = await deps.storage.read(({ drafts }) => drafts.revision(profile.id))
  const { id: reviewId } = await submitDraft(deps, coordinator, {
    slug: profile.slug,
    revision: revision ?? 0,
  })
  await seatPanel(deps, coordinator, reviewId)
  const tokens = await signInTokens(deps)
  await letGo()
  return {
    settings: { DATA_DIR: dataDir, SEED_EXAMPLES: 'no' },
    reviewId,
    tokens,
    coordinatorId: coordinator.personId,
  }
}

async function seatPanel(deps: Deps, coordinator: Asker, reviewId: string): Promise<void> {
  const { composePanel, proposeComposition, answerComposition } = await built<typeof ComposeModule>(
    'usecases/review/compose-panel',
  )
  const { openRound } = await built<typeof OpenModule>('usecases/review/open-round')
  const members = Array.from({ length: MEMBERS }, (_, index) => ({
    name: `Member ${index}`,
    email: emailOf(index),
    organisation: `Organisation ${index}`,
    perspective: PERSPECTIVES[index % PERSPECTIVES.length] ?? PERSPECTIVES[0],
    part: 'member' as const,
    substituteFor: null,
  }))
  await composePanel(deps, coordinator, { reviewId, members })
  await proposeComposition(deps, coordinator, reviewId)
  const steering = await somebody('steeringGroup')
  await answerComposition(deps, steering, { reviewId, outcome: 'approved', reason: '' })
  const round = { kind: 'ordinary', answerBy: null, text: 'panel', tellMembers: false } as const
  await openRound(deps, coordinator, { reviewId, ...round })
}

async function signInTokens(deps: Deps): Promise<string[]> {
  const { handOverLink } = await built<typeof LinkModule>('usecases/people/sign-in-link')
  const program = await theProgram()
  const tokens: string[] = []
  for (let index = 0; index < MEMBERS; index++) {
    const person = await deps.storage.read(({ people }) => people.findByEmail(emailOf(index)))
    tokens.push((await handOverLink(deps, program, { personId: person?.id ?? '' })).token)
  }
  return tokens
}

/** Who has that role, and no account: nobody reads their names here. */
async function somebody(role: 'coordinator' | 'steeringGroup'): Promise<Asker> {
  const scope = { kind: 'everything', id: null } as const
  return {
    ...(await theProgram()),
    personId: crypto.randomUUID(),
    name: role,
    viewer: { grants: [{ role, scope }] },
  }
}

function emailOf(index: number): string {
  return `member-${index}@panel.example`
}
