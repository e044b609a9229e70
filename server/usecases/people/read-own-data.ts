import type { PersonalData } from '../../../schemas/types.ts'
import type { Person } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import { requirePerson, requireRole, type Asker, type Deps } from '../deps.ts'
import { describePeople } from './describe-people.ts'
import { findPerson } from './find-person.ts'
import { logReading } from './register-people.ts'

/** So many entries of the log are read at a time. */
const BATCH = 500

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
    return { madeAt: deps.now().toISOString(), ...(await collect(stores, person, deps.now())) }
  })
}

async function collect(stores: Writers, person: Person, now: Date): Promise<Omit<PersonalData, 'madeAt'>> {
  const { id } = person
  const [described] = await describePeople(stores, [person])
  if (!described) throw new Error('a person who was just found is gone')
  return {
    person: described,
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
  const found: PersonalData['log'] = []
  for (let page = 1; ; page++) {
    const { entries, total } = await log.search({ personId }, { limit: BATCH, page })
    for (const { seq, at, actor, profileId, event } of entries) {
      const profile = slugs.get(profileId ?? '') ?? null
      found.push({ seq, at, kind: event.kind, byThem: actor === personId, profile })
    }
    if (page * BATCH >= total) return found
  }
}
