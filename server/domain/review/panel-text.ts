import type { Change, OccupationalProfile, ReviewPart } from '../../../schemas/types.ts'
import { applyChange } from '../profile/change.ts'
import type { Hash } from '../profile/wordings.ts'
import { digestOf, divideText, type TextState } from './text.ts'
import { editorialSteps, type EditorialSteps } from './editorial.ts'

export type Revised = { readonly number: number; readonly profile: OccupationalProfile }
export type Amended = {
  readonly id: string
  readonly round: number
  readonly changes: readonly Change[]
  readonly claimsEditorial: boolean
}

/** The text under review with all that it has been: what positions and remarks are read against. */
export type PanelText = {
  readonly profile: OccupationalProfile
  readonly parts: readonly ReviewPart[]
  readonly digest: string
  readonly states: readonly TextState[]
  /** What the items of a part were, by the part's id and hash: item ids with their hashes. */
  readonly readings: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Every wording that has been under review, by its hash. */
  readonly wordings: ReadonlyMap<string, string>
  readonly kept: EditorialSteps
}

/** As what a reading of a part is known. */
export function readingKey(partId: string, hash: string): string {
  return `${partId} ${hash}`
}

/**
 * The text as it stands: its latest revision and the amendments since, in order. A round works on the revision of the same
 * number, and its amendments are made to that. `confirmed` are the ids of those that members have confirmed as editorial.
 */
export function panelText(
  revisions: readonly Revised[],
  amendments: readonly Amended[],
  confirmed: readonly string[],
  hash: Hash,
): PanelText {
  const states = statesOf(revisions, amendments, hash)
  const last = states.at(-1)
  if (!last) throw new Error('a review has a revision from its first day')
  const readings = new Map<string, ReadonlyMap<string, string>>()
  const wordings = new Map<string, string>()
  for (const { parts } of states) {
    for (const part of parts) {
      const key = readingKey(part.id, part.hash)
      if (!readings.has(key)) readings.set(key, new Map(part.items.map((item) => [item.id, item.hash])))
      for (const item of part.items) wordings.set(item.hash, item.wording)
    }
  }
  return {
    profile: last.profile,
    parts: last.parts,
    digest: digestOf(last.parts, hash),
    states,
    readings,
    wordings,
    kept: editorialSteps(states, confirmed),
  }
}

function statesOf(revisions: readonly Revised[], amendments: readonly Amended[], hash: Hash): TextState[] {
  const states: TextState[] = []
  for (const { number, profile } of revisions) {
    states.push({ profile, parts: divideText(profile, hash), amendmentId: null })
    let text = profile
    for (const { id, changes } of amendments.filter(({ round }) => round === number)) {
      text = changes.reduce(follow, text)
      states.push({ profile: text, parts: divideText(text, hash), amendmentId: id })
    }
  }
  return states
}

function follow(profile: OccupationalProfile, change: Change): OccupationalProfile {
  const next = applyChange(profile, change)
  if (!next) throw new Error(`an amendment that was kept does not fit: ${change.kind} ${change.itemId}`)
  return next
}
