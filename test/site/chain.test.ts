import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { publish } from '../support/published.ts'
import { storedOrigin, storedWorkshop } from '../support/stored-workshop.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { decideInPanel, type Decided } from './decide-in-panel.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

const criterion = (name: string) => buildCriterion({ id: id(name), text: `Visar ${name}.` })
const TEXT = buildProfile({
  wordList: [{ id: id('ord'), term: 'sele', explanation: 'Håller om kroppen.', translations: [] }],
  modules: [
    buildLink({
      id: id('m1'),
      title: 'Lyft',
      outcomes: [buildOutcome({ id: id('o1'), criteria: [criterion('sele'), criterion('broms')] })],
    }),
    buildLink({ id: id('m2'), title: 'Resor', outcomes: [buildOutcome({ id: id('o2') })] }),
  ],
})
const OTHER = buildProfile({
  id: id('other'),
  slug: 'annan',
  modules: [buildLink({ id: id('m3'), outcomes: [buildOutcome({ id: id('o3') })] })],
})

let test: TestApp
let decided: Decided
beforeAll(async () => {
  test = await startTestApp()
  decided = await decideInPanel(test, TEXT)
  await publish(test.context.deps, OTHER)
  await test.storage.write(async ({ workshops }) => {
    await workshops.insert(storedWorkshop({ profileId: TEXT.id }))
    await workshops.addOrigin(
      TEXT.id,
      storedOrigin({ itemId: decided.itemId, differs: 'Hos oss är det tyngre.' }),
    )
  })
}, 60_000)
afterAll(() => test.close())

const address = (itemId: string, prefix = '') =>
  `${prefix}/profiler/testare/${decided.version}/kedja/${itemId}`
const read = async (to: string) => (await test.stranger.get(to).expect(200)).text

/** The headings of the steps, each with its number where it has one. */
async function stepsOf(to: string): Promise<string[]> {
  const elements = elementsOf(await read(to))
  return elements
    .filter(({ name, attributes }) => name === 'li' && attributes.class === 'sec')
    .map(({ text }) => text)
}

it('tells the chain in the order in which it came about, by perspective', async () => {
  const steps = await stepsOf(address(decided.itemId))
  const beginnings = [
    '1 Kort från workshop Arbetsgivare lyfta Kärnan i yrket , 10 mars 2026',
    '1 Gruppernas ordalydelser Grupp 1 förflytta en person Kärnan i yrket , 10 mars 2026 Därför en egen: Hos oss är det tyngre.',
    '2 Synpunkter i panelen Arbetsgivare, 1 mars 2026 Det går inte att se. Avslogs Så blev det.',
    '1 Ändringar i panelen Ändrad text, 1 mars 2026 Visar sele hur det går till . Skäl Då går det att se.',
    'Så tog panelen ställning Arbetsgivare 2 instämmer och 1 instämmer inte Arbetstagare 2 instämmer',
    '1 Avvikande meningar Instämmer inte Visar hur det går till. Arbetsgivare Det hör till introduktionen.',
    'Beslutet Panelen för testare. fastställde texten 1 mars 2026. Version 1.0.0 publicerades 1 mars 2026.',
  ]
  expect(steps.map((step, at) => step.slice(0, beginnings[at]?.length))).toEqual(beginnings)
})

it('names nobody', async () => {
  const everything = await Promise.all(
    [decided.itemId, id('m1'), TEXT.id].map(async (itemId) => textOf(await read(address(itemId)))),
  )
  expect(everything.join()).not.toMatch(/Asta|Bo Lind|Karin|example/u)
})

it('stands in English too, around the same words', async () => {
  const steps = await stepsOf(address(decided.itemId, '/en'))
  expect(steps.map((step) => step.split(' ').slice(0, 4).join(' '))).toEqual([
    '1 Cards from workshops',
    '1 The groups’ wordings',
    '2 Remarks in the',
    '1 Changes in the',
    'How the panel stood',
    '1 Dissents Disagrees Visar',
    'The decision Panelen för',
  ])
})

it.each([
  ['a sentence', () => decided.itemId, 'Så kom 1.1 a till Visar hur det går till.'],
  ['an outcome', () => id('o1'), 'Så kom 1.1 till förflytta en person mellan säng och stol'],
  ['a module', () => id('m1'), 'Så kom modul 1 till Lyft'],
  ['the profile itself', () => TEXT.id, 'Så kom delen om yrket till Testare'],
  ['a word', () => id('ord'), 'Så kom orden till sele: Håller om kroppen.'],
])('%s is what its page is about', async (_what, itemId, words) => {
  expect(textOf(await read(address(itemId())))).toContain(words)
})

it('a module lists its sentences, with what there is behind them and the way to it', async () => {
  const page = await read(address(id('m1')))
  const rows = elementsOf(page).filter(({ attributes }) => attributes.class?.includes('wording sub'))
  expect(rows.map(({ attributes }) => attributes.href)).toEqual([
    address(decided.itemId),
    address(id('broms')),
  ])
  expect(textOf(page)).toContain(
    '1.1 a Visar hur det går till. 1 kort, 2 synpunkter, 1 ändring, 1 avvikande mening 1.1 b Visar broms.',
  )
})

it('the profile itself lists its words', async () => {
  expect(elementsOf(await read(address(TEXT.id))).map(({ attributes }) => attributes.href)).toContain(
    address(id('ord')),
  )
})

it('a sentence that the panel said nothing about has its positions and the decision, and says so', async () => {
  expect(textOf(await read(address(id('broms'))))).toContain(
    'Ingen hade någon synpunkt på de här orden, och panelen ändrade dem inte.',
  )
  expect(await stepsOf(address(id('broms')))).toHaveLength(2)
})

it('a sentence with nothing but a decision behind it says so', async () => {
  const to = `/profiler/annan/1.0.0/kedja/${id('o3')}`
  expect(textOf(await read(to))).toContain('Bakom de här orden finns bara beslutet.')
  expect(await stepsOf(to)).toEqual([
    'Beslutet Testrådet fastställde texten 15 januari 2026. Version 1.0.0 publicerades 1 mars 2026. Enigt beslut i en prövande panel.',
  ])
})

it('what comes out of a workshop has its chain where no panel stands behind it either', async () => {
  await test.storage.write(async ({ workshops }) => {
    await workshops.insert(storedWorkshop({ id: id('annan'), profileId: OTHER.id }))
    await workshops.addOrigin(OTHER.id, storedOrigin({ itemId: id('o3'), workshopId: id('annan') }))
  })
  const page = await read('/en/profiler/annan/1.0.0')
  expect(elementsOf(page).map(({ attributes }) => attributes.href)).toContain(
    `/en/profiler/annan/1.0.0/kedja/${id('m3')}`,
  )
})

it.each([
  ['of another text', () => address(id('o3'))],
  ['that there never was', () => address('nej')],
  ['with a strange name', () => address('%2e%2e%2f')],
  ['of a version that there is not', () => `/profiler/testare/9.9.9/kedja/${decided.itemId}`],
  ['of a profile that there is not', () => `/profiler/finns-inte/1.0.0/kedja/${decided.itemId}`],
])('a sentence %s has no page', async (_what, to) => {
  await test.stranger.get(to()).expect(404)
})

it('may be kept like a version’s own page', async () => {
  const { headers } = await test.stranger.get(address(decided.itemId))
  expect(headers['cache-control']).toBe('public, max-age=600')
  await test.stranger.get(address(decided.itemId)).set('if-none-match', String(headers.etag)).expect(304)
})
