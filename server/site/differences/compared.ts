import type { Config } from '../../config.ts'
import type { Edition } from '../../../schemas/types.ts'
import type { Say } from '../say.ts'

/** What a comparison is of. */
export type Compared = {
  readonly say: Say
  readonly config: Config
  readonly slug: string
  readonly before: Edition
  readonly after: Edition
}
