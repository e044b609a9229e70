import type { Account, HandedLink, ModuleSource, Reason, RegisteredPerson } from '../schemas/types.ts'
import type { EditCommand } from '../server/domain/profile/edit-draft.ts'
import type { ItemKind } from '../server/domain/profile/items.ts'
import type { Conflict } from './controllers/derive-view.ts'

/** Everything that our elements tell those around them, and with what. Names are past tense: it has happened. */
export type Events = {
  /** Words were typed in a field. */
  'wording-typed': { readonly text: string }
  'wording-left': undefined
  /** Enter in a wording: the next criterion, or with Ctrl the next outcome. */
  'wording-done': { readonly next: 'criterion' | 'outcome' }
  /** A field of an item was typed in; it is sent when the typing pauses. */
  'field-typed': {
    readonly itemKind: ItemKind
    readonly itemId: string
    readonly field: string
    readonly from: unknown
    readonly to: unknown
  }
  'field-left': undefined
  /** Something was done to the draft. `undoable` is what the page says about it, with a way back. */
  'draft-edited': { readonly command: EditCommand; readonly because?: Reason; readonly undoable?: string }
  /** The reader wants to see the easy Swedish of each wording, or no longer. */
  'easy-swedish-toggled': undefined
  /** The reader keeps their words in spite of a piece of advice. */
  'advice-kept': undefined
  'conflict-settled': {
    readonly conflict: Conflict
    readonly choice: { readonly keep: 'mine' | 'theirs' } | { readonly write: string }
  }
  /** Somebody wants to take in a module from another profile. */
  'module-wanted': undefined
  /** A published module is to be linked here, or copied and adapted. */
  'module-taken': {
    readonly source: ModuleSource
    readonly how: 'link' | 'copy'
    readonly obligation: 'mandatory' | 'optional'
    readonly before: string | null
  }
  /** Who is here, what they may, or what the installation is called is another than it was. */
  'session-changed': undefined
  /** One's own account is another than it was. */
  'account-changed': Account
  'person-changed': RegisteredPerson
  'person-erased': undefined
  /** A one-time link has been made, to be handed over. */
  'link-handed': HandedLink
}

export function fire<Name extends keyof Events>(from: EventTarget, name: Name, detail: Events[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}

declare global {
  interface HTMLElementEventMap extends EventsOnElements {}
}
type EventsOnElements = { [Name in keyof Events]: CustomEvent<Events[Name]> }
