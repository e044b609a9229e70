import { leftOn, nextPart } from '../../../../web/panel/desk/left.ts'
import { answered, desk } from './desk-in-short.ts'

test('what has changed comes first, then what is to be confirmed, then parts that nobody has answered on', () => {
  const { changes } = answered('a')
  const left = leftOn(desk({ changes, toConfirm: ['spelling'], unanswered: ['M2'] }))
  expect(left.map(({ kind }) => kind)).toEqual(['change', 'confirm', 'part'])
})

test.each([
  ['the first, when both are left', ['M1', 'M2'], 'M1', 'M2'],
  ['the last, when an earlier one is left', ['M1'], 'M2', 'M1'],
  ['the only one that is left', ['M1'], 'M1', null],
  ['a part that is not there any more', ['M2'], 'gone', 'M2'],
])('the part to go on to from %s', (_, unanswered, from, to) => {
  expect(nextPart(desk({ unanswered }), from)).toBe(to)
})
