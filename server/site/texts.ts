import { catalogue } from '../i18n/catalogue.ts'
import en from './texts.en.json' with { type: 'json' }
import sv from './texts.sv.json' with { type: 'json' }

/** What the public pages say, in both languages. */
export const siteText = catalogue(sv, en)
export type TextKey = Parameters<typeof siteText>[1]
