import * as Y from 'yjs'
import { addOutcome, openUndo, OWN, textAt } from '../../../../server/board/write-on-board.ts'
import { bindField } from '../../../../web/workshop/board/bind-field.ts'

/** As much of a text area as a field needs, for there is no browser here. */
class TextArea extends EventTarget {
  tagName = 'TEXTAREA'
  selectionStart = 0
  selectionEnd = 0
  selectionDirection = 'none'
  scrollTop = 0
  maxLength = -1
  isActive = true
  readonly ownerDocument = new EventTarget()
  #value = ''

  get value(): string {
    return this.#value
  }

  set value(value: string) {
    this.#value = value
    this.selectionStart = this.selectionEnd = value.length
  }

  getRootNode = () => ({ activeElement: this.isActive ? this : null })

  setSelectionRange(start: number, end: number): void {
    ;[this.selectionStart, this.selectionEnd] = [start, end]
  }

  /** Somebody writes: what is chosen is replaced, and the caret stands after it. */
  write(letters: string, from = this.selectionStart, to = this.selectionEnd): void {
    this.#value = this.#value.slice(0, from) + letters + this.#value.slice(to)
    this.setSelectionRange(from + letters.length, from + letters.length)
    this.tell('input')
  }

  tell(kind: string, about: object = {}): boolean {
    return this.dispatchEvent(Object.assign(new Event(kind, { cancelable: true }), about))
  }

  /** The value with the caret in it. */
  get shown(): string {
    return `${this.value.slice(0, this.selectionStart)}|${this.value.slice(this.selectionStart)}`
  }
}

const THEME = '00000000-0000-4000-8000-000000000000'
function setUp(start: string) {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update, 'line'))
  const hand = THEME
  const id = addOutcome(
    { doc, hand, newId: () => 'the-outcome' },
    { themeId: THEME, category: 'skills', text: start },
  )
  const [text, otherText] = [textAt(doc, 'outcomes', id)!, textAt(other, 'outcomes', id)!]
  const undoing = openUndo(doc)
  const carets: unknown[] = []
  const session = {
    doc,
    undoing,
    undo: () => void undoing.undo(),
    redo: () => void undoing.redo(),
    placeCaret: (caret: { anchor: number; head: number } | null) =>
      void carets.push(caret && [caret.anchor, caret.head]),
  }
  const field = new TextArea()
  const bind = () => bindField(field as unknown as HTMLTextAreaElement, text, session)
  const stop = bind()
  /** Somebody else writes, and it comes here. */
  const others = (write: (text: Y.Text) => void) => {
    write(otherText)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'line')
  }
  return { doc, text, field, others, stop, bind, carets, undoing }
}

test('what is written in the field stands in the text, letter by letter', () => {
  const { text, field } = setUp('lyft rätt')
  expect(field.value).toBe('lyft rätt')
  field.write('a', 4, 4)
  expect([text.toJSON(), field.shown]).toEqual(['lyfta rätt', 'lyfta| rätt'])
  field.write('', 4, 5)
  expect([text.toJSON(), field.shown]).toEqual(['lyft rätt', 'lyft| rätt'])
})

test.each<[string, number, (text: Y.Text) => void, string]>([
  ['before it', 4, (text) => text.insert(0, 'kan '), 'kan lyft|a'],
  ['after it', 4, (text) => text.insert(5, ' rätt'), 'lyft|a rätt'],
  ['at it', 4, (text) => text.insert(4, 'x'), 'lyft|xa'],
  ['around it', 4, (text) => text.delete(2, 3), 'ly|'],
])('the caret stays by its letter when others write %s', (_where, at, write, shown) => {
  const { field, others } = setUp('lyfta')
  field.setSelectionRange(at, at)
  others(write)
  expect(field.shown).toBe(shown)
})

test('a word that is being composed is left alone; its letters go at once, and those of others come after', () => {
  const { text, field, others } = setUp('rätt')
  field.setSelectionRange(4, 4)
  field.tell('compositionstart')
  field.write(' l')
  others((theirs) => theirs.insert(0, 'kan '))
  expect([text.toJSON(), field.shown]).toEqual(['kan rätt l', 'rätt l|'])
  field.write(' lyft', 4, 6)
  others((theirs) => theirs.insert(theirs.length, ' bra'))
  expect([text.toJSON(), field.shown]).toEqual(['kan rätt lyft bra', 'rätt lyft|'])
  field.tell('compositionend')
  expect([text.toJSON(), field.shown]).toEqual(['kan rätt lyft bra', 'kan rätt lyft| bra'])
})

test('what no event has told of yet is not written over', () => {
  const { text, field, others } = setUp('lyfta')
  field.value = 'lyfta rätt'
  others((theirs) => theirs.insert(0, 'kan '))
  expect([text.toJSON(), field.value]).toEqual(['kan lyfta rätt', 'kan lyfta rätt'])
  others((theirs) => theirs.insert(0, 'De '))
  expect([text.toJSON(), field.value]).toEqual(['De kan lyfta rätt', 'De kan lyfta rätt'])
})

test.each([
  ['Ctrl Z', 'keydown', { key: 'z', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false }],
  ['Cmd Z', 'keydown', { key: 'z', ctrlKey: false, metaKey: true, altKey: false, shiftKey: false }],
  ['the menu', 'beforeinput', { inputType: 'historyUndo' }],
])('%s undoes on the board, and takes the caret there', (_how, kind, about) => {
  const { text, field, others, undoing } = setUp('lyfta')
  field.tell('focus')
  field.write('', 0, 3)
  undoing.stopCapturing()
  others((theirs) => theirs.insert(theirs.length, ' rätt'))
  field.setSelectionRange(7, 7)
  expect(field.tell(kind, about)).toBe(false)
  expect([text.toJSON(), field.shown]).toEqual(['lyfta rätt', 'lyf|ta rätt'])
  field.tell('keydown', { key: 'y', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false })
  expect(text.toJSON()).toBe('ta rätt')
})

test('other keys are left to the field', () => {
  const { field } = setUp('lyfta')
  const key = { key: 'z', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(field.tell('keydown', key)).toBe(true)
  expect(field.tell('keydown', { ...key, ctrlKey: true, altKey: true })).toBe(true)
  expect(field.tell('keydown', { ...key, ctrlKey: true, isComposing: true })).toBe(true)
})

test('a text never becomes longer than the board allows, whatever is put into the field', () => {
  const { text, field } = setUp('b'.repeat(3990))
  expect(field.maxLength).toBe(4000)
  field.write(`${'a'.repeat(9)}😀${'a'.repeat(20)}`, 5, 5)
  expect(text.toJSON()).toBe(`bbbbb${'a'.repeat(9)}${'b'.repeat(3985)}`)
  expect(field.value).toBe(text.toJSON())
})

test('others see where the caret is, and what is chosen, while the field has the focus', () => {
  const { field, carets } = setUp('lyfta')
  field.setSelectionRange(1, 3)
  field.ownerDocument.dispatchEvent(new Event('selectionchange'))
  field.selectionDirection = 'backward'
  field.ownerDocument.dispatchEvent(new Event('selectionchange'))
  field.tell('blur')
  expect(carets).toEqual([[1, 3], [3, 1], null])
})

test('a field that is let go of is left as it is', () => {
  const { doc, text, field, stop } = setUp('lyfta')
  stop()
  field.write('x', 5, 5)
  doc.transact(() => text.insert(0, 'kan '), OWN)
  expect([text.toJSON(), field.value]).toEqual(['kan lyfta', 'lyftax'])
})
