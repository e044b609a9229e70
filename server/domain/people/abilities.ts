import type { Abilities, Role } from '../../../schemas/types.ts'
import { coveredBy, type Grant, type Place } from './grants.ts'

export type Act = keyof Abilities

/** Somebody who asks: what a signed-in person has been granted, nothing for anybody else. */
export type Viewer = { readonly grants: readonly Grant[] }
export const ANYBODY: Viewer = { grants: [] }

/** Where a profile is on its way; `absent` is also what is asked of when no profile is meant. */
export const STATUSES = ['absent', 'drafted', 'published', 'revised'] as const
export type Status = (typeof STATUSES)[number]

/** `revised`: published, with a draft of the next version. */
export function statusOf({ hasDraft, hasEdition }: { hasDraft: boolean; hasEdition: boolean }): Status {
  if (hasEdition) return hasDraft ? 'revised' : 'published'
  return hasDraft ? 'drafted' : 'absent'
}

/** What an act would be done to. */
export type Target = Place & { readonly status: Status }
export const NO_PROFILE: Target = { profileId: null, organisationId: null, status: 'absent' }

const WITH_A_DRAFT: readonly Status[] = ['drafted', 'revised']
const WITH_ANYTHING: readonly Status[] = ['drafted', 'published', 'revised']

type Rule = { readonly roles: readonly Role[]; readonly when: readonly Status[] }

/** Who may do what, when: the one table that buttons and refusals both come from. */
export const RULES: Record<Act, Rule> = {
  createProfile: { roles: ['administrator', 'editor'], when: STATUSES },
  readDraft: {
    roles: ['administrator', 'editor', 'facilitator', 'coordinator', 'steeringGroup', 'reader'],
    when: WITH_A_DRAFT,
  },
  edit: { roles: ['administrator', 'editor', 'facilitator'], when: WITH_A_DRAFT },
  startDraft: { roles: ['administrator', 'editor'], when: ['published'] },
  discardDraft: { roles: ['administrator', 'editor'], when: WITH_A_DRAFT },
  publish: { roles: ['administrator', 'coordinator'], when: WITH_A_DRAFT },
  // A workshop can be read as long as there is anything of its profile; what comes of it needs a draft to go into.
  leadWorkshops: {
    roles: ['administrator', 'editor', 'facilitator'],
    when: WITH_ANYTHING,
  },
  submitToPanel: { roles: ['administrator', 'editor', 'coordinator'], when: WITH_A_DRAFT },
  // What somebody may do in a review that has been begun depends on where it is too: domain/review/acts.ts.
  readReview: {
    roles: ['administrator', 'editor', 'facilitator', 'coordinator', 'steeringGroup'],
    when: WITH_ANYTHING,
  },
  leadPanel: { roles: ['administrator', 'coordinator'], when: WITH_ANYTHING },
  // Those who put a panel together do not approve it themselves.
  approvePanel: { roles: ['steeringGroup'], when: WITH_ANYTHING },
  settleRemarks: { roles: ['administrator', 'editor', 'coordinator'], when: WITH_ANYTHING },
  takePart: { roles: ['panelMember'], when: WITH_ANYTHING },
  // What was done stays, also when the only draft has been thrown away.
  readHistory: { roles: ['administrator', 'editor', 'facilitator', 'coordinator'], when: STATUSES },
  explainChange: { roles: ['administrator', 'editor', 'facilitator'], when: STATUSES },
  managePeople: { roles: ['administrator'], when: STATUSES },
  manageInstallation: { roles: ['administrator'], when: STATUSES },
  readLog: { roles: ['administrator'], when: STATUSES },
}
const ACTS = Object.keys(RULES) as Act[]

/** Whether the person may do this to that. */
export function may(viewer: Viewer, act: Act, target: Target): boolean {
  return RULES[act].when.includes(target.status) && reaches(viewer, act, target)
}

/** Whether the person's roles allow it there, whatever the status. */
export function reaches({ grants }: Viewer, act: Act, place: Place): boolean {
  return grants.some((grant) => RULES[act].roles.includes(grant.role) && coveredBy(grant, place))
}

/** Whether the person may do this to anything at all: what is asked at the door, before it is known what is meant. */
export function mayAnywhere({ grants }: Viewer, act: Act): boolean {
  return grants.some(({ role }) => RULES[act].roles.includes(role))
}

/** Everything that the person may do to that. */
export function abilitiesOn(viewer: Viewer, target: Target): Abilities {
  return abilities((act) => may(viewer, act, target))
}

/** Everything that the person may do where no profile is meant. */
export function abilitiesAtLarge(viewer: Viewer): Abilities {
  return abilities((act) =>
    homesOf(viewer).some((organisationId) => may(viewer, act, { ...NO_PROFILE, organisationId })),
  )
}

/** Where a new profile could belong, by what the person has been granted: to nobody in particular (null) first, then to an organisation. */
export function homesOf({ grants }: Viewer): (string | null)[] {
  const organisations = grants
    .filter(({ scope }) => scope.kind === 'organisation')
    .map(({ scope }) => scope.id)
  return [null, ...new Set(organisations)]
}

function abilities(allowed: (act: Act) => boolean): Abilities {
  const answers = ACTS.map((act) => [act, allowed(act)] as const)
  return Object.fromEntries(answers) as Record<Act, boolean>
}
