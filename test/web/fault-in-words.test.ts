import { faultInWords } from '../../web/fault-in-words.ts'

test.each([
  [
    '/file/profile/modules/0/module/outcomes/1/criteria/2/text',
    'type',
    'Modul 1, läranderesultat 2, kriterium 3',
    'text',
    'värdet är av fel slag, till exempel ett tal där det ska stå text.',
  ],
  ['/file/profile/wordList/4/term', 'required', 'Ord 5', 'term', 'saknas.'],
  ['/version', 'pattern', 'I filen', 'version', 'är inte skrivet på rätt sätt.'],
  ['', 'format-unknown', 'I filen', '', 'expected something else'],
])('the fault at “%s” (%s) stands in words', (pointer, code, place, key, what) => {
  expect(faultInWords({ pointer, code, detail: 'expected something else' })).toEqual({ place, key, what })
})
