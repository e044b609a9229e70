import type { Amendment, ReviewText, Rewording, Ruling } from '../../../schemas/types.ts'
import { findItem } from '../../domain/profile/items.ts'
import { wordingOf } from '../../domain/profile/wordings.ts'
import { diffProfiles } from '../../domain/publishing/diff-profiles.ts'
import { proposeVersion } from '../../domain/publishing/propose-version.ts'
import { holdsOf } from '../../domain/review/editorial.ts'
import type { PanelText } from '../../domain/review/panel-text.ts'
import type { TextState } from '../../domain/review/text.ts'
import { sha256 } from '../../seal.ts'
import type { StoredEquivalence } from '../../storage/review-port.ts'
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

/** A ruling is of these words against those: it does not hold of others, but where members confirm that only spelling differs. */
function rulingOn(
  equivalences: readonly StoredEquivalence[],
  about: Pick<StoredEquivalence, 'itemId' | 'formerHash' | 'hash'>,
  { kept }: Pick<PanelText, 'kept'>,
): Rewording['ruling'] {
  const onFormer = equivalences.filter(
    ({ itemId, formerHash }) => itemId === about.itemId && formerHash === about.formerHash,
  )
  const found =
    onFormer.find(({ hash }) => hash === about.hash) ??
    onFormer.findLast(({ hash }) => holdsOf(kept, about.itemId, hash, about.hash))
  return found ? { equivalent: found.equivalent, reason: found.reason, at: found.at } : null
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

/** Each revision beside the one before it: what the panel was given anew, by amendments and by editors. */
function betweenRounds(states: readonly TextState[]): ReviewText['betweenRounds'] {
  const revisions = states.filter(({ amendmentId }) => amendmentId === null)
  return revisions.slice(1).map((later, index) => ({
    round: index + 2,
    items: itemsChanged(revisions[index] ?? later, later),
  }))
}

/** What an amendment did to the words, item by item. */
function itemsChangedBy(states: readonly TextState[], amendmentId: string): Amendment['items'] {
  const at = states.findIndex((state) => state.amendmentId === amendmentId)
  const [before, after] = [states[at - 1], states[at]]
  return before && after ? itemsChanged(before, after) : []
}

function itemsChanged(before: TextState, after: TextState): Amendment['items'] {
  const former = itemsOf(before)
  const now = itemsOf(after)
  const ids = [...new Set([...former.keys(), ...now.keys()])]
  return ids.flatMap((itemId) => {
    const [was, is] = [former.get(itemId), now.get(itemId)]
    const shown = is ?? was
    if (!shown || was?.item.hash === is?.item.hash) return []
    // That an item has come or gone changes its frame too, which is no news beside it.
    if (shown.item.kind === 'frame' && was?.item.wording === is?.item.wording) return []
    return [
      {
        itemId,
        partId: shown.partId,
        kind: shown.item.kind,
        number: shown.item.number,
        former: was?.item.wording ?? '',
        formerHash: was?.item.hash ?? null,
        wording: is?.item.wording ?? '',
        hash: is?.item.hash ?? null,
      },
    ]
  })
}

function itemsOf({ parts }: TextState) {
  return new Map(
    parts.flatMap((part) => part.items.map((item) => [item.id, { partId: part.id, item }] as const)),
  )
}
