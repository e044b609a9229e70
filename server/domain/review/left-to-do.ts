import type { ChangedField, ChangedSince, ReviewPart } from '../../../schemas/types.ts'
import { frameFieldsChanged } from './changes.ts'
import { countWords } from './count-words.ts'
import type { PanelText } from './panel-text.ts'
import { readingKey } from './panel-text.ts'
import { inOrder, standingsIn, type Standing, type Taken } from './standing.ts'

type Said = Taken & { readonly at: string; readonly round: number }

/** `seenHash` is of the words that the member answered on; null where they have answered on none of it. */
type Change = Omit<ChangedSince, 'reasons'> & { readonly seenHash: string | null }

export type LeftToDo = {
  readonly changes: readonly Change[]
  /** Parts on which the member has said nothing that stands, or said something of some items only. */
  readonly unanswered: readonly string[]
  /** Words to be read for it. */
  readonly words: number
}

/**
 * What is left for a member: words that have changed since they answered on them, and parts that they have not answered
 * on. `parts` are those on which they may take a position.
 */
export function leftToDo(
  text: PanelText,
  parts: readonly ReviewPart[],
  positions: readonly Said[],
): LeftToDo {
  const mine = inOrder(positions)
  const changes: Change[] = []
  const unanswered: string[] = []
  let words = 0
  for (const part of parts) {
    const standings = standingsIn(mine, part, text)
    if (standings.some(({ answer }) => answer === 'none')) {
      unanswered.push(part.id)
      words += part.words
      continue
    }
    standings.forEach((standing, index) => {
      const item = part.items[index]
      if (standing.answer !== 'stale' || !item) return
      const seenHash = hashSeen(text, part, item.id, standing)
      const seen = seenHash === null ? undefined : text.wordings.get(seenHash)
      const change: Change = {
        itemId: item.id,
        partId: part.id,
        kind: item.kind,
        number: item.number,
        seen: seen ?? '',
        wording: item.wording,
        hash: item.hash,
        former: seen === undefined ? null : (standing.by?.position ?? null),
        formerAt: standing.by?.at ?? null,
        formerRound: standing.by?.round ?? null,
        fields: item.kind === 'frame' ? fieldsSince(text, part, seenHash) : [],
        seenHash,
      }
      changes.push(change)
      words += wordsToRead(change)
    })
  }
  return { changes, unanswered, words }
}

/** Unhurried reading for one who is to judge each sentence, and the time that it takes to answer. */
const WORDS_A_MINUTE = 130
const MINUTES_AN_ANSWER = 0.4

/** An honest estimate, in whole minutes; nothing left takes none. */
export function minutesFor({
  words,
  changes,
  unanswered,
}: {
  readonly words: number
  readonly changes: readonly unknown[]
  readonly unanswered: readonly unknown[]
}): number {
  return Math.ceil(words / WORDS_A_MINUTE + (changes.length + unanswered.length) * MINUTES_AN_ANSWER)
}

/** Words to be read before and now; of a frame only those of the fields that have changed. */
export function wordsToRead({
  seen,
  wording,
  fields,
}: Pick<ChangedSince, 'seen' | 'wording' | 'fields'>): number {
  const words = fields.length === 0 ? [seen, wording] : fields.flatMap(({ from, to }) => [from, to])
  return words.reduce((sum, each) => sum + countWords(each), 0)
}

/** Of the words of the item that the member's answer was on; null where it did not exist then. */
function hashSeen(
  { readings }: PanelText,
  part: ReviewPart,
  itemId: string,
  { by }: Standing,
): string | null {
  if (!by) return null
  return by.scope === 'item' ? by.hash : (readings.get(readingKey(part.id, by.hash))?.get(itemId) ?? null)
}

function fieldsSince({ states }: PanelText, part: ReviewPart, seenHash: string | null): ChangedField[] {
  const now = states.at(-1)
  const then = states.findLast(({ parts }) =>
    parts.some(({ id, items }) => id === part.id && items[0]?.hash === seenHash),
  )
  return then && now ? frameFieldsChanged(then, now, part.id) : []
}
