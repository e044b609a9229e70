import type { Locale } from '../../texts.ts'

/** What a panel's minutes are made of. Names stand in it only where the person has agreed to that. */
export type PanelMinutes = {
  readonly profileTitle: string
  readonly round: number
  /** False while the minutes may still change; they have a watermark then. */
  readonly isSealed: boolean
  readonly ruleSentences: readonly string[]
  /** In order of perspective. */
  readonly composition: readonly PanelSeat[]
  /** Those that were held, in order. */
  readonly meetings: readonly HeldMeeting[]
  /** The profile's own part first, then the modules. */
  readonly parts: readonly PartOutcome[]
  readonly amendments: readonly PanelAmendment[]
  readonly remarks: readonly AnsweredRemark[]
  /** How many remarks nobody has answered yet. */
  readonly openRemarks: number
  /** Empty where no version applied before. */
  readonly rulings: readonly WordingRuling[]
  /** Null until the panel has decided. */
  readonly decision: PanelVerdict | null
  readonly dissents: readonly PanelDissent[]
  /** The version that the decision makes it, or null. */
  readonly version: string | null
  /** RFC 3339. */
  readonly printedAt: string
  /** The language of headings and explanations; what people have written stays in Swedish. */
  readonly locale: Locale
}

export type PanelSeat = {
  readonly perspective: { readonly code: string; readonly name: string }
  readonly organisation: string
  readonly part: 'member' | 'substitute' | 'observer'
  /** Null where the person has not agreed to be named. */
  readonly name: string | null
  /** For whom a substitute stands in, as it is to be printed. */
  readonly standsInFor?: string | null
  readonly recusals: readonly {
    /** Null for the whole profile. */
    readonly partTitle: string | null
    readonly reason: string
  }[]
}

export type HeldMeeting = {
  /** RFC 3339. */
  readonly startsAt: string
  readonly endsAt: string
  /** May be empty. */
  readonly place: string
  /** How many were there. */
  readonly present: number
  /** Whether each of the composition was there, row by row; null where nobody noted it. */
  readonly byRow: readonly (boolean | null)[]
}

export type PositionCounts = {
  readonly code: string
  readonly agree: number
  readonly agreeWithChange: number
  readonly disagree: number
  readonly abstain: number
  /** Those who have not taken a position. */
  readonly none: number
}

export type PartOutcome = {
  /** Empty for the profile's own part, whose title is not printed: it is called what is common to the whole. */
  readonly number: string
  readonly title: string
  readonly byPerspective: readonly PositionCounts[]
  readonly outcome: 'ready' | 'readyWithChanges' | 'notReady'
  /** How it stands, in words; may be empty. */
  readonly sentence: string
}

export type PanelAmendment = {
  /** Empty for what belongs to the whole profile. */
  readonly number: string
  /** Empty where the words are new. */
  readonly former: string
  /** Empty where the words are gone. */
  readonly wording: string
  readonly reason: string
  readonly isEditorial: boolean
}

export type AnsweredRemark = {
  /** Empty for the whole. */
  readonly number: string
  /** The author's perspective by its name; empty for those who run the panel. */
  readonly perspective: string
  readonly text: string
  /** Other words, or null. */
  readonly proposal: string | null
  readonly outcome: 'accepted' | 'changed' | 'declined'
  readonly reason: string
  /** Who answered, as a role. */
  readonly by: string
}

export type WordingRuling = {
  readonly number: string
  readonly former: string
  readonly wording: string
  readonly equivalent: boolean
  readonly reason: string
}

export type PanelVerdict = {
  readonly outcome: 'approved' | 'approvedEditorial' | 'changesRequested' | 'declined'
  /** YYYY-MM-DD. */
  readonly decidedOn: string
  readonly decidedBy: string
  readonly grounds: string
  /** When it was taken back (RFC 3339). */
  readonly recalledAt?: string | null
}

export type PanelDissent = {
  /** By its name. */
  readonly perspective: string
  /** What it is about, as it is to be printed. */
  readonly about: string
  readonly reason: string
}
