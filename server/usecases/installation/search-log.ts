import type { LogPage } from '../../../schemas/types.ts'
import type { LogSearch } from '../../storage/storage.ts'
import { ProblemError } from '../../problems.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logReading } from '../log-event.ts'
import type { Paging } from '../profile/list-profiles.ts'

/** Entries of the log, latest first, with the names that people have now. That it was read stands in it from then on. */
export async function searchLog(
  deps: Deps,
  asker: Asker,
  { limit, page, slug, ...search }: Paging & Omit<LogSearch, 'profileId'> & { slug?: string | undefined },
): Promise<LogPage> {
  requireRole(asker, 'readLog')
  requireId('person', search.personId)
  requireId('item', search.itemId)
  return deps.storage.write(async (stores) => {
    const profiles = await stores.profiles.list()
    // A profile that there is not has no entries: the search asks for nobody's.
    const profileId = slug === undefined ? undefined : (profiles.find((each) => each.slug === slug)?.id ?? '')
    const { entries, total } = await stores.log.search({ ...search, profileId }, { limit, page })
    const subjects = entries.map(({ event }) => ('forPerson' in event ? event.forPerson : null))
    const ids = [...entries.map(({ actor }) => actor), ...subjects].filter((id) => id !== null)
    const names = await stores.people.names([...new Set(ids)])
    await logReading(deps, stores, asker, 'log', search.personId ?? null)
    return {
      entries: entries.map((entry, index) => ({
        entry,
        actorName: names.get(entry.actor ?? '') ?? null,
        personName: names.get(subjects[index] ?? '') ?? null,
        profileSlug: profiles.find(({ id }) => id === entry.profileId)?.slug ?? null,
      })),
      limit,
      page,
      total,
    }
  })
}

/** That somebody takes the whole log out stands in it from then on: a pseudonym is known to those who know the person. */
export async function noteExport(deps: Deps, asker: Asker): Promise<void> {
  requireRole(asker, 'readLog')
  await deps.storage.write((stores) => logReading(deps, stores, asker, 'log', null))
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** The search itself is logged: a name or an address that somebody looks for must not get into the log by that. */
function requireId(name: 'person' | 'item', id: string | undefined): void {
  if (id === undefined || ID.test(id)) return
  throw new ProblemError('request-invalid', {}, [
    { pointer: `query:${name}`, code: 'format', detail: 'must be an id' },
  ])
}
