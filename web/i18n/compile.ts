import en from './compile.en.json' with { type: 'json' }
import sv from './compile.sv.json' with { type: 'json' }
import { textsFrom } from './locale.ts'

/** The texts of compiling, and of where a wording comes from: they come with those pages and weigh on no other. */
export const { t, plural } = textsFrom<typeof sv>({ sv, en })
