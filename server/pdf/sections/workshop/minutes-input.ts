import type { CardKind, Workshop } from '../../../../schemas/types.ts'
import type { Category } from '../../../domain/profile/number-items.ts'
import type { PrintInput } from '../../print-job.ts'
import type { Locale } from '../../texts.ts'

/** What the minutes of a workshop are made of. */
export type WorkshopMinutes = {
  readonly workshop: Workshop
  /** In their order. */
  readonly groups: readonly GroupMinutes[]
  /** What the compilation came to; null while nothing has been compiled. */
  readonly results: CompiledResults | null
  /** The profile's stem, that outcomes continue; may be empty. */
  readonly outcomeStem: string
  /** Label of the third category, as the installation has chosen. */
  readonly thirdCategory: PrintInput['thirdCategory']
  /** When it ended (RFC 3339): by the facilitator's word, or as its codes ran out. Null while it goes on. */
  readonly endedAt: string | null
  /** The language of headings and explanations; what people have written stays in Swedish. */
  readonly locale: Locale
}

export type GroupMinutes = {
  readonly number: number
  /** Where it sat; may be empty. */
  readonly place: string
  /** Who took part: as whom, and how many of each. Without a name it is another perspective than those listed. */
  readonly perspectives: readonly { readonly name: string; readonly count: number }[]
  /** Names of those who took part. They are printed only if the workshop says that the minutes name people. */
  readonly names: readonly string[]
  /** How many cards of each kind the group wrote, those put aside not counted. */
  readonly cards: Readonly<Record<CardKind, number>>
  readonly themes: readonly ThemeMinutes[]
  /** Texts of the cards on personal suitability that the group kept. */
  readonly suitability: readonly string[]
  /** Texts of the cards that are needed from day one, and stand behind no sentence. */
  readonly unworded: readonly string[]
  /** Texts of the cards that the group came to nothing about. */
  readonly open: readonly string[]
  /** Texts of the cards that the group put to the introduction. */
  readonly onTheJob: readonly string[]
  /** Texts of the cards that the group judged not needed. */
  readonly notNeeded: readonly string[]
}

export type ThemeMinutes = {
  readonly title: string
  readonly outcomes: readonly OutcomeMinutes[]
  /** How many cards lay in it. */
  readonly cards: number
}

export type OutcomeMinutes = {
  readonly category: Category
  /** The wording, without the stem. */
  readonly text: string
  readonly criteria: readonly string[]
}

export type CompiledResults = {
  /** Wordings that went into the draft as one group wrote them. */
  readonly taken: readonly CompiledWording[]
  /** Wordings of the draft that were made out of several. */
  readonly merged: readonly CompiledWording[]
  /** Wordings that did not go into the draft, and why. */
  readonly leftOut: readonly (CompiledWording & { readonly reason: string })[]
}

export type CompiledWording = {
  readonly text: string
  /** The numbers of the groups that it comes from. */
  readonly groups: readonly number[]
}
