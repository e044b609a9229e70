import { locale, textsFrom, type KeysOf } from './locale.ts'
import sv from './sv.json' with { type: 'json' }

/** A text's place in the catalogue of the editor. A misspelt one does not compile. */
export type TextKey = KeysOf<typeof sv>

const catalogues = { sv, en: sv }
export const { t, plural } = textsFrom<typeof sv>(catalogues)

/**
 * Fetches the reader's language where it is not Swedish; to be awaited before a text is asked for. English has the same
 * keys as Swedish, or this does not compile.
 */
export async function fetchTexts(): Promise<void> {
  if (locale() === 'en') catalogues.en = (await import('./en.json', { with: { type: 'json' } })).default
}
