import { locale, textsFrom, type KeysOf } from './locale.ts'
import sv from './panel.sv.json' with { type: 'json' }

const catalogues = { sv, en: sv }

/** A text's place in the catalogue of the pages for members of a panel. */
export type PanelTextKey = KeysOf<typeof sv>

/** The texts of the pages for members of a panel. */
export const { t, plural } = textsFrom<typeof sv>(catalogues)

/** Fetches the reader's language where it is not Swedish; to be awaited before a text is asked for. */
export async function fetchTexts(): Promise<void> {
  if (locale() === 'en') catalogues.en = (await import('./panel.en.json', { with: { type: 'json' } })).default
}
