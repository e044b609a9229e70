import { textsFrom } from './locale.ts'
import en from './people.en.json' with { type: 'json' }
import sv from './people.sv.json' with { type: 'json' }

/** The texts of one's own account and of the administration: they come with those pages and weigh on no other. */
export const { t, plural } = textsFrom<typeof sv>({ sv, en })
