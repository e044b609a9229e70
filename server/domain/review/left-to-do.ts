import type { ChangedSince, ReviewPart } from '../../../schemas/types.ts'
import type { PanelText } from './panel-text.ts'
import { readingKey } from './panel-text.ts'
import { inOrder, standingsIn, type Standing, type Taken } from './standing.ts'

type Said = Taken & { readonly at: string; readonly round: number }

export type LeftToDo = {
  readonly changes: readonly Omit<ChangedSince, 'reasons'>[]
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
  const changes: Omit<ChangedSince, 'reasons'>[] = []
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
      const seen = seenWording(text, part, item.id, standing)
      changes.push({
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
      })
      words += wordsIn(item.wording) + wordsIn(seen ?? '')
    })
  }
  return { changes, unanswered, words }
}

/** Unhurried reading for one who is to judge each sentence, and the time that it takes to answer. */
const WORDS_A_MINUTE = 130
const MINUTES_AN_ANSWER = 0.4

/** An honest estimate, in whole minutes; nothing left takes none. */
export function minutesFor({ words, changes, unanswered }: LeftToDo): number {
  return Math.ceil(words / WORDS_A_MINUTE + (changes.length + unanswered.length) * MINUTES_AN_ANSWER)
}

/** The words of the item that the member's answer was on; undefined where it did not exist then. */
function seenWording(
  text: PanelText,
  part: ReviewPart,
  itemId: string,
  { by }: Standing,
): string | undefined {
  if (!by) return undefined
  const hash = by.scope === 'item' ? by.hash : text.readings.get(readingKey(part.id, by.hash))?.get(itemId)
  return hash === undefined ? undefined : text.wordings.get(hash)
}

function wordsIn(wording: string): number {
  return wording.match(/\p{L}+/gu)?.length ?? 0
}
