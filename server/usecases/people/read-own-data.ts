import type { PersonalData } from '../../../schemas/types.ts'
import type { Person } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import { requirePerson, requireRole, type Asker, type Deps } from '../deps.ts'
import { logReading } from '../log-event.ts'
import { describePerson } from './describe-people.ts'
import { findPerson } from './find-person.ts'
import { heldPlaces } from './held-places.ts'

/** Everything that is held about whoever asks. It is logged that it was read. */
export async function readOwnData(deps: Deps, asker: Asker): Promise<PersonalData> {
  return readData(deps, asker, requirePerson(asker))
}

/** Everything that is held about a person, for them to be given. It is logged that it was read. Throws person-not-found. */
export async function readDataOf(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<PersonalData> {
  requireRole(asker, 'managePeople')
  return readData(deps, asker, personId)
}

function readData(deps: Deps, asker: Asker, id: string): Promise<PersonalData> {
  return deps.storage.write(async (stores) => {
    const person = await findPerson(stores, id)
    await logReading(deps, stores, asker, 'everything', id)
    return {
      madeAt: deps.now().toISOString(),
      ...(await collect(stores, person, deps.now())),
      panels: await heldPlaces(stores, id, asker.personId === id),
    }
  })
}

async function collect(
  stores: Writers,
  person: Person,
  now: Date,
): Promise<Omit<PersonalData, 'madeAt' | 'panels'>> {
  const { id } = person
  return {
    person: await describePerson({ now: () => now }, stores, person),
    hasPassword: person.hasPassword,
    sessions: (await stores.access.sessions(id, now.toISOString())).map(
      ({ by, device, createdAt, lastSeenAt, expiresAt }) => ({
        by,
        device,
        createdAt,
        lastSeenAt,
        expiresAt,
      }),
    ),
    passkeys: (await stores.access.passkeys(id)).map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt,
      lastUsedAt,
    })),
    identities: (await stores.access.identities(id)).map(({ issuer, subject, connectedAt }) => ({
      issuer,
      subject,
      connectedAt,
    })),
    mails: (await stores.mails.ofPerson(id)).map(({ kind, status, createdAt, sentAt }) => ({
      kind,
      status,
      createdAt,
      sentAt,
    })),
    log: await entriesAbout(stores, id),
  }
}

/** What the log says a person has done, or had done to them: when, what kind of thing, and to which profile. */
async function entriesAbout({ log, profiles }: Writers, personId: string): Promise<PersonalData['log']> {
  const slugs = new Map((await profiles.list()).map(({ id, slug }) => [id, slug]))
  return (await log.traces(personId)).map(({ profileId, ...trace }) => ({
    ...trace,
    profile: slugs.get(profileId ?? '') ?? null,
  }))
}
