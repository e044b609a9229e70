import fc from 'fast-check'
import { moveInGrid } from '../../../web/review/move-in-grid.ts'

const size = { rows: 4, columns: 8 }
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey })

test.each([
  ['ArrowDown', false, { row: 2, column: 3 }],
  ['ArrowUp', false, { row: 0, column: 3 }],
  ['ArrowLeft', false, { row: 1, column: 2 }],
  ['ArrowRight', false, { row: 1, column: 4 }],
  ['Home', false, { row: 1, column: 0 }],
  ['End', false, { row: 1, column: 7 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 3, column: 7 }],
  ['Enter', false, null],
  ['a', false, null],
])('from the second row and fourth column %s (with Ctrl: %s) leads to %o', (name, ctrlKey, spot) => {
  expect(moveInGrid({ row: 1, column: 3 }, key(name, ctrlKey), size)).toEqual(spot)
})

test('no key leads out of the table', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End')
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), (pressed) => {
      const end = pressed.reduce((spot, [name, ctrl]) => moveInGrid(spot, key(name, ctrl), size) ?? spot, {
        row: 0,
        column: 0,
      })
      expect(end.row >= 0 && end.row < size.rows && end.column >= 0 && end.column < size.columns).toBe(true)
    }),
  )
})
