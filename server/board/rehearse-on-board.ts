import * as Y from 'yjs'
import type { RehearsedAct, RehearsedTurn } from '../domain/workshop/rehearsal.ts'
import { partOf } from './read-board.ts'
import {
  addCard,
  addCriterion,
  addOutcome,
  addTheme,
  decideOnCard,
  markCard,
  putCardInTheme,
  setReady,
  type Pen,
} from './write-on-board.ts'

/** A made-up participant at a board. */
export type Rehearser = { readonly seatId: string; readonly hand: string }

type Named = {
  /** The id of what is called so on this board: the same each time. */
  readonly idOf: (key: string) => string
  /** The number by which Yjs knows what a participant writes in a turn: below 2^32, and nobody else's. */
  readonly clientOf: (seatId: string, phase: string) => number
}

/**
 * Lets made-up participants write on a board, turn by turn; what is there already, whoever has changed it since, is left
 * as it is. Gives what each has written in a turn as one update; turns in which there was nothing left to do give none.
 */
export function rehearseOnBoard(
  doc: Y.Doc,
  rehearsers: readonly Rehearser[],
  turns: readonly RehearsedTurn[],
  { idOf, clientOf }: Named,
): { readonly seatId: string; readonly update: Uint8Array }[] {
  const written: { seatId: string; update: Uint8Array }[] = []
  for (const { phase, seat, acts } of turns) {
    const rehearser = rehearsers[seat]
    if (!rehearser) continue
    const { seatId, hand } = rehearser
    doc.clientID = clientOf(seatId, phase)
    const note = (update: Uint8Array) => void written.push({ seatId, update })
    doc.on('update', note)
    doc.transact(() => {
      for (const act of acts) carryOut({ doc, hand, newId: () => '' }, act, idOf)
      if (acts.length > 0) setReady({ doc, hand, newId: () => '' }, phase, true)
    })
    doc.off('update', note)
  }
  return written
}

function carryOut({ doc, hand }: Pen, act: RehearsedAct, idOf: Named['idOf']): void {
  const pen = (key: string): Pen => ({ doc, hand, newId: () => idOf(key) })
  const has = (part: Parameters<typeof partOf>[1], key: string) => partOf(doc, part).has(idOf(key))
  switch (act.act) {
    case 'card':
      if (!has('cards', act.key)) addCard(pen(act.key), act)
      return
    case 'theme':
      if (!has('themes', act.key)) addTheme(pen(act.key), act.title)
      return
    case 'sort': {
      const card = partOf(doc, 'cards').get(idOf(act.card))
      // Somebody may have sorted it elsewhere.
      if (card instanceof Y.Map && card.get('theme') === null)
        putCardInTheme(pen(act.card), idOf(act.card), idOf(act.theme))
      return
    }
    case 'mark':
      if (!partOf(doc, 'marks').has(`${idOf(act.card)}:${hand}`))
        markCard(pen(act.card), idOf(act.card), act.need)
      return
    case 'decide':
      if (!partOf(doc, 'decisions').has(idOf(act.card))) decideOnCard(pen(act.card), idOf(act.card), act.need)
      return
    case 'outcome':
      if (!has('outcomes', act.key))
        addOutcome(pen(act.key), {
          themeId: idOf(act.theme),
          category: act.category,
          text: act.text,
          cardIds: act.cards.map(idOf),
        })
      return
    case 'criterion':
      if (!has('criteria', act.key))
        addCriterion(pen(act.key), idOf(act.outcome), act.text, act.cards.map(idOf))
  }
}
