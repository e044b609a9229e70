import type { RetentionPreview } from '../../../schemas/types.ts'
import { cutoff, expiryOf } from '../../domain/people/retention.ts'
import { namesUntil } from '../../domain/workshop/plan.ts'
import type { Readers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent, logReading } from '../log-event.ts'
import { erase, forgetErased } from '../people/erase-person.ts'
import { grantsByPerson } from '../people/grants-by-person.ts'
import { readSettings } from './settings.ts'

/** What would go now, by the retention times, before it goes. */
export async function previewTidying(deps: Deps, asker: Asker): Promise<RetentionPreview> {
  requireRole(asker, 'manageInstallation')
  return deps.storage.write(async (stores) => {
    const expired = await expiredIn(stores, deps.now())
    await logReading(deps, stores, asker, 'people', null)
    return expired
  })
}

/** Takes away what is not kept any longer. Gives how much of each went. */
export async function tidyUp(deps: Deps, actor: string | null): Promise<Record<string, number>> {
  const now = deps.now()
  const counts = await deps.storage.write(async (stores) => {
    const { retention } = await readSettings(stores)
    const { people } = await expiredIn(stores, now)
    let names = 0
    for (const { id } of await expiredNames(stores, now)) names += await stores.workshops.forgetNames(id)
    // People last: what hangs on them goes with them, and would not be counted as the preview counts it.
    const gone = {
      mails: await stores.mails.removeSettled(cutoff(now, retention.mailDays)),
      secrets: await stores.access.removeExpired(now.toISOString()),
      names,
      people: people.length,
    }
    for (const { id } of people) await erase(deps, stores, id, actor)
    if (gone.people + gone.mails + gone.secrets + gone.names > 0)
      await logEvent(deps, stores, actor, { kind: 'data-expired', counts: gone })
    return gone
  })
  await forgetErased(deps)
  return counts
}

async function expiredIn(stores: Readers, now: Date) {
  const { retention } = await readSettings(stores)
  const held = grantsByPerson(await stores.people.grants())
  const people = (await stores.people.list()).flatMap((person) => {
    const expiry = expiryOf({ ...person, grants: held(person.id) }, retention, now)
    return expiry ? [{ id: person.id, name: person.name, ...expiry }] : []
  })
  return {
    people,
    mails: await stores.mails.countSettled(cutoff(now, retention.mailDays)),
    secrets: await stores.access.countExpired(now.toISOString()),
    names: (await expiredNames(stores, now)).reduce((sum, workshop) => sum + workshop.names, 0),
  }
}

/** Workshops whose participants' names have done what they were for: also those that a restored backup has brought back. */
async function expiredNames({ workshops }: Readers, now: Date) {
  return (await workshops.heldNames()).filter((workshop) => namesUntil(workshop) <= now)
}
