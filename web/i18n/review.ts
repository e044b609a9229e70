import { textsFrom } from './locale.ts'
import en from './review.en.json' with { type: 'json' }
import sv from './review.sv.json' with { type: 'json' }

/** The texts of those who prepare, settle and lead a panel's work: they come with those pages and weigh on no other. */
export const { t, plural } = textsFrom<typeof sv>({ sv, en })
