import { entitled, type PanelSeat } from './seats.ts'
import type { TextState } from './text.ts'

/** What a member has said of an amendment that is claimed to be editorial. */
export type Confirmation = {
  readonly amendmentId: string
  readonly memberId: string
  readonly perspective: string
  readonly confirms: boolean
}

/** How many members it takes to confirm that an amendment is editorial, each of another perspective. */
export const ENOUGH_TO_CONFIRM = 2

/**
 * Whether an amendment is editorial: spelling, with the same meaning. It takes two members of different perspectives to
 * confirm that it is, and one to say that it is not.
 *
 * | confirmed by                      | denied by | editorial |
 * |-----------------------------------|-----------|-----------|
 * | nobody, or one                    | nobody    | no        |
 * | two of the same perspective       | nobody    | no        |
 * | two of different perspectives     | nobody    | yes       |
 * | any number                        | anybody   | no        |
 */
export function isEditorial(
  amendment: { readonly id: string; readonly claimsEditorial: boolean },
  confirmations: readonly Confirmation[],
): boolean {
  const about = confirmations.filter(({ amendmentId }) => amendmentId === amendment.id)
  if (!amendment.claimsEditorial || about.some(({ confirms }) => !confirms)) return false
  return new Set(about.map(({ perspective }) => perspective)).size >= ENOUGH_TO_CONFIRM
}

/** What counts of what members have said of amendments: it is for those who may take a position on the parts that change. */
export function countedConfirmations(
  given: readonly Omit<Confirmation, 'perspective'>[],
  seats: readonly PanelSeat[],
  states: readonly TextState[],
): Confirmation[] {
  return given.flatMap((confirmation) => {
    const parts = partsChangedBy(states, confirmation.amendmentId)
    const may = [null, ...parts].map((partId) =>
      entitled(seats, partId).find(({ id }) => id === confirmation.memberId),
    )
    const [seat] = may
    return seat && !may.includes(undefined) ? [{ ...confirmation, perspective: seat.perspective }] : []
  })
}

/** Ids of the parts that have other words since an amendment. */
export function partsChangedBy(states: readonly TextState[], amendmentId: string): string[] {
  const at = states.findIndex((state) => state.amendmentId === amendmentId)
  const former = new Map(states[at - 1]?.parts.map(({ id, hash }) => [id, hash]))
  return (states[at]?.parts ?? []).filter(({ id, hash }) => former.get(id) !== hash).map(({ id }) => id)
}

/** From which wording of an item positions are kept to which others, by item id and hash. */
export type EditorialSteps = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** The steps that the confirmed amendments are, by their ids: each item that one of them reworded, from its words before to those after. */
export function editorialSteps(states: readonly TextState[], confirmed: readonly string[]): EditorialSteps {
  const steps = new Map<string, Map<string, string[]>>()
  states.forEach(({ amendmentId, parts }, index) => {
    const before = states[index - 1]
    if (amendmentId === null || !before || !confirmed.includes(amendmentId)) return
    const former = new Map(before.parts.flatMap(({ items }) => items.map(({ id, hash }) => [id, hash])))
    for (const { id, hash } of parts.flatMap(({ items }) => items)) {
      const from = former.get(id)
      if (from === undefined || from === hash) continue
      const ofItem = steps.get(id) ?? new Map<string, string[]>()
      steps.set(id, ofItem.set(from, [...(ofItem.get(from) ?? []), hash]))
    }
  })
  return steps
}

/** Whether what was said of one wording of an item holds of another: the same, or led to by confirmed editorial changes. */
export function holdsOf(steps: EditorialSteps, itemId: string, seen: string, now: string): boolean {
  if (seen === now) return true
  const ofItem = steps.get(itemId)
  if (!ofItem) return false
  const reached = new Set([seen])
  for (const hash of reached) for (const next of ofItem.get(hash) ?? []) reached.add(next)
  return reached.has(now)
}
