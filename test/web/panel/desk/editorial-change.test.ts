import type { Amendment } from '../../../../schemas/types.ts'
import { changesToAnswer, isConfirmedEditorial } from '../../../../web/panel/desk/editorial-change.ts'
import { amendment, answered, desk } from './desk-in-short.ts'

const changed = (more: Partial<Amendment>) => {
  const [change] = answered('a').changes
  if (!change) throw new Error('nothing has changed')
  const item = { ...change, field: null, former: '', formerHash: null }
  const items = [item] as unknown as Amendment['items']
  return { change, amendment: amendment('spelling', { items, ...more }) }
}

test.each([
  ['any other change', { claimsEditorial: false }, [], 1],
  ['one that is said to be spelling only, and is asked about', { claimsEditorial: true }, ['spelling'], 0],
  ['one that is said to be spelling only, and somebody denies', denied(), [], 1],
])('of %s so many are answered', (_, more, toConfirm, count) => {
  const { change, amendment: last } = changed(more)
  const given = desk({ changes: [change], toConfirm })
  expect(changesToAnswer({ ...given, text: { ...given.text, amendments: [last] } })).toHaveLength(count)
})

test.each([
  ['confirmed', true],
  ['not confirmed', false],
])('words whose change has been %s as spelling only are told from others', (_, isEditorial) => {
  const { change, amendment: last } = changed({ claimsEditorial: true, isEditorial })
  const { text } = desk()
  expect(isConfirmedEditorial(change, { text: { ...text, amendments: [last] } })).toBe(isEditorial)
})

function denied(): Partial<Amendment> {
  return {
    claimsEditorial: true,
    confirmations: [{ perspective: 'employee', isMine: false, confirms: false }],
  }
}
