import type { Announcement, Draft, EditResult, Problem, Reason } from '../../schemas/types.ts'
import type { EditCommand } from '../../server/domain/profile/edit-draft.ts'
import type { View } from './derive-view.ts'
import type { Outbox, PendingEdit } from './outbox.ts'

/** What a session needs from the browser and the server; tests give it their own. */
export type SessionPorts = {
  readonly readDraft: () => Promise<Draft>
  readonly sendEdit: (command: EditCommand, because?: Reason) => Promise<EditResult>
  readonly listen: (hear: (announcement: Announcement) => void, refused: () => void) => () => void
  readonly outbox: Outbox
  /** The person who sits here; what they do in another tab is not news. */
  readonly me: string
  readonly tab: string
  readonly openTabs: ReadonlySet<string>
  readonly newKey: () => string
  readonly now: () => number
  /** Runs something later; gives the function that calls it off. */
  readonly later: (run: () => void, ms: number) => () => void
  /** What kind of no an error is: the problem, or null when no answer came. */
  readonly problemIn: (error: unknown) => Problem | null
}

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'offline'; readonly since: number; readonly count: number }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly count: number }

export type SessionState = {
  readonly draft: Draft
  readonly view: View
  readonly save: SaveState
  /** Items that somebody else has changed since the draft was opened: who did it last, and with which revision. */
  readonly touched: ReadonlyMap<string, Touch>
  /** Edits that the server refuses as they are, and why; they wait for better words. */
  readonly rejected: ReadonlyMap<string, Problem>
  /** Nobody is signed in here any more: what is written waits until this person is again. */
  readonly isSignedOut: boolean
  /** What the server has not answered for. */
  readonly unsent: readonly PendingEdit[]
  /** Set once the draft is gone: published, thrown away, or one of the two while nobody here could hear of it. */
  readonly ended:
    Extract<Announcement, { kind: 'draft-published' | 'draft-discarded' }> | { readonly kind: 'gone' } | null
}

export type Touch = { readonly name: string; readonly revision: number }
