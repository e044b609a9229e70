import type { Amendment, ReviewText, Rewording, Ruling } from '../../../schemas/types.ts'
import { findItem } from '../../domain/profile/items.ts'
import { wordingOf } from '../../domain/profile/wordings.ts'
import { diffProfiles } from '../../domain/publishing/diff-profiles.ts'
import { proposeVersion } from '../../domain/publishing/propose-version.ts'
import { betweenRounds, itemsChangedBy } from '../../domain/review/changes.ts'
import type { PanelText } from '../../domain/review/panel-text.ts'
import { rulingOn } from '../../domain/review/rulings.ts'
import { sha256 } from '../../seal.ts'
import type { Readers, StoredEdition } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { findReview, type Case } from './find-review.ts'
import { loadText, type PanelWork } from './load-panel.ts'

/** The text that the panel works on, for those who may read it. Throws review-not-found. */
export async function readText(deps: Deps, asker: Asker, reviewId: string): Promise<ReviewText> {
  return deps.storage.read(async (stores) =>
    describeText(stores, await findReview(stores, asker, reviewId, 'readText')),
  )
}

/** The text as it stands, with what has been done to it and what the panel rules of that, as the asker may see it. */
export async function describeText(stores: Readers, found: Case, loaded?: PanelWork): Promise<ReviewText> {
  const work = loaded ?? (await loadText(stores, found))
  const { rewordings, version } = await readRewordings(stores, found, work.text)
  return {
    reviewId: found.review.id,
    round: found.review.rounds.at(-1)?.number ?? 1,
    digest: work.text.digest,
    profile: work.text.profile,
    parts: [...work.text.parts],
    amendments: describeAmendments(work, found),
    betweenRounds: betweenRounds(work.text.states),
    rewordings,
    version,
  }
}

/**
 * Demands reworded since the version that applied when the panel worked, with what it rules, and the version that follows.
 */
export async function readRewordings(
  stores: Readers,
  { review }: Case,
  text: PanelText,
): Promise<{ rewordings: Rewording[]; rulings: Ruling[]; version: string }> {
  const latest = await editionBefore(stores, review)
  const equivalences = await stores.reviews.equivalences(review.id)
  if (!latest) return { rewordings: [], rulings: [], version: proposeVersion(null, []).version }
  const former = parseEdition(latest).profile
  const rewordings = diffProfiles(former, text.profile, [])
    .filter(({ kind }) => kind === 'reworded')
    .map(({ itemId, numberAfter }) => {
      const [before, after] = [findItem(former, itemId), findItem(text.profile, itemId)]
      const [was, is] = [before ? wordingOf(before) : '', after ? wordingOf(after) : '']
      const [formerHash, hash] = [sha256(was), sha256(is)]
      return {
        itemId,
        number: numberAfter ?? '',
        former: was,
        formerHash,
        wording: is,
        hash,
        ruling: rulingOn(equivalences, { itemId, formerHash, hash }, text),
      }
    })
  const rulings = rewordings.flatMap(({ itemId, ruling }) =>
    ruling ? [{ itemId, equivalent: ruling.equivalent, reason: ruling.reason }] : [],
  )
  const { version } = proposeVersion(latest.version, diffProfiles(former, text.profile, rulings))
  return { rewordings, rulings, version }
}

/** The version that the panel's text comes after: once that is published itself, the one before it. */
async function editionBefore(
  { editions }: Readers,
  { profileId, published }: Case['review'],
): Promise<StoredEdition | undefined> {
  if (published === null) return editions.latest(profileId)
  const versions = (await editions.list(profileId)).map(({ version }) => version)
  const former = versions[versions.indexOf(published) + 1]
  return former === undefined ? undefined : editions.find(profileId, former)
}

function describeAmendments(
  { text, amendments, confirmations, confirmed }: PanelWork,
  { me }: Case,
): Amendment[] {
  return amendments.map((amendment) => {
    const { reviewId: _review, by: _by, ...told } = amendment
    return {
      ...told,
      changes: [...amendment.changes],
      remarkIds: [...amendment.remarkIds],
      items: itemsChangedBy(text.states, amendment.id),
      isEditorial: confirmed.includes(amendment.id),
      confirmations: confirmations
        .filter(({ amendmentId }) => amendmentId === amendment.id)
        .map(({ perspective, confirms, memberId }) => ({
          perspective,
          confirms,
          isMine: memberId === me?.id,
        })),
    }
  })
}
