import { catalogue } from './catalogue.ts'
import en from './en.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }

export type { Locale } from './catalogue.ts'

/** Texts of problems, imports and the command line; pages and prints have catalogues of their own. */
export const text = catalogue(sv, en)
