import type { Anonymity } from '../../../../schemas/types.ts'
import { anonymityInWords } from '../../../../web/workshop/screens/join/anonymity-in-words.ts'

const shown = (fields: Partial<Anonymity>) =>
  anonymityInWords({ silentCollect: true, namedPhases: [], namesInMinutes: false, ...fields })

test('one reads four plain sentences before one goes in', () => {
  expect(shown({})).toEqual([
    'Namnet syns för din grupp och för den som leder workshopen.',
    'Medan ni samlar ser var och en bara sina egna kort.',
    'Gruppen får inte se vem som skrev vilket kort.',
    'I protokollet står bara perspektivet.',
  ])
})

test.each<[Partial<Anonymity>, string]>([
  [{ silentCollect: false }, 'Alla i gruppen ser alla kort medan ni samlar.'],
  [{ namedPhases: ['sort'] }, 'Gruppen ser vem som skrev vilket kort när ni sorterar, annars inte.'],
  [
    { namedPhases: ['word', 'sort', 'delimit'] },
    'Gruppen ser vem som skrev vilket kort när ni sorterar, avgränsar och formulerar, annars inte.',
  ],
  [{ namedPhases: ['collect', 'sort', 'delimit', 'word', 'done'] }, 'Gruppen ser vem som skrev vilket kort.'],
  [{ namesInMinutes: true }, 'I protokollet står vilka som var med, med namn.'],
])('%j reads: %s', (fields, sentence) => {
  expect(shown(fields)).toContain(sentence)
})
