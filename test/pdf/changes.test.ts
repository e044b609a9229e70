import type { OccupationalProfile } from '../../schemas/types.ts'
import { diffProfiles } from '../../server/domain/publishing/diff-profiles.ts'
import { renderProfile } from '../../server/pdf/render-profile.ts'
import { buildEdition, toPrint } from '../support/build-edition.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { fold, readPdf, tagsOf, wholeText, type ReadPdf } from '../support/pdf-reader.ts'

const lock = buildCriterion({ id: id('lock'), text: 'Kontrollerar lås, bromsar och sele.' })
const report = buildCriterion({ id: id('report'), text: 'Rapporterar fel till rätt mottagare samma dag.' })
const old = buildCriterion({ id: id('old'), text: 'Beskriver den gamla rutinen.' })
const moved = buildOutcome({ id: id('moved'), text: 'förvara och märka mat' })

const former = buildProfile({
  delimitations: 'Första stycket är detsamma.\n\nDet andra ändras.',
  wordList: [{ id: id('sele'), term: 'sele', explanation: 'tyg', translations: [] }],
  modules: [
    buildLink({
      id: id('m1'),
      title: 'Förflyttning',
      outcomes: [buildOutcome({ id: id('o1'), criteria: [lock, report, old] })],
    }),
    buildLink({ id: id('m2'), title: 'Måltid', outcomes: [buildOutcome({ id: id('o2') }), moved] }),
  ],
})
const later: OccupationalProfile = {
  ...former,
  seqfLevel: 5,
  delimitations: 'Första stycket är detsamma.\n\nDet andra har ändrats.',
  wordList: [{ id: id('sele'), term: 'sele', explanation: 'tyg som håller', translations: [] }],
  modules: [
    buildLink({
      id: id('m1'),
      title: 'Förflyttning',
      outcomes: [
        buildOutcome({
          id: id('o1'),
          criteria: [
            { ...lock, text: 'Kontrollerar lås, bromsar, sele och batteri.' },
            { ...report, text: 'Rapporterar fel till den som ansvarar samma dag.' },
            buildCriterion({ id: id('new'), text: 'Larmar 112 i en övning.' }),
          ],
        }),
        moved,
      ],
    }),
    {
      ...buildLink({ id: id('m2'), title: 'Måltid', outcomes: [buildOutcome({ id: id('o2') })] }),
      obligation: 'optional',
    },
    buildLink({
      id: id('m3'),
      title: 'Helt ny modul',
      outcomes: [buildOutcome({ id: id('o3'), text: 'göra något nytt' })],
    }),
  ],
}
const rulings = [
  { itemId: id('lock'), equivalent: false, reason: 'Batteriet har inte visats förut.' },
  { itemId: id('report'), equivalent: true, reason: 'Enklare ord för samma sak.' },
]

let pdf: ReadPdf
let text: string

beforeAll(async () => {
  const first = buildEdition(former)
  const second = buildEdition(
    later,
    { version: '2.0.0', rulings, publishedAt: '2028-06-08T12:00:00Z' },
    first,
  )
  const changes = diffProfiles(former, later, rulings)
  pdf = await readPdf(await renderProfile(toPrint(second, { former: { version: '1.0.0', changes } })))
  const all = wholeText(pdf)
  text = all.slice(all.lastIndexOf('Ändringar sedan 1.0.0'))
})

test.each([
  ['3 Kan saknas hos den som redan är bedömd', '1.1 a Ändrat kriterium i Förflyttning'],
  ['1.1 c Nytt kriterium i Förflyttning', 'Larmar 112 i en övning.'],
  ['1 Samma krav med andra ord', '1.1 b Ändrat kriterium i Förflyttning'],
  [
    'Samma krav Enklare ord för samma sak.',
    'Rapporterar fel till rätt mottagare den som ansvarar samma dag.',
  ],
  ['Flyttat, med orden kvar', '1.2 Stod som 2.2 i Måltid förvara och märka mat'],
  ['2 Måltid: obligatorisk eller valbar', 'obligatorisk valbar'],
  ['1.1 c Struket kriterium i Förflyttning', 'Beskriver den gamla rutinen.'],
  ['Profilen: nivå', 'SeQF 4 SeQF 5'],
  ['Ordlistan, sele: betydelse', 'tyg som håller'],
])('tells under "%s" that "%s"', (heading, words) => {
  expect(text).toContain(heading)
  expect(text).toContain(words)
})

test('names a new module without telling what is in it once more', () => {
  expect(text).toContain(
    '3 Ny modul Helt ny modul Hela modulen är ny, med 1 läranderesultat och 1 bedömningskriterium.',
  )
  expect(text).not.toContain('göra något nytt')
})

test('tells a removed module, and a new or removed outcome, as one change with what it holds', async () => {
  const [kept, gone] = [
    later.modules[0]!,
    buildLink({ title: 'Resor', outcomes: [buildOutcome(), buildOutcome()] }),
  ]
  const before = { ...later, modules: [kept, gone] }
  const fresh = buildOutcome({
    text: 'resa',
    criteria: [lock, report].map((each) => ({ ...each, id: id() })),
  })
  const module = { ...kept.module, outcomes: [...kept.module.outcomes.slice(0, -1), fresh] }
  const after = { ...later, modules: [{ ...kept, module }] }
  const changes = diffProfiles(before, after)
  const edition = buildEdition(after, { version: '2.0.0' }, buildEdition(before))
  const all = wholeText(
    await readPdf(await renderProfile(toPrint(edition, { former: { version: '1.0.0', changes } }))),
  )
  const printed = all.slice(all.lastIndexOf('Ändringar sedan 1.0.0'))
  expect(printed).toContain('1 Kan saknas hos den som redan är bedömd')
  expect(printed).toContain(
    'Nytt läranderesultat i Förflyttning resa a Kontrollerar lås, bromsar och sele. b Rapporterar fel',
  )
  expect(printed).toContain('2 Struket')
  expect(printed).toContain(
    'Struken modul Resor Hela modulen är struken, med 2 läranderesultat och 2 bedömningskriterier.',
  )
})

test('shows of a long text only what differs', () => {
  expect(text).toMatch(/Profilen: avgränsningar Det andra ändras har ändrats ?\./u)
  expect(text).not.toContain('Första stycket är detsamma.')
})

test('says of a struck or new word what it is, for those who do not see it', async () => {
  const spans = tagsOf(pdf, 'Span').map((span) => span.text)
  expect(spans).toEqual(
    expect.arrayContaining(['rätt mottagare', 'den som ansvarar', 'Larmar 112 i en övning.']),
  )
})

test('the decision page tells each ruling in the order of the text', () => {
  const decision = fold(pdf.pages.map((page) => page.text).join(' '))
  expect(decision).toMatch(
    /Nummer Kravet Skäl 1\.1 a inte samma krav Batteriet har inte visats förut\. 1\.1 b samma krav Enklare ord för samma sak\./u,
  )
  expect(decision).toMatch(/Ersätter version 1\.0\.0, kontrolltal (?:[0-9a-f]{4} ?){4}/u)
})

test('the contents list the changes last', () => {
  expect(pdf.bookmarks.at(-1)).toMatchObject({ title: 'Ändringar sedan 1.0.0' })
})
