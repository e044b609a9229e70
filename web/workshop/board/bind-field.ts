import type * as Y from 'yjs'
import { isByHand, OWN, writeNext } from '../../../server/board/write-on-board.ts'
import { MOST_LETTERS } from '../../../server/domain/workshop/board-form.ts'
import type { BoardSession } from './board-session.ts'
import {
  afterOthers,
  afterOwn,
  changeBetween,
  endOfInsert,
  inText,
  placeInText,
  placesOf,
  type Places,
} from './change-between.ts'

type Field = HTMLTextAreaElement | HTMLInputElement
type Session = Pick<BoardSession, 'doc' | 'undoing' | 'undo' | 'redo' | 'placeCaret'>

/**
 * Makes a field show a text of the board, and the text follow what is written in the field, letter by letter, several
 * people at once. One's own letters go at once, also those of a word that is being composed; those of others wait
 * until it is finished. The caret stays by its letter. Undoing is the board's. Gives the function that lets go; the
 * field may then be bound to another text.
 */
export function bindField(field: Field, text: Y.Text, session: Session): () => void {
  let shown = field.value
  /** Of the letters of the text while the field does not show it as it is; null while it does. */
  let places: Places | null = null
  let isComposing = false
  const ownTransactions = new WeakSet<Y.Transaction>()
  const isHere = () => (field.getRootNode() as Document).activeElement === field

  const take = () => {
    const change = changeBetween(shown, field.value, field.selectionEnd ?? field.value.length)
    if (!change) return
    const room = MOST_LETTERS - text.length + change.remove
    const own = { ...change, insert: wholeSigns(change.insert, room) }
    places ??= placesOf(text.length)
    const changes = inText(places, own)
    session.doc.transact((transaction) => {
      ownTransactions.add(transaction)
      writeNext(session.doc, isByHand(session.doc, text))
      for (const { index, remove, insert } of changes) {
        if (remove > 0) text.delete(index, remove)
        if (insert !== '') text.insert(index, insert)
      }
    }, OWN)
    places = afterOwn(places, change)
    if (own.insert !== change.insert) places = withoutRest(places, change.index, own.insert, change.insert)
    shown = field.value
    show()
  }

  /** Brings into the field what it does not show yet. `caret` is where it is to stand in the text, if not by its letter. */
  const show = (caret?: number) => {
    if (isComposing) return
    // Something was written that no event has told of yet: it is not written over.
    if (field.value !== shown) return take()
    const next = asShown(text, field)
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field
    const mapped = (place: number | null) => caret ?? placeInText(places ?? placesOf(next.length), place ?? 0)
    const [start, end] = [mapped(selectionStart), mapped(selectionEnd)]
    places = null
    shown = next
    if (field.value === next) return
    field.value = next
    if (isHere()) field.setSelectionRange(start, end, selectionDirection ?? 'none')
    field.scrollTop = scrollTop
  }

  const changed = (event: Y.YTextEvent) => {
    if (ownTransactions.has(event.transaction)) return
    const { delta } = event
    places = afterOthers(places ?? placesOf(shown.length), delta)
    // Undoing takes the caret to where it has done something.
    const caret = event.transaction.local && isHere() ? (endOfInsert(delta) ?? undefined) : undefined
    show(caret)
    tellCaret()
  }

  const tellCaret = () => {
    if (!isHere()) return
    const at = (place: number | null) => placeInText(places ?? placesOf(text.length), place ?? 0)
    const [start, end] = [at(field.selectionStart), at(field.selectionEnd)]
    const isBackward = field.selectionDirection === 'backward'
    session.placeCaret({ text, anchor: isBackward ? end : start, head: isBackward ? start : end })
  }

  const listeners: Record<string, (event: Event) => void> = {
    input() {
      take()
      tellCaret()
    },
    compositionstart: () => (isComposing = true),
    compositionend() {
      isComposing = false
      take()
      show()
    },
    beforeinput(event) {
      const { inputType } = event as InputEvent
      if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return
      event.preventDefault()
      if (inputType === 'historyUndo') session.undo()
      else session.redo()
    },
    keydown(event) {
      const act = historyKey(event as KeyboardEvent)
      if (!act) return
      event.preventDefault()
      session[act]()
    },
    focus() {
      // What is written here is not taken back together with what was written elsewhere.
      session.undoing.stopCapturing()
      tellCaret()
    },
    blur() {
      isComposing = false
      take()
      show()
      session.placeCaret(null)
    },
  }
  for (const [kind, listener] of Object.entries(listeners)) field.addEventListener(kind, listener)
  field.ownerDocument.addEventListener('selectionchange', tellCaret)
  text.observe(changed)
  field.maxLength = MOST_LETTERS
  show()
  return () => {
    isComposing = false
    take()
    text.unobserve(changed)
    field.ownerDocument.removeEventListener('selectionchange', tellCaret)
    for (const [kind, listener] of Object.entries(listeners)) field.removeEventListener(kind, listener)
    if (isHere()) session.placeCaret(null)
  }
}

/** As the field gives it back, letter for letter: fields change line ends, and those of one line have none. */
function asShown(text: Y.Text, field: Field): string {
  return text.toJSON().replace(field.tagName === 'INPUT' ? /[\r\n]/gu : /\r/gu, ' ')
}

function historyKey({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent) {
  if (isComposing || altKey || ctrlKey === metaKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' && ctrlKey && !shiftKey ? 'redo' : null
}

/** As much as there is room for, and no half sign at its end. */
function wholeSigns(insert: string, room: number): string {
  const cut = insert.slice(0, Math.max(0, room))
  return cut.length < insert.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** The field shows more than there was room for in the text: its letters have places there, and none here. */
function withoutRest(places: Places, index: number, taken: string, written: string): Places {
  return places.filter((place) => place < index + taken.length || place >= index + written.length)
}
