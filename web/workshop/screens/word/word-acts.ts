import type { Card, Finding, NearestText, WordedOutcome } from '../../../../schemas/types.ts'
import {
  addCriterion,
  addOutcome,
  moveBefore,
  OWN,
  putAside,
  rewrite,
  setSource,
  textAt,
  useCard,
  type Pen,
} from '../../../../server/board/write-on-board.ts'
import type { Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'

/** Several changes as one: one step of undoing, and the others see them at once. */
function atOnce<T>({ doc }: Pen, act: () => T): T {
  return doc.transact(act, OWN)
}

/** A sentence that begins with a card's words; the card is behind it. */
export function startFromCard(pen: Pen, card: Card, themeId: string): string {
  return addOutcome(pen, {
    themeId,
    category: categoryOf(card),
    text: afterStem(card.text),
    cardIds: [card.id],
  })
}

/** A sentence goes on after its stem in small letters; an abbreviation stays as it is. */
function afterStem(words: string): string {
  const text = words.trim()
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase('sv') + text.slice(1) : text
}

/** What a new sentence is most likely about. Suitability is never worded as an outcome. */
function categoryOf({ kind }: Card): WordedOutcome['category'] {
  return kind === 'suitability' ? 'skills' : kind
}

/** A criterion after that one, or last where there is none; `text` may be empty. */
export function addCriterionAfter(
  pen: Pen,
  { outcome, criteria }: Wording,
  afterId: string | null,
  { text = '', cardIds = [] }: { text?: string; cardIds?: readonly string[] } = {},
): string {
  return atOnce(pen, () => {
    const id = addCriterion(pen, outcome.id, text, cardIds)
    const at = criteria.findIndex((each) => each.id === afterId)
    const before = at < 0 ? undefined : criteria[at + 1]
    if (before) moveBefore(pen, 'criteria', id, before.id)
    return id
  })
}

/** One step up or down among its like; false at the end of the way. */
export function moveStep(
  pen: Pen,
  part: 'outcomes' | 'criteria',
  siblings: readonly { readonly id: string }[],
  id: string,
  step: -1 | 1,
): boolean {
  const at = siblings.findIndex((each) => each.id === id)
  const other = siblings[at + step]
  if (at < 0 || !other) return false
  // Down is the other's way up: to come after the last would lead past the things of other themes as well.
  if (step === -1) moveBefore(pen, part, id, other.id)
  else moveBefore(pen, part, other.id, id)
  return true
}

/** A criterion in which nothing was written is no loss. */
export function dropIfEmpty(pen: Pen, id: string): void {
  if (textAt(pen.doc, 'criteria', id)?.toJSON().trim() === '') putAside(pen, 'criteria', id, true)
}

/** Does what the coach proposes: another wording, and for two things at once a criterion after it. */
export function takeAdvice(pen: Pen, wording: Wording, { itemKind, itemId, fix }: Finding): void {
  const text = textAt(pen.doc, itemKind === 'outcome' ? 'outcomes' : 'criteria', itemId)
  const [first, ...rest] = fix?.texts ?? []
  if (!text || first === undefined) return
  const cardIds = wording.criteria.find(({ id }) => id === itemId)?.cardIds ?? []
  atOnce(pen, () => {
    rewrite(pen, text, first)
    if (itemKind !== 'criterion') return
    let after = itemId
    let { criteria } = wording
    for (const each of rest) {
      const id = addCriterionAfter(pen, { ...wording, criteria }, after, { text: each, cardIds })
      const place = criteria.findIndex((criterion) => criterion.id === after) + 1
      criteria = [...criteria.slice(0, place), { ...emptyCriterion(wording, id) }, ...criteria.slice(place)]
      after = id
    }
  })
}

function emptyCriterion({ outcome }: Wording, id: string): Wording['criteria'][number] {
  return { id, outcomeId: outcome.id, text: '', cardIds: [], isAside: false }
}

/**
 * A published wording in the place of the sentence, with where it comes from. What stood there is put aside as a
 * sentence of its own: several may have written in it, and nobody's words go away.
 */
export function copyWording(pen: Pen, { outcome }: Wording, from: NearestText): void {
  const text = textAt(pen.doc, 'outcomes', outcome.id)
  if (!text) return
  atOnce(pen, () => {
    const former = text.toJSON()
    if (former.trim() !== '') {
      const { themeId, category, cardIds } = outcome
      putAside(pen, 'outcomes', addOutcome(pen, { themeId, category, text: former, cardIds }), true)
    }
    rewrite(pen, text, from.text)
    const { profileSlug, version, itemId } = from
    setSource(pen, outcome.id, { profileSlug, version, itemId })
  })
}

/** The card is behind the wording, or no longer. */
export function toggleCard(
  pen: Pen,
  wording: { id: string; cardIds: readonly string[] },
  cardId: string,
): void {
  useCard(pen, wording.id, cardId, !wording.cardIds.includes(cardId))
}
