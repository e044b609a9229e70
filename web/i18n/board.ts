import sv from './board.sv.json' with { type: 'json' }
import { locale, textsFrom } from './locale.ts'

const catalogues = { sv, en: sv }

/** The texts of a group's board, up to and including sorting, and of joining it. */
export const { t, plural } = textsFrom<typeof sv>(catalogues)

/** Fetches the reader's language where it is not Swedish; to be awaited before a text is asked for. */
export async function fetchTexts(): Promise<void> {
  if (locale() === 'en') catalogues.en = (await import('./board.en.json', { with: { type: 'json' } })).default
}
