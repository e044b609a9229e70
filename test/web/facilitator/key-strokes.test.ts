import { strokeReader } from '../../../web/facilitator/key-strokes.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }
const press = (...keys: readonly (readonly [key: string, at: number])[]) => {
  const read = strokeReader()
  return keys.map(([key, at]) => read({ ...plain, key }, at)).filter((stroke) => stroke !== undefined)
}

test.each([
  ['p', [{ act: 'pause' }]],
  ['P', [{ act: 'pause' }]],
  ['+', [{ act: 'add' }]],
  ['?', [{ act: 'help' }]],
  ['3', []],
  ['g', []],
] as const)('%s alone', (key, strokes) => {
  expect(press([key, 0])).toEqual(strokes)
})

test('G and a number look into that group, when the number comes soon', () => {
  expect(press(['g', 0], ['3', 1_500])).toEqual([{ act: 'look-in', group: 3 }])
  expect(press(['g', 0], ['3', 2_500])).toEqual([])
  expect(press(['g', 0], ['x', 100], ['3', 200])).toEqual([])
  expect(press(['g', 0], ['0', 100])).toEqual([])
})

test('keys that the browser has a use for are left to it', () => {
  expect(strokeReader()({ ...plain, key: 'p', ctrlKey: true }, 0)).toBeUndefined()
})
