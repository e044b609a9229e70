import type { Part } from '../html.ts'
import type { TextKey } from '../texts.ts'

/** What is held of one kind: its columns, and a row for each of it. */
export type HeldTable = {
  readonly kind:
    | 'roles'
    | 'sessions'
    | 'passkeys'
    | 'identities'
    | 'mails'
    | 'panels'
    | 'positions'
    | 'remarks'
    | 'confirmations'
    | 'summonses'
    | 'ratings'
    | 'log'
  readonly columns: readonly TextKey[]
  readonly rows: readonly (readonly Part[])[]
}

/** Where there is nothing to say; a phone leaves the line out. */
export const NONE = '–'
