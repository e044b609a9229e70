import { sha256 } from '../../seal.ts'
import type { Person } from '../../storage/storage.ts'
import type { Deps } from '../deps.ts'

const MINUTE = 60_000
const LINK_LASTS = 60 * MINUTE

export type IssuedLink = { readonly token: string; readonly person: Person; readonly expiresAt: string }

/**
 * A one-time sign-in link for an administrator: the one with that name, or the first there is; registered if there
 * is none such. Only the link's hash is kept: what lies in the database opens nothing.
 */
export async function issueSignInLink(
  deps: Deps,
  { name, fallbackName }: { name?: string | undefined; fallbackName: string },
): Promise<IssuedLink> {
  const now = deps.now()
  const token = deps.newSecret()
  const expiresAt = new Date(now.getTime() + LINK_LASTS).toISOString()
  const person = await deps.storage.write(async (stores) => {
    const there = name ? await stores.people.findByName(name) : await stores.people.firstAdministrator()
    const invited: Person = there ?? {
      id: deps.newId(),
      name: name ?? fallbackName,
      email: null,
      role: 'administrator',
    }
    if (!there) await stores.people.insert({ ...invited, createdAt: now.toISOString() })
    await stores.people.insertLink({ tokenHash: sha256(token), personId: invited.id, expiresAt })
    const event = { kind: 'sign-in-link-issued', forPerson: invited.id } as const
    await stores.log.append([{ at: now.toISOString(), actor: null, profileId: null, event }])
    return invited
  })
  return { token, person, expiresAt }
}

/** Whether a link would still let somebody in; asking does not use it up. */
export async function linkIsOpen(deps: Deps, token: string): Promise<boolean> {
  return deps.storage.read((stores) => stores.people.linkIsOpen(sha256(token), deps.now().toISOString()))
}
