import {
  breakable,
  listInWords,
  numberInWords,
  withCapital,
} from '../../../../web/workshop/screens/in-words.ts'

test.each([
  [[], ''],
  [['korn'], 'korn'],
  [['korn', 'råg'], 'korn och råg'],
  [['korn', 'råg', 'vete'], 'korn, råg och vete'],
])('%j is said as “%s”', (things, said) => {
  expect(listInWords(things)).toBe(said)
})

test.each([
  [0, 'noll'],
  [2, 'två'],
  [6, 'sex'],
  [7, '7'],
  [1200, '1\u00A0200'],
])('%d stands in a sentence as “%s”', (count, said) => {
  expect(numberInWords(count)).toBe(said)
})

test('a sentence begins with a capital', () => {
  expect(withCapital('åtta')).toBe('Åtta')
})

test.each([
  ['Branschorganisation', 'Bransch\u00ADorganisation'],
  ['Arbetsförmedlingen', 'Arbets\u00ADförmedlingen'],
  ['Yrkesnämnd', 'Yrkesnämnd'],
  ['Brukare', 'Brukare'],
])('%s can be broken as %s', (name, breaks) => {
  expect(breakable(name)).toBe(breaks)
})
