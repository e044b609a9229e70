import { wordForms } from '../../../server/domain/language/word-forms.ts'

test.each([
  ['sele', ['sele', 'selen', 'selar', 'selarna']],
  ['ordinera', ['ordinera', 'ordinerar', 'ordinerade', 'ordinerat']],
  ['hjälpmedel', ['hjälpmedel', 'hjälpmedels']],
  ['självbestämmande', ['självbestämmande', 'självbestämmandet']],
  ['rullstol', ['rullstolen', 'rullstolar', 'rullstols']],
])('%s is met as %p', (word, forms) => {
  expect(wordForms(word)).toEqual(expect.arrayContaining(forms))
})

test('a form in which a vowel falls away within the word is not known', () => {
  expect(wordForms('hjälpmedel')).not.toContain('hjälpmedlet')
})

test.each([['lss'], ['hot'], ['akk']])('%s stands for itself only', (word) => {
  expect(wordForms(word)).toEqual([word])
})
