import type { OccupationalProfile } from '../../../../schemas/types.ts'
import type { PrintInput } from '../../print-job.ts'
import type { Locale } from '../../texts.ts'

/** What the panel's hand-out is made of. */
export type Handout = {
  /** The text that the panel works on: the round's revision, and the amendments since. */
  readonly profile: OccupationalProfile
  readonly round: number
  /** When the round's revision was frozen (RFC 3339). */
  readonly frozenAt: string
  /** What has been amended since then, in order. Of a part as such the words are its title. */
  readonly changes: readonly ChangedItem[]
  /** The next meeting; null while none is planned. */
  readonly meeting: {
    /** RFC 3339. */
    readonly startsAt: string
    readonly endsAt: string
    /** May be empty. */
    readonly place: string
    /** Address of a video meeting; may be empty. */
    readonly video: string
  } | null
  /** How the decision is made, a sentence for each condition. */
  readonly ruleSentences: readonly string[]
  /** Where one answers: an absolute address. */
  readonly address: string
  /** When it is printed (RFC 3339); it stands on the paper and in the file. */
  readonly printedAt: string
  /** Label of the third category, as the installation has chosen. */
  readonly thirdCategory: PrintInput['thirdCategory']
  /** The language of headings and explanations; the profile's own wordings stay in Swedish. */
  readonly locale: Locale
}

export type ChangedItem = {
  /** As in the text: 4, 4.3 or 4.3 b; empty for what belongs to the profile as a whole. */
  readonly number: string
  readonly wording: string
  /** The words before, if the new ones are to be marked; empty where the item is new. */
  readonly former?: string
}
