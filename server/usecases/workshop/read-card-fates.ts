import type { CardFates } from '../../../schemas/types.ts'
import { cardFates } from '../../domain/workshop/card-fates.ts'
import type { Deps } from '../deps.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { titleOf } from './describe-workshop.ts'
import { findSeated } from './find-workshop.ts'
import { boardOf } from './read-stored-board.ts'

/** What became of the cards that one has written, wherever one sat. Throws not-seated. */
export async function readCardFates(deps: Deps, secret: string | undefined): Promise<CardFates> {
  return deps.storage.read(async (stores) => {
    const { seat, workshop } = await findSeated(stores, secret)
    const profile = await stores.profiles.findById(workshop.profileId)
    const draft = profile && (await stores.drafts.find(profile.id))
    const edition = profile && (await stores.editions.latest(profile.id))
    const aftermath = {
      origins: await stores.workshops.originsIn(workshop.id),
      rulings: await stores.workshops.rulings(workshop.id),
      profile: draft?.profile ?? (edition ? parseEdition(edition).profile : null),
    }
    const cards = []
    for (const groupId of await stores.boards.writtenBy(workshop.id, seat.id))
      cards.push(...cardFates(seat.hand, await boardOf(deps, stores, groupId), aftermath))
    return {
      profileSlug: profile?.slug ?? '',
      profileTitle: profile ? await titleOf(stores, profile) : '',
      publishedVersion: edition?.version ?? null,
      cards,
    }
  })
}
