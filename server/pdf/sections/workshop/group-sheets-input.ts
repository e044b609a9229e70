import type { Workshop } from '../../../../schemas/types.ts'
import type { Locale } from '../../texts.ts'

/** What group sheets are made of. */
export type GroupSheets = {
  readonly workshop: Workshop
  /** Where one goes and writes the code: an absolute address. */
  readonly address: string
  /** Where a group's code leads by itself, for its QR code: an absolute address. */
  readonly joinAddressOf: (code: string) => string
  /** The language of headings and explanations. */
  readonly locale: Locale
}
