import type { StoredGrant } from '../../storage/people-port.ts'

/** What each person has been granted: looked up and not searched for, since there may be tens of thousands of both. */
export function grantsByPerson(grants: readonly StoredGrant[]): (personId: string) => readonly StoredGrant[] {
  const theirs = new Map<string, StoredGrant[]>()
  for (const grant of grants) {
    const before = theirs.get(grant.personId)
    if (before) before.push(grant)
    else theirs.set(grant.personId, [grant])
  }
  return (personId) => theirs.get(personId) ?? []
}
