import { catalogue } from '../i18n/catalogue.ts'
import en from './texts.en.json' with { type: 'json' }
import sv from './texts.sv.json' with { type: 'json' }

/** What the mails say, in both languages. */
export const mailText = catalogue(sv, en)
