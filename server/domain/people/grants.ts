import type { Role, Scope } from '../../../schemas/types.ts'
import { scopesOf } from './roles.ts'

/** A role, and how far it reaches. */
export type Grant = { readonly role: Role; readonly scope: Scope }

export const EVERYTHING: Scope = { kind: 'everything', id: null }

/** Where something is: in which profile, and in whose. */
export type Place = { readonly profileId: string | null; readonly organisationId: string | null }

/** Whether a granted role reaches that far. */
export function coveredBy({ scope }: Grant, { profileId, organisationId }: Place): boolean {
  switch (scope.kind) {
    case 'everything':
      return true
    case 'organisation':
      return organisationId !== null && organisationId === scope.id
    case 'profile':
      return profileId !== null && profileId === scope.id
  }
}

/** Whether such a grant can be at all: no administrator of a part, and a part that is named where there is one. */
export function isGrantable({ role, scope }: Grant): boolean {
  return scopesOf(role).includes(scope.kind) && (scope.kind === 'everything') === (scope.id === null)
}

export function isAdministrator(grants: readonly Grant[]): boolean {
  return grants.some(({ role }) => role === 'administrator')
}

type Held = { readonly id: string; readonly personId: string }

/**
 * Whether somebody is still administrator when these grants are gone: an installation that nobody may open is lost
 * to everybody. `administrators` are all grants of that role.
 */
export function leavesAnAdministrator(
  administrators: readonly Held[],
  isGone: (grant: Held) => boolean,
): boolean {
  return administrators.some((grant) => !isGone(grant))
}
