import type { Abilities } from '../../../schemas/types.ts'

export type Role = 'administrator'
export type Act = keyof Abilities

/** Somebody who asks: the roles of a signed-in person, none for anybody else. */
export type Viewer = { readonly roles: readonly Role[] }
export const ANYBODY: Viewer = { roles: [] }

/** Where a profile is on its way. It can be published and have a draft at the same time. */
export type ProfileState = { readonly hasDraft: boolean; readonly hasEdition: boolean }
export const NO_PROFILE: ProfileState = { hasDraft: false, hasEdition: false }

type Rule = { readonly roles: readonly Role[]; readonly when: (state: ProfileState) => boolean }

/** Who may do what, when: the one table that buttons and refusals both come from. */
const RULES: Record<Act, Rule> = {
  createProfile: { roles: ['administrator'], when: () => true },
  readHistory: { roles: ['administrator'], when: ({ hasDraft, hasEdition }) => hasDraft || hasEdition },
  explainChange: { roles: ['administrator'], when: ({ hasDraft, hasEdition }) => hasDraft || hasEdition },
  startDraft: { roles: ['administrator'], when: ({ hasDraft, hasEdition }) => hasEdition && !hasDraft },
  edit: { roles: ['administrator'], when: ({ hasDraft }) => hasDraft },
  publish: { roles: ['administrator'], when: ({ hasDraft }) => hasDraft },
  discardDraft: { roles: ['administrator'], when: ({ hasDraft }) => hasDraft },
}

/** Whether the person's roles allow an act at all, whatever the profile's state. */
export function hasRoleFor(viewer: Viewer, act: Act): boolean {
  return RULES[act].roles.some((role) => viewer.roles.includes(role))
}

/** Everything that the person may do with a profile in that state. */
export function abilitiesOn(viewer: Viewer, state: ProfileState): Abilities {
  const may = (act: Act) => hasRoleFor(viewer, act) && RULES[act].when(state)
  return {
    createProfile: may('createProfile'),
    readHistory: may('readHistory'),
    explainChange: may('explainChange'),
    startDraft: may('startDraft'),
    edit: may('edit'),
    publish: may('publish'),
    discardDraft: may('discardDraft'),
  }
}
