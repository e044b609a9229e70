import { textsFrom } from './locale.ts'
import en from './wording.en.json' with { type: 'json' }
import sv from './wording.sv.json' with { type: 'json' }

/** The texts of a board from delimiting on: they come with those phases and weigh on no other page. */
export const { t, plural } = textsFrom<typeof sv>({ sv, en })
