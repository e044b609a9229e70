import type { History, LogEntry, Reason } from '../../../schemas/types.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor, findProfileFor } from './find-profile.ts'
import type { Paging } from './list-profiles.ts'

/** Who changed what, when and why; latest first. Names are looked up now, so an erased person's changes stay without one. */
export async function readHistory(
  deps: Deps,
  asker: Asker,
  { slug, limit, page }: Paging & { slug: string },
): Promise<History> {
  return deps.storage.read(async (stores) => {
    const profile = await findProfileFor(asker, 'readHistory', stores, slug)
    const { entries, total } = await stores.log.page(profile.id, { limit, page })
    const actors = entries.map(({ actor }) => actor).filter((actor) => actor !== null)
    const names = await stores.people.names([...new Set(actors)])
    const explained = reasonsGivenLater(await stores.log.explanations(profile.id))
    return {
      entries: entries.map(({ seq, at, actor, event, because }) => ({
        seq,
        at,
        by: actor === null ? null : { id: actor, name: names.get(actor) ?? null },
        event,
        because: explained.get(seq) ?? because,
      })),
      limit,
      page,
      total,
      abilities: await abilitiesFor(stores, asker, profile),
    }
  })
}

/** What people have said afterwards about changes, by the change's number: the last word counts. */
function reasonsGivenLater(explanations: readonly LogEntry[]): ReadonlyMap<number, Reason> {
  return new Map(
    explanations.flatMap(({ event }) =>
      event.kind === 'change-explained' ? [[event.of, { kind: 'stated', text: event.text }]] : [],
    ),
  )
}
