import * as Y from 'yjs'
import type { Board } from '../../../../../schemas/types.ts'
import { readBoard } from '../../../../../server/board/read-board.ts'
import { addCard, addOutcome, addTheme, type Pen } from '../../../../../server/board/write-on-board.ts'
import { wordingsIn, type Wording } from '../../../../../server/domain/workshop/wordings-in-theme.ts'

let ids = 0
export const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`

/** A board with a theme, a card in it and a sentence, and the hand that writes on it. */
export function boardInMemory() {
  const pen: Pen = { doc: new Y.Doc(), hand: newId(), newId }
  const themeId = addTheme(pen, 'Förflyttning')
  const cardId = addCard(pen, { kind: 'skills', text: 'Lyfta med taklyft', themeId })
  const outcomeId = addOutcome(pen, { themeId, category: 'skills', text: 'lyfta med taklyft' })
  const board = (): Board => readBoard(pen.doc)
  const wording = (id = outcomeId): Wording => {
    const found = wordingsIn(board(), themeId).find(({ outcome }) => outcome.id === id)
    if (!found) throw new Error('No such sentence.')
    return found
  }
  const criteria = () => wording().criteria.map(({ text }) => text)
  return { pen, themeId, cardId, outcomeId, board, wording, criteria }
}
