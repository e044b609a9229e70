import type { Edition, EditionSummary, OccupationalProfile } from '../../../schemas/types.ts'
import type { Setup } from '../../installation.ts'
import { numberItems } from '../../domain/profile/number-items.ts'
import { staleVariants } from '../../domain/profile/text-variants.ts'
import { sha256 } from '../../seal.ts'
import { indexWords, type WordIndex } from '../explain-terms.ts'
import type { Say } from '../say.ts'

/** A published version as a page shows it: its text with numbers and anchors, and how it stands among the others. */
export type ShownEdition = {
  readonly say: Say
  readonly config: Setup
  readonly edition: Edition
  readonly digest: string
  readonly profile: OccupationalProfile
  readonly numbers: ReadonlyMap<string, string>
  readonly wordIndex: WordIndex
  /** `item field language` of the variants whose wording has changed since they were made. */
  readonly stale: ReadonlySet<string>
  /** Every version, latest first; and the one that applies now. */
  readonly versions: readonly EditionSummary[]
  readonly current: EditionSummary
  /** Whether every module is shown open, as for reading straight through. */
  readonly allOpen: boolean
  /** Of which parts there is more to tell than the decision: of a module, or of the profile itself. */
  readonly hasChain: (partId: string) => boolean
}

export type EditionToShow = Pick<
  ShownEdition,
  'say' | 'config' | 'edition' | 'digest' | 'versions' | 'current' | 'allOpen' | 'hasChain'
>

export function showEdition(given: EditionToShow): ShownEdition {
  const { profile } = given.edition
  return {
    ...given,
    profile,
    numbers: numberItems(profile),
    wordIndex: indexWords(profile.wordList),
    stale: new Set(
      staleVariants(profile, sha256).map(({ itemId, field, language }) => `${itemId} ${field} ${language}`),
    ),
  }
}

export function isSuperseded({ edition, current }: ShownEdition): boolean {
  return edition.version !== current.version
}

/** The anchor of a numbered item: 4 for a module, 4.3 for an outcome, 4.3b for a criterion. */
export function anchorOf(number: string | undefined): string {
  return (number ?? '').replace(' ', '')
}
