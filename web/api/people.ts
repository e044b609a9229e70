import type {
  AmendPerson,
  GrantRole,
  HandedLink,
  InvitePerson,
  OrganisationList,
  PersonList,
  ProfileList,
  ProfileSummary,
  RegisteredOrganisation,
  RegisteredPerson,
} from '../../schemas/types.ts'
import { ask } from './http-client.ts'

export function listPeople(): Promise<PersonList> {
  return ask('GET', '/people')
}

export function invitePerson(person: InvitePerson): Promise<RegisteredPerson> {
  return ask('POST', '/people', { body: person })
}

export function readPerson(personId: string): Promise<RegisteredPerson> {
  return ask('GET', `/people/${personId}`)
}

export function amendPerson(personId: string, fields: AmendPerson): Promise<RegisteredPerson> {
  return ask('PATCH', `/people/${personId}`, { body: fields })
}

export function erasePerson(personId: string): Promise<void> {
  return ask('DELETE', `/people/${personId}`)
}

export function handOverLink(personId: string): Promise<HandedLink> {
  return ask('POST', `/people/${personId}/sign-in-links`)
}

export function mailInvitation(personId: string): Promise<void> {
  return ask('POST', `/people/${personId}/invitations`)
}

export function grantRole(personId: string, role: GrantRole): Promise<RegisteredPerson> {
  return ask('POST', `/people/${personId}/roles`, { body: role })
}

export function withdrawRole(personId: string, roleId: string): Promise<void> {
  return ask('DELETE', `/people/${personId}/roles/${roleId}`)
}

export function removeWaysIn(personId: string): Promise<void> {
  return ask('DELETE', `/people/${personId}/ways-in`)
}

export function endSessionsOf(personId: string): Promise<void> {
  return ask('DELETE', `/people/${personId}/sessions`)
}

export function listOrganisations(): Promise<OrganisationList> {
  return ask('GET', '/organisations')
}

export function createOrganisation(name: string): Promise<RegisteredOrganisation> {
  return ask('POST', '/organisations', { body: { name } })
}

export function renameOrganisation(organisationId: string, name: string): Promise<RegisteredOrganisation> {
  return ask('PATCH', `/organisations/${organisationId}`, { body: { name } })
}

export function removeOrganisation(organisationId: string): Promise<void> {
  return ask('DELETE', `/organisations/${organisationId}`)
}

export function handProfile(slug: string, organisationId: string | null): Promise<ProfileSummary> {
  return ask('PUT', `/profiles/${slug}/organisation`, { body: { organisationId } })
}

/** Every profile, whatever their number: they are chosen among. */
export async function listAllProfiles(): Promise<readonly ProfileSummary[]> {
  const found: ProfileSummary[] = []
  for (let page = 1; ; page++) {
    const { profiles, total } = await ask<ProfileList>('GET', `/profiles?limit=100&page=${page}`)
    found.push(...profiles)
    if (profiles.length === 0 || found.length >= total) return found
  }
}
