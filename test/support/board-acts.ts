import fc from 'fast-check'
import * as Y from 'yjs'
import { CARD_KINDS, NEEDS, type BoardPart } from '../../server/domain/workshop/board-form.ts'
import { PHASES } from '../../server/domain/workshop/phases.ts'
import { partOf } from '../../server/board/read-board.ts'
import * as write from '../../server/board/write-on-board.ts'

/** The ids of the tests are UUIDs, like everybody's. */
export function idFor(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** One act of one hand: which, on which thing, and how. The numbers are taken modulo what there is. */
export type Act = { readonly kind: number; readonly on: number; readonly how: number; readonly text: string }

export const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.nat(19),
  on: fc.nat(30),
  how: fc.nat(30),
  text: fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '😀', 'x'), maxLength: 12 }),
})

/** Does one act as the board's own writer does it; everything that write-on-board.ts knows is among them. */
export function act(pen: write.Pen, undo: Y.UndoManager, { kind, on, how, text }: Act): void {
  const pick = (part: BoardPart): string | undefined => {
    const ids = [...partOf(pen.doc, part).keys()].sort()
    return ids.length > 0 ? ids[on % ids.length] : undefined
  }
  const own = (): string | undefined => {
    const cards = [...partOf(pen.doc, 'cards').entries()].filter(
      ([, card]) => card instanceof Y.Map && card.get('by') === pen.hand,
    )
    return cards.length > 0 ? cards[on % cards.length]?.[0] : undefined
  }
  const withText = (part: BoardPart, id: string | undefined, field: string, use: (text: Y.Text) => void) => {
    const found = id === undefined ? undefined : write.textAt(pen.doc, part, id, field)
    if (found) use(found)
  }
  const type = (found: Y.Text) =>
    pen.doc.transact(() => {
      const at = how % (found.length + 1)
      found.insert(at, text)
      if (how % 3 === 0 && found.length > 0) found.delete(Math.min(at, found.length - 1), 1)
    }, write.OWN)
  const card = pick('cards')
  const theme = pick('themes')
  const outcome = pick('outcomes')
  const criterion = pick('criteria')
  const acts: (() => unknown)[] = [
    () => write.addCard(pen, { kind: CARD_KINDS[how % 4]!, text, themeId: theme ?? null }),
    () => withText('cards', own(), 'text', type),
    () => withText('cards', own(), 'text', (found) => write.rewrite(pen, found, text)),
    () => own() && write.setCardKind(pen, own()!, CARD_KINDS[how % 4]!),
    () => card && write.putCardInTheme(pen, card, how % 3 === 0 ? null : (theme ?? null)),
    () => write.addTheme(pen, text),
    () => withText('themes', theme, 'title', type),
    () => card && write.markCard(pen, card, NEEDS[how % 4] ?? null),
    () => card && write.decideOnCard(pen, card, NEEDS[how % 4] ?? null),
    () =>
      theme &&
      write.addOutcome(pen, { themeId: theme, category: 'skills', text, cardIds: card ? [card] : [] }),
    () => withText('outcomes', outcome, 'text', type),
    () => outcome && write.setCategory(pen, outcome, 'knowledge'),
    () => outcome && write.sayDifference(pen, outcome, text),
    () => outcome && write.addCriterion(pen, outcome, text, card ? [card] : []),
    () => withText('criteria', criterion, 'text', type),
    () => outcome && card && write.useCard(pen, outcome, card, how % 2 === 0),
    () => outcome && write.putAside(pen, 'outcomes', outcome, how % 2 === 0),
    () => theme && write.moveBefore(pen, 'themes', theme, pick('themes') ?? null),
    () => write.setReady(pen, PHASES[how % 5]!, how % 2 === 0),
    () => (how % 2 === 0 ? undo.undo() : undo.redo()),
  ]
  if (how % 5 === 0) undo.stopCapturing()
  acts[kind % acts.length]!()
}
