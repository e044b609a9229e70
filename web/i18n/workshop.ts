import { textsFrom } from './locale.ts'
import en from './workshop.en.json' with { type: 'json' }
import sv from './workshop.sv.json' with { type: 'json' }

/** The texts of those who lead workshops: they come with those pages and weigh on no other. */
export const { t, plural } = textsFrom<typeof sv>({ sv, en })
