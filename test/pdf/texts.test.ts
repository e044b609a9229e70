import { textsIn } from '../../server/pdf/texts.ts'

test.each([
  ['sv', '20 november 2026', '22 november 2026 kl. 14.32', '1 modul', '2 moduler', 'a, b och c', 'engelska'],
  ['en', '20 November 2026', '22 November 2026, 14:32', '1 module', '2 modules', 'a, b and c', 'English'],
] as const)('in %s', (locale, day, moment, one, two, list, language) => {
  const texts = textsIn(locale)
  expect(texts.day('2026-11-20')).toBe(day)
  expect(texts.moment('2026-11-22T13:32:00Z')).toBe(moment)
  expect(texts.count('modules', 1)).toBe(one)
  expect(texts.count('modules', 2)).toBe(two)
  expect(texts.list(['a', 'b', 'c'])).toBe(list)
  expect(texts.language('en')).toBe(language)
})

test('a language without a name, or a tag that is none, is shown as it is written', () => {
  expect(textsIn('sv').language('inget språk')).toBe('inget språk')
})
