import type { HandedLink } from '../../schemas/types.ts'

/** How somebody who has just been invited is let in: by a mail that is on its way, or by a link to hand over. */
type Welcome = 'mailed' | HandedLink

let waiting: { readonly personId: string; readonly how: Welcome } | null = null

/** Carried from the invitation to the person's page, where it is shown once: never in an address, and never stored. */
export const welcome = {
  of(personId: string, how: Welcome | null): void {
    waiting = how === null ? null : { personId, how }
  },
  take(personId: string): Welcome | null {
    const how = waiting?.personId === personId ? waiting.how : null
    waiting = null
    return how
  },
}
