import fc from 'fast-check'
import { linesOf } from '../../../../web/workshop/screens/collect/lines-of.ts'

test.each([
  ['Knacka på', ['Knacka på']],
  ['Knacka på\nPrata med hen\n\n', ['Knacka på', 'Prata med hen']],
  ['- Knacka på\r\n• Prata med hen\r\n3. Handla\nb) Laga', ['Knacka på', 'Prata med hen', 'Handla', 'Laga']],
  ['2026 års regler', ['2026 års regler']],
  ['  \n\t', []],
])('%j is the cards %j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines)
})

test('no word is lost when a text becomes several cards', () => {
  const word = fc.stringMatching(/^[a-zåäö😀]{1,8}$/u)
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1 })), (lines) => {
      const text = lines.map((words) => words.join(' ')).join('\n')
      expect(linesOf(text).join(' ')).toBe(lines.flat().join(' '))
    }),
  )
})
