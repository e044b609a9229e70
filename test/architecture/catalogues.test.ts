import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../server/repository-root.ts'

/** Every catalogue of texts, and the code that takes texts from it. */
const CATALOGUES = [
  { name: 'web/i18n', sv: 'web/i18n/sv.json', en: 'web/i18n/en.json', usedIn: ['web'] },
  {
    name: 'the pages about people',
    sv: 'web/i18n/people.sv.json',
    en: 'web/i18n/people.en.json',
    usedIn: ['web/people'],
  },
  {
    name: 'those who lead workshops',
    sv: 'web/i18n/workshop.sv.json',
    en: 'web/i18n/workshop.en.json',
    usedIn: ['web/facilitator', 'web/replay'],
  },
  {
    name: 'joining a group and its board',
    sv: 'web/i18n/board.sv.json',
    en: 'web/i18n/board.en.json',
    usedIn: ['web/workshop/screens'],
  },
  {
    name: 'the later phases of a board',
    sv: 'web/i18n/wording.sv.json',
    en: 'web/i18n/wording.en.json',
    usedIn: ['web/workshop/screens/delimit', 'web/workshop/screens/word', 'web/workshop/screens/done'],
  },
  {
    name: 'the pages where workshops are compiled',
    sv: 'web/i18n/compile.sv.json',
    en: 'web/i18n/compile.en.json',
    usedIn: ['web/compile', 'web/provenance', 'web/pages'],
  },
  {
    name: 'the pages for members of a panel',
    sv: 'web/i18n/panel.sv.json',
    en: 'web/i18n/panel.en.json',
    usedIn: ['web/panel'],
  },
  {
    name: 'those who lead a panel',
    sv: 'web/i18n/review.sv.json',
    en: 'web/i18n/review.en.json',
    usedIn: ['web/review', 'web/pages'],
  },
  { name: 'server/i18n', sv: 'server/i18n/sv.json', en: 'server/i18n/en.json', usedIn: ['server'] },
  {
    name: 'server/site',
    sv: 'server/site/texts.sv.json',
    en: 'server/site/texts.en.json',
    usedIn: ['server/site'],
  },
  {
    name: 'server/pdf',
    sv: 'server/pdf/texts.sv.json',
    en: 'server/pdf/texts.en.json',
    usedIn: ['server/pdf'],
  },
  {
    name: 'server/mail',
    sv: 'server/mail/texts.sv.json',
    en: 'server/mail/texts.en.json',
    usedIn: ['server/mail'],
  },
  {
    name: 'the coach',
    sv: 'server/domain/language/messages.sv.json',
    en: 'server/domain/language/messages.en.json',
    usedIn: null, // read by rule and case; its own test holds them equal
  },
]

const root = repositoryRoot()
type Texts = { readonly [key: string]: string | Texts }
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Texts

function leaves(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  )
}
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort()

describe.each(CATALOGUES)('the catalogue of $name', ({ sv, en }) => {
  const [swedish, english] = [new Map(leaves(read(sv))), new Map(leaves(read(en)))]

  test('has the same texts in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort())
  })

  test('has the same gaps to fill in both languages', () => {
    const filled = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, holes(text)]))
    expect(filled(english)).toEqual(filled(swedish))
  })

  test('has no empty text', () => {
    const texts = [...swedish, ...english]
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('speaks Swedish with typographic quotes and without exclamation marks', () => {
    expect(
      [...swedish].filter(([, text]) => /["!]|'(?=\p{L})/u.test(text.replace(/\{"[^}]*\}/u, ''))),
    ).toEqual([])
  })
})

test.each(CATALOGUES.filter(({ usedIn }) => usedIn !== null))(
  'the catalogue of $name has no text that nothing uses',
  ({ sv, usedIn }) => {
    const code = (usedIn ?? []).map(sources).join('\n')
    const keys = leaves(read(sv)).map(([key]) => key)
    expect(keys.filter((key) => !isUsed(key, code))).toEqual([])
  },
)

test.each(['sv', 'en'])('a role is called the same in mails and on pages, in %s', (locale) => {
  const onPages = read(`web/i18n/people.${locale}.json`).role as { readonly names: Texts }
  expect(read(`server/i18n/${locale}.json`).roles).toMatchObject(onPages.names)
})

/** Named whole, as the stem of a plural, or by a template that begins like it. */
function isUsed(key: string, code: string): boolean {
  const parts = key.split('.')
  const stems = parts.map((_, at) => parts.slice(0, at).join('.')).slice(1)
  const isNamed = [key, ...stems.slice(-1)].some((name) => code.includes(`'${name}'`))
  return isNamed || stems.some((stem) => code.includes(`\`${stem}.\${`) || code.includes(`\`${stem}.\$`))
}

function sources(folder: string): string {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
    .join('\n')
}
