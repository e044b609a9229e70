import type { DiffChange, Edition, OccupationalProfile } from '../../schemas/types.ts'
import type { Fonts } from './fonts.ts'
import { makeStyles, type Styles } from './styles.ts'
import { tag, type Attributes, type Tag } from './tagged.ts'
import { LANGUAGES, textsIn, type Locale, type Texts } from './texts.ts'

type Printed = {
  /** The language of headings and explanations; the profile's own wordings stay in Swedish. */
  readonly locale: Locale
  /** Label of the third category, as the installation has chosen. */
  readonly thirdCategory: 'responsibilityAutonomy' | 'competences'
}

export type PrintedEdition = Printed & {
  readonly kind: 'edition'
  readonly edition: Edition
  /** SHA-256 of the stored edition, in hexadecimal. */
  readonly digest: string
  /** Where one can see whether this is still the latest version: an absolute address. */
  readonly address: string
  /** What has changed since the version before, if there is one (`diffProfiles`). */
  readonly former?: { readonly version: string; readonly changes: readonly DiffChange[] }
}

export type PrintedDraft = Printed & {
  readonly kind: 'draft'
  readonly profile: OccupationalProfile
  /** The version that the draft was started from, or null. */
  readonly basedOn: string | null
  /** When it is printed (RFC 3339); it stands on the paper and in the file. */
  readonly printedAt: string
}

export type PrintInput = PrintedEdition | PrintedDraft

/** How much of a digest stands on each page: enough to compare; the whole of it is with the decision. */
export const DIGITS_SHOWN = 16

/** What the parts of any document share. */
export type Paper = {
  readonly texts: Texts
  readonly styles: Styles
  readonly document: Tag
  /** Marks what people have written as Swedish where the document is in another language. */
  readonly wording: Attributes
}

/** All that the parts of a printed profile share. */
export type PrintJob = Paper & {
  readonly input: PrintInput
  readonly profile: OccupationalProfile
  readonly title: string
}

export function startPaper(locale: Locale, fonts: Fonts): Paper {
  return {
    texts: textsIn(locale),
    styles: makeStyles(fonts),
    document: tag('Document', undefined, { lang: LANGUAGES[locale] }),
    wording: locale === 'sv' ? {} : { lang: LANGUAGES.sv },
  }
}

export function startJob(input: PrintInput, fonts: Fonts): PrintJob {
  const paper = startPaper(input.locale, fonts)
  const profile = input.kind === 'edition' ? input.edition.profile : input.profile
  return { ...paper, input, profile, title: profile.title.trim() || paper.texts.text('untitled') }
}
