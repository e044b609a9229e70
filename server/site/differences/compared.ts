import type { Setup } from '../../installation.ts'
import type { Edition } from '../../../schemas/types.ts'
import type { Say } from '../say.ts'

/** What a comparison is of. */
export type Compared = {
  readonly say: Say
  readonly config: Setup
  readonly slug: string
  readonly before: Edition
  readonly after: Edition
  /** Of which parts of the later version there is more to tell than the decision. */
  readonly hasChain: (partId: string) => boolean
}
