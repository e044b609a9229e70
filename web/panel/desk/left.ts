import type { MemberDesk } from '../../../schemas/types.ts'
import { minutesFor, wordsToRead } from '../../../server/domain/review/left-to-do.ts'

/** Something that is left for a member to do. */
export type Left =
  | { readonly kind: 'change'; readonly itemId: string }
  | { readonly kind: 'confirm'; readonly amendmentId: string }
  | { readonly kind: 'part'; readonly partId: string }

/** What is left, in the order in which it is best done: what one has answered on and that has changed first. */
export function leftOn(desk: Pick<MemberDesk, 'changes' | 'toConfirm' | 'unanswered'>): Left[] {
  return [
    ...desk.changes.map(({ itemId }): Left => ({ kind: 'change', itemId })),
    ...desk.toConfirm.map((amendmentId): Left => ({ kind: 'confirm', amendmentId })),
    ...desk.unanswered.map((partId): Left => ({ kind: 'part', partId })),
  ]
}

/** The part to go to from that one: the next that is not answered, else the first such; null when all are. */
export function nextPart(
  { unanswered, text }: Pick<MemberDesk, 'unanswered' | 'text'>,
  after: string,
): string | null {
  const order = text.parts.map(({ id }) => id)
  const at = order.indexOf(after)
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]
  return round.find((id) => unanswered.includes(id)) ?? null
}

/** The server's own estimate, of what is left now. */
export function minutesLeft({ changes, unanswered, text }: MemberDesk): number {
  const ofParts = unanswered.map((partId) => text.parts.find(({ id }) => id === partId)?.words ?? 0)
  const ofChanges = changes.map(wordsToRead)
  const words = [...ofParts, ...ofChanges].reduce((sum, each) => sum + each, 0)
  return minutesFor({ changes, unanswered, words })
}

/** How long one part takes to read and answer. */
export function minutesForPart(words: number): number {
  return minutesFor({ changes: [], unanswered: [''], words })
}
