import { stemOf } from '../../../../server/domain/workshop/resemblance/stem-word.ts'
import { keyOfWord } from '../../../../server/domain/workshop/resemblance/thesaurus.ts'

describe('the forms of a word have one stem', () => {
  test.each([
    ['sele selen selar selarna selens'],
    ['stol stolen stolar stolarna'],
    ['rutin rutiner rutinen rutinerna'],
    ['flytta flyttar flyttas flyttade flyttning flyttningar'],
    ['kontrollera kontrollerar kontroll kontrollen kontrollering'],
    ['dokumentera dokumentation dokumentationen dokument'],
    ['rum rummet rummen'],
    ['genomförandeplan genomförandeplanen genomförandeplaner'],
    ['miljö miljön miljöer'],
    ['vecka veckan veckor veckans'],
    ['motivera motiverar motivation'],
    ['sms SMS:et'],
  ])('%s', (forms) => {
    const stems = forms.split(' ').map((form) => stemOf(form.toLowerCase()))
    expect(new Set(stems).size).toBe(1)
  })

  test.each([
    ['hand händer händerna'],
    ['förstå förstår förståelse'],
    ['säker säkert säkerhet'],
    ['brand brinner'],
  ])('%s, though irregular', (forms) => {
    expect(new Set(forms.split(' ').map(keyOfWord)).size).toBe(1)
  })
})

test.each([
  ['mata', 'mat'],
  ['brukare', 'bruka'],
  ['rättigheter', 'rätt'],
  ['lagen', 'laga'],
  ['städa', 'städer'],
  ['sopor', 'sopa'],
])('%s is another word than %s', (one, other) => {
  expect(keyOfWord(one)).not.toBe(keyOfWord(other))
})
