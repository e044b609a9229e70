import type { Abilities, Session } from '../../schemas/types.ts'
import type { Question } from './dialog-form.ts'
import type { Standing } from './review-watch.ts'

/** What the parts of the page are made from, and how they have something done. */
export type Desk = Standing & {
  readonly slug: string
  readonly viewer: Session
  /** On the profile. */
  readonly abilities: Abilities
  readonly hasDraft: boolean
  /** Asks something in a dialog. */
  readonly ask: (question: Question) => void
  /** Does something at once, and says so. */
  readonly act: (work: () => Promise<unknown>, said: string) => void
  readonly isBusy: boolean
  /** Shows how a part of the text stands, item by item. */
  readonly open: (partId: string) => void
}
