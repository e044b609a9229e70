import fc from 'fast-check'
import { foldWording } from '../../../server/domain/profile/wordings.ts'
import { diffWords } from '../../../server/domain/publishing/word-diff.ts'

const marked = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'del' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

test.each([
  [
    'a phrase is struck and replaced as one',
    'fel till rätt mottagare samma dag.',
    'fel till den som ansvarar för det samma dag.',
    'fel till [-rätt mottagare-] [+den som ansvarar för det+] samma dag.',
  ],
  [
    'words that come in at the end leave the full stop alone',
    'riskerar att skadas.',
    'riskerar att skadas eller när personen säger nej.',
    'riskerar att skadas [+eller när personen säger nej+].',
  ],
  [
    'a word is changed whole, not letter by letter',
    'har arbetsledaransvar hos',
    'leder arbetet hos',
    '[-har arbetsledaransvar-] [+leder arbetet+] hos',
  ],
  [
    'a small word that both sentences happen to have does not tear them apart',
    'Beskriver två sätt att skada sig och hur de undviks.',
    'Kontrollerar bromsar och sele före varje lyft.',
    '[-Beskriver två sätt att skada sig och hur de undviks-] [+Kontrollerar bromsar och sele före varje lyft+].',
  ],
  [
    'between two words that are changed it stays',
    'Kontrollerar lås och bromsar.',
    'Kontrollerar hjul och däck.',
    'Kontrollerar [-lås-] [+hjul+] och [-bromsar-] [+däck+].',
  ],
  ['nothing is changed', 'Samma ord.', 'Samma ord.', 'Samma ord.'],
  ['all is new', '', 'Ny text.', '[+Ny text.+]'],
  ['å ä ö belong to words', 'gör åren', 'gör öden', 'gör [-åren-] [+öden+]'],
])('%s', (_, before, after, expected) => expect(marked(before, after)).toBe(expected))

test.each([
  ['that differ are struck and new whole', 'Ny mening.', ['del', 'same', 'ins']],
  ['that are the same are kept', '', ['same']],
])('very long texts %s', (_, more, kinds) => {
  const long = 'Samma mening. '.repeat(300).trim()
  const runs = diffWords(long, `${long} ${more}`)
  expect(runs.map(({ kind }) => kind)).toEqual(kinds)
  expect([runs[0]?.text, runs.at(-1)?.text]).toEqual([long, `${long} ${more}`.trim()])
})

test('texts just short enough are compared word by word', () => {
  const long = 'Samma mening. '.repeat(280).trim()
  expect(diffWords(long, `${long} Ny.`).map(({ kind }) => kind)).toEqual(['same', 'ins'])
})

test('the kept and struck words give the former wording, the kept and new ones the later', () => {
  const word = fc.constantFrom('att', 'och', 'lyfta', 'åka', '.', ',', 'person', ' ')
  const wording = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const runs = diffWords(before, after)
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map(({ text }) => text)
          .join('')
      expect([without('ins'), without('del')].map(foldWording)).toEqual([before, after].map(foldWording))
    }),
  )
})
