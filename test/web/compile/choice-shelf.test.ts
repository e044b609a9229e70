import type { CompiledRow, Statement } from '../../../schemas/types.ts'
import { ChoiceShelf } from '../../../web/compile/choice-shelf.ts'
import { firstChoice } from '../../../web/compile/row-choice.ts'

function row(...ids: string[]): CompiledRow {
  const statements = ids.map((id): Statement => ({
    id,
    groupNumber: 1,
    kind: 'skills',
    text: id,
    criteria: [],
    cards: [],
    source: null,
    differs: '',
  }))
  return { id: ids[0] ?? '', statements, likeness: null, ruling: null }
}
const written = (here: CompiledRow) => ({ ...firstChoice(here), text: 'mina egna ord' })

/** A browser’s storage, as far as it is used. */
function shelf() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

test('what was typed on a row is there when the page is opened anew', () => {
  const browser = shelf()
  new ChoiceShelf(browser, 'karin', 'workshop').keep(row('one', 'two'), written(row('one', 'two')))
  const again = new ChoiceShelf(browser, 'karin', 'workshop')
  expect(again.find(row('one', 'two'))?.text).toBe('mina egna ord')
  expect(again.find(row('three'))).toBeUndefined()
})

test.each([
  ['a statement has come before it', row('zero', 'one', 'two')],
  ['its first statement is gone', row('one')],
])('it is found also when %s', (_why, changed) => {
  const kept = new ChoiceShelf(shelf(), 'karin', 'workshop')
  kept.keep(row('one', 'two'), written(row('one', 'two')))
  expect(kept.find(changed)?.text).toBe('mina egna ord')
})

test.each([
  ['another person', 'amina', 'workshop'],
  ['another workshop', 'karin', 'elsewhere'],
])('%s has a shelf of their own', (_who, person, workshop) => {
  const browser = shelf()
  new ChoiceShelf(browser, 'karin', 'workshop').keep(row('one'), written(row('one')))
  expect(new ChoiceShelf(browser, person, workshop).find(row('one'))).toBeUndefined()
})

test('what has been decided is kept no longer, and an empty shelf leaves nothing behind', () => {
  const browser = shelf()
  const kept = new ChoiceShelf(browser, 'karin', 'workshop')
  kept.keep(row('one'), written(row('one')))
  kept.drop(row('one'))
  expect(kept.find(row('one'))).toBeUndefined()
  expect(browser.kept.size).toBe(0)
})

test('where the browser keeps nothing, the page still does', () => {
  const closed = {
    getItem: () => 'not JSON',
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => undefined,
  }
  const kept = new ChoiceShelf(closed, 'karin', 'workshop')
  kept.keep(row('one'), written(row('one')))
  expect(kept.find(row('one'))?.text).toBe('mina egna ord')
})
