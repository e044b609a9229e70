import type { OccupationalProfile } from '../../../schemas/types.ts'
import {
  countedConfirmations,
  editorialSteps,
  isEditorial,
  type Confirmation,
} from '../../domain/review/editorial.ts'
import { panelText, type PanelText } from '../../domain/review/panel-text.ts'
import { perspectivesOf } from '../../domain/review/seats.ts'
import { tallyText, type CountedPart } from '../../domain/review/tally-text.ts'
import { sha256 } from '../../seal.ts'
import type { StoredAmendment, StoredPosition, StoredRevision } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import { readSettings } from '../installation/settings.ts'
import type { Case } from './find-review.ts'

/** What the panel works on, as it stands in this reading. */
export type PanelWork = {
  readonly text: PanelText
  readonly amendments: readonly StoredAmendment[]
  readonly confirmations: readonly Confirmation[]
  /** Ids of the amendments that members have confirmed as editorial. */
  readonly confirmed: readonly string[]
}

/** The text of a review, with all that has been done to it. */
export async function loadText(
  stores: Readers,
  { review, members }: Pick<Case, 'review' | 'members'>,
): Promise<PanelWork> {
  const revisions = await stores.reviews.revisions(review.id)
  const amendments = await stores.reviews.amendments(review.id)
  const text = textFrom(revisions, amendments)
  const given = await stores.reviews.confirmations(review.id)
  const confirmations = countedConfirmations(given, members, text.states)
  const confirmed = amendments.filter((each) => isEditorial(each, confirmations)).map(({ id }) => id)
  const kept = editorialSteps(text.states, confirmed)
  return { text: { ...text, kept }, amendments, confirmations, confirmed }
}

export type Count = {
  readonly work: PanelWork
  readonly positions: readonly StoredPosition[]
  readonly counted: readonly CountedPart[]
  readonly perspectives: readonly string[]
}

/** The same, counted: who says what of which words as they stand, under the review's rule. */
export async function countPanel(stores: Readers, found: Case): Promise<Count> {
  const work = await loadText(stores, found)
  const positions = await stores.reviews.positions(found.review.id)
  const known = (await readSettings(stores)).perspectives.map(({ id }) => id)
  const perspectives = perspectivesOf(found.members, known)
  const counted = tallyText(work.text, {
    seats: found.members,
    perspectives,
    rule: found.review.rule,
    positions,
  })
  return { work, positions, counted, perspectives }
}

/** How many texts are kept divided; one of 130 items takes some hundred kilobytes. */
const KEPT = 12
const texts = new Map<string, PanelText>()

/** Revisions and amendments never change, so the same ones are always the same text: those used last are kept. */
function textFrom(revisions: readonly StoredRevision[], amendments: readonly StoredAmendment[]): PanelText {
  const key = [...revisions, ...amendments].map(({ id }) => id).join()
  const text =
    texts.get(key) ??
    panelText(
      revisions.map(({ number, document }) => ({
        number,
        profile: JSON.parse(document) as OccupationalProfile,
      })),
      amendments,
      [],
      sha256,
    )
  texts.delete(key)
  texts.set(key, text)
  for (const oldest of texts.keys()) if (texts.size > KEPT) texts.delete(oldest)
  return text
}
