import * as Y from 'yjs'
import type { CardKind, ModuleSource, Need, Phase, WordedOutcome } from '../../schemas/types.ts'
import type { BoardPart } from '../domain/workshop/board-form.ts'
import { orderOf, partOf } from './read-board.ts'

/** What one's own writing is marked with: it is what undoing takes back. */
export const OWN = Symbol('own writing')

/**
 * The two numbers by which Yjs knows one's writing. Every piece of a board carries its writer's, and a caret that is shown
 * stands at a piece: if whatever carries one's hand had the same number as what one's caret is seen in, it would be known
 * whose every card is. Where a document has only its one number, as on the server, that is used.
 */
type Numbers = { readonly ofHand: number; readonly ofCaret: number }
const numbersOf = new WeakMap<Y.Doc, Numbers>()

export function writeUnderTwoNumbers(doc: Y.Doc): void {
  numbersOf.set(doc, { ofHand: doc.clientID, ofCaret: new Y.Doc().clientID })
}

/** Says whether what is written next carries one's hand. */
export function writeNext(doc: Y.Doc, carriesHand: boolean): void {
  const numbers = numbersOf.get(doc)
  if (numbers) doc.clientID = carriesHand ? numbers.ofHand : numbers.ofCaret
}

/** Cards and marks are by a hand, and so is what is written in a card. */
export function isByHand(doc: Y.Doc, text: Y.Text): boolean {
  return text.parent?.parent === partOf(doc, 'cards')
}

/** A board being written on by one hand. Every act is one transaction, and so one step of undoing. */
export type Pen = { readonly doc: Y.Doc; readonly hand: string; readonly newId: () => string }

export function addCard(pen: Pen, card: { kind: CardKind; text: string; themeId?: string | null }): string {
  return add(pen, 'cards', {
    text: textOf(card.text),
    kind: card.kind,
    by: pen.hand,
    theme: card.themeId ?? null,
  })
}

export function setCardKind(pen: Pen, cardId: string, kind: CardKind): void {
  set(pen, 'cards', cardId, { kind })
}

/** Into a theme, last in it; null takes it out of its theme. */
export function putCardInTheme(pen: Pen, cardId: string, themeId: string | null): void {
  set(pen, 'cards', cardId, { theme: themeId, order: lastOrder(pen.doc, 'cards') + 1 })
}

export function addTheme(pen: Pen, title: string): string {
  return add(pen, 'themes', { title: textOf(title), reuse: null })
}

/** A published module that says it already is to be linked; null takes that back. */
export function reuseModule(pen: Pen, themeId: string, reuse: ModuleSource | null): void {
  set(pen, 'themes', themeId, { reuse })
}

/** What one thinks of a card; null takes the mark back. */
export function markCard(pen: Pen, cardId: string, need: Need | null): void {
  setValue(pen, 'marks', `${cardId}:${pen.hand}`, need)
}

export function decideOnCard(pen: Pen, cardId: string, need: Need | null): void {
  setValue(pen, 'decisions', cardId, need)
}

type NewOutcome = Pick<WordedOutcome, 'themeId' | 'category' | 'text'> &
  Partial<Pick<WordedOutcome, 'cardIds' | 'source'>>

export function addOutcome(
  pen: Pen,
  { themeId, category, text, cardIds = [], source = null }: NewOutcome,
): string {
  return transact(pen, () => {
    const id = add(pen, 'outcomes', { text: textOf(text), theme: themeId, category, source, differs: '' })
    for (const cardId of cardIds) useCard(pen, id, cardId, true)
    return id
  })
}

export function setCategory(pen: Pen, outcomeId: string, category: WordedOutcome['category']): void {
  set(pen, 'outcomes', outcomeId, { category })
}

/** The published outcome that it was copied from; null where it is the group's own. */
export function setSource(pen: Pen, outcomeId: string, source: WordedOutcome['source']): void {
  set(pen, 'outcomes', outcomeId, { source })
}

/** Why it is another than a published one that it resembles. */
export function sayDifference(pen: Pen, outcomeId: string, differs: string): void {
  set(pen, 'outcomes', outcomeId, { differs })
}

export function addCriterion(
  pen: Pen,
  outcomeId: string,
  text: string,
  cardIds: readonly string[] = [],
): string {
  return transact(pen, () => {
    const id = add(pen, 'criteria', { text: textOf(text), outcome: outcomeId })
    for (const cardId of cardIds) useCard(pen, id, cardId, true)
    return id
  })
}

/** Whether a card is behind a wording. */
export function useCard(pen: Pen, wordingId: string, cardId: string, isUsed: boolean): void {
  setValue(pen, 'uses', `${wordingId}:${cardId}`, isUsed)
}

/** Puts a thing aside, or back: nothing that somebody has written goes away. */
export function putAside(
  pen: Pen,
  part: 'cards' | 'themes' | 'outcomes' | 'criteria',
  id: string,
  aside: boolean,
): void {
  set(pen, part, id, { aside })
}

/** Before a thing of the same part; null puts it last. */
export function moveBefore(
  pen: Pen,
  part: 'themes' | 'outcomes' | 'criteria',
  id: string,
  beforeId: string | null,
): void {
  const orders = [...partOf(pen.doc, part).entries()]
    .filter(([each, thing]) => each !== id && thing instanceof Y.Map)
    .map(([each, thing]) => ({ id: each, order: orderOf(thing as Y.Map<unknown>) }))
    .sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1))
  const at = orders.findIndex((each) => each.id === beforeId)
  const after = at < 0 ? undefined : orders[at]
  const before = at < 0 ? orders.at(-1) : orders[at - 1]
  const order = after ? ((before?.order ?? after.order - 2) + after.order) / 2 : (before?.order ?? 0) + 1
  set(pen, part, id, { order })
}

export function setReady(pen: Pen, phase: Phase, isReady: boolean): void {
  setValue(pen, 'ready', `${phase}:${pen.hand}`, isReady)
}

/** The text of a thing, to write in letter by letter; undefined where the thing is not there. */
export function textAt(doc: Y.Doc, part: BoardPart, id: string, field = 'text'): Y.Text | undefined {
  const thing = partOf(doc, part).get(id)
  const text = thing instanceof Y.Map ? thing.get(field) : undefined
  return text instanceof Y.Text ? text : undefined
}

/** Makes a text say something else, by the smallest change at its ends and not anew: others may be writing in it. */
export function rewrite(pen: Pen, text: Y.Text, to: string): void {
  const from = text.toJSON()
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from[start] === to[start]) start += 1
  let end = 0
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  transact(pen, () => {
    writeNext(pen.doc, isByHand(pen.doc, text))
    text.delete(start, from.length - end - start)
    text.insert(start, to.slice(start, to.length - end))
  })
}

/**
 * Undoes what this hand has done in this window, and nobody else's: a thing in which others have written since stays, and
 * only one's own letters go from it.
 */
export function openUndo(doc: Y.Doc): Y.UndoManager {
  const parts: BoardPart[] = ['cards', 'themes', 'outcomes', 'criteria', 'uses', 'marks', 'decisions']
  const undoing = new Y.UndoManager(
    parts.map((part) => partOf(doc, part)),
    { trackedOrigins: new Set([OWN]), captureTimeout: 500, deleteFilter: (item) => mayUndo(doc, item) },
  )
  const note = ({ stackItem, changedParentTypes }: StackEvent): void => {
    const isTouched = (part: BoardPart) => changedParentTypes.has(partOf(doc, part))
    if (isTouched('cards') || isTouched('marks')) stackItem.meta.set(BY_HAND, true)
  }
  undoing.on('stack-item-added', note)
  undoing.on('stack-item-updated', note)
  return undoing
}

type StackEvent = {
  readonly stackItem: { readonly meta: Map<unknown, unknown> }
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>
}
const BY_HAND = Symbol('by hand')

/** Undoes or does again what lies uppermost, under the number under which it was written. */
export function unwind(undoing: Y.UndoManager, act: 'undo' | 'redo'): void {
  const stack = act === 'undo' ? undoing.undoStack : undoing.redoStack
  writeNext(undoing.doc, stack.at(-1)?.meta.get(BY_HAND) === true)
  undoing[act]()
}

/** Yjs takes away first what is in a thing, and then the thing: letters that are left in it are others'. */
function mayUndo(doc: Y.Doc, item: Y.Item): boolean {
  const thing = thingMadeWith(item)
  return !thing?._item?.parentSub || !holdsLetters(doc, thing._item.parentSub, thing)
}

/** The thing that began with that piece, or which that piece was a part of from the beginning; letters are no part. */
function thingMadeWith({ content, parent, parentSub, left }: Y.Item): Y.Map<unknown> | undefined {
  if (content instanceof Y.ContentType && content.type instanceof Y.Map) return content.type
  const isFirst = left === null && parentSub !== null && parentSub !== 'aside'
  return isFirst && parent instanceof Y.Map && parent._item ? parent : undefined
}

function holdsLetters(doc: Y.Doc, id: string, thing: Y.Map<unknown>): boolean {
  for (const text of thing.values()) if (text instanceof Y.Text && text.length > 0) return true
  // What hangs on it would be nowhere without it.
  return [partOf(doc, 'outcomes'), partOf(doc, 'criteria')].some((part) =>
    [...part].some(
      ([each, hanging]) =>
        hanging instanceof Y.Map &&
        (hanging.get('theme') === id || hanging.get('outcome') === id) &&
        holdsLetters(doc, each, hanging),
    ),
  )
}

function add(pen: Pen, part: BoardPart, fields: Readonly<Record<string, unknown>>): string {
  const id = pen.newId()
  transact(pen, () => {
    const thing = new Y.Map<unknown>()
    for (const [field, value] of Object.entries(fields)) thing.set(field, value)
    writeNext(pen.doc, part === 'cards')
    thing.set('order', lastOrder(pen.doc, part) + 1)
    partOf(pen.doc, part).set(id, thing)
  })
  return id
}

function set(pen: Pen, part: BoardPart, id: string, fields: Readonly<Record<string, unknown>>): void {
  const thing = partOf(pen.doc, part).get(id)
  if (!(thing instanceof Y.Map)) return
  transact(pen, () => {
    // Anybody moves any card.
    writeNext(pen.doc, 'kind' in fields)
    for (const [field, value] of Object.entries(fields))
      if (thing.get(field) !== value) thing.set(field, value)
  })
}

function setValue(pen: Pen, part: BoardPart, key: string, value: unknown): void {
  const values = partOf(pen.doc, part)
  if ((values.get(key) ?? null) === value) return
  transact(pen, () => {
    writeNext(pen.doc, part === 'marks' || part === 'ready')
    values.set(key, value)
  })
}

function transact<T>({ doc }: Pen, act: () => T): T {
  return doc.transact(act, OWN)
}

function textOf(text: string): Y.Text {
  return new Y.Text(text)
}

function lastOrder(doc: Y.Doc, part: BoardPart): number {
  let last = 0
  for (const thing of partOf(doc, part).values()) {
    const order = thing instanceof Y.Map ? orderOf(thing) : 0
    if (order < Number.MAX_SAFE_INTEGER && order > last) last = order
  }
  return last
}
