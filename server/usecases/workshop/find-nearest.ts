import type { NearestTexts } from '../../../schemas/types.ts'
import {
  indexPublished,
  nearestTo,
  type PublishedIndex,
  type PublishedText,
} from '../../domain/workshop/resemblance/published-index.ts'
import type { Readers, Storage } from '../../storage/storage.ts'
import type { Deps } from '../deps.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { findSeated } from './find-workshop.ts'

type NumberedText = PublishedText & { readonly moduleNumber: number }
type Kept = { readonly editions: string; readonly index: PublishedIndex<NumberedText> }

/** What is published never changes, so an index is good until something more is published. */
const kept = new WeakMap<Storage, Kept>()

/** What is published that resembles what somebody is wording, so that they see it before they write it anew. Throws not-seated. */
export async function findNearest(
  { storage }: Deps,
  { secret, text }: { secret: string | undefined; text: string },
): Promise<NearestTexts> {
  return storage.read(async (stores) => {
    const { workshop } = await findSeated(stores, secret)
    const own = await stores.profiles.findById(workshop.profileId)
    const index = await indexOf(storage, stores)
    const nearest = nearestTo(text, index, ({ profileSlug }) => profileSlug !== own?.slug)
    return {
      items: nearest.map(({ item, score, shared }) => ({
        ...item,
        score,
        shared: [...shared],
      })),
    }
  })
}

async function indexOf(storage: Storage, stores: Readers): Promise<PublishedIndex<NumberedText>> {
  const latest = []
  for (const profile of await stores.profiles.list()) {
    const [ref] = await stores.editions.list(profile.id)
    if (ref) latest.push({ profile, ...ref })
  }
  const editions = latest.map(({ digest }) => digest).join(' ')
  const there = kept.get(storage)
  if (there?.editions === editions) return there.index
  const texts: NumberedText[] = []
  for (const { profile, version } of latest) {
    const edition = await stores.editions.find(profile.id, version)
    if (edition) texts.push(...textsOf(parseEdition(edition).profile, version))
  }
  const index = indexPublished(texts)
  kept.set(storage, { editions, index })
  return index
}

function textsOf(
  { slug, title, modules }: ReturnType<typeof parseEdition>['profile'],
  version: string,
): NumberedText[] {
  return modules.flatMap(({ module, linkedFrom }, at) => {
    // A linked module is found where it is at home.
    if (linkedFrom) return []
    const place = {
      profileSlug: slug,
      profileTitle: title,
      version,
      moduleId: module.id,
      moduleTitle: module.title,
      moduleNumber: at + 1,
    }
    return [
      { ...place, itemId: module.id, itemKind: 'module' as const, text: module.title },
      ...module.outcomes.flatMap((outcome) => [
        { ...place, itemId: outcome.id, itemKind: 'outcome' as const, text: outcome.text },
        ...outcome.criteria.map(({ id, text }) => ({
          ...place,
          itemId: id,
          itemKind: 'criterion' as const,
          text,
        })),
      ]),
    ]
  })
}
