import type { OccupationalProfile } from '../../schemas/types.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { decideInPanel, type Decided } from './decide-in-panel.ts'
import { publishNext } from './publish-next.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

const criterion = (name: string) => buildCriterion({ id: id(name), text: `Visar ${name}.` })

const FIRST: OccupationalProfile = buildProfile({
  modules: [
    buildLink({
      id: id('m1'),
      title: 'Lyft',
      outcomes: [buildOutcome({ id: id('o1'), criteria: [criterion('sele'), criterion('broms')] })],
    }),
    buildLink({ id: id('m2'), title: 'Resor', outcomes: [buildOutcome({ id: id('o2') })] }),
  ],
})

/** Of a panel: the whole journey takes a second, so that all the tests that only read look at the same one. */
let test: TestApp
let decided: Decided
beforeAll(async () => {
  test = await startTestApp()
  await publish(test.context.deps, FIRST)
  const next = structuredClone(FIRST)
  next.modules[0]!.module.outcomes[0]!.criteria[1]!.text = 'Visar hur bromsen låses.'
  decided = await decideInPanel(test, next)
}, 60_000)
afterAll(() => test.close())

const read = async (address: string) => (await test.stranger.get(address).expect(200)).text
const decision = (prefix = '') => read(`${prefix}/profiler/testare/${decided.version}/beslut`)

/** What a reader sees of the part of the page under that heading. */
async function section(anchor: string, prefix = ''): Promise<string> {
  const page = await decision(prefix)
  const found = page.split('<section>').find((part) => part.includes(`id="${anchor}"`))
  return textOf(found?.split('</section>')[0] ?? '')
}

describe('the page of a panel’s decision', () => {
  it('says what was decided, when, by whom, on what grounds, and how large the panel was', async () => {
    const text = textOf(await decision())
    expect(text).toContain('Panelen fastställde texten 1 mars 2026.')
    expect(text).toContain('Nio ledamöter från sex perspektiv tog ställning. En avvikande mening finns med.')
    expect(text).toContain('Beslutad av Panelen för testare.')
    expect(text).toContain('Grunder Alla perspektiv står bakom.')
  })

  it.each([
    ['stallning', '1 Lyft AG 2 instämmer och 1 instämmer inte AT 2 instämmer BO 1 instämmer'],
    ['stallning', '2 Resor AG 2 instämmer AT 2 instämmer'],
    ['avvikande', '1.1 a Instämmer inte Visar hur det går till. Arbetsgivare Det hör till introduktionen.'],
    ['andringar', '1.1 a Ändrad text Visar sele hur det går till . Skäl Då går det att se.'],
    ['synpunkter', 'Alla synpunkter fick ett svar med skäl. 1 godtogs och 1 avslogs.'],
    [
      'synpunkter',
      '1.1 a Arbetsgivare, 1 mars 2026 Det går inte att se. Avslogs Så blev det. Svar från: samordnare',
    ],
    ['synpunkter', 'Förslag till ny text Visar hur det går till. Godtogs Så blev det.'],
    [
      'krav',
      '1.1 a Ändrad text Visar sele hur det går till . Panelen: samma krav Enklare ord för samma sak.',
    ],
    ['krav', '1.1 b Ändrad text'],
    ['panelen', 'Arbetsgivare Organisationen employer ledamot Asta Ek'],
    ['panelen', 'Arbetsgivare Organisationen employer ledamot, jäv, tog inte ställning till Resor'],
    ['panelen', 'Yrkesnämnd Organisationen tradesBoard ersättare'],
    ['moten', '1 mars 2026 Två personer från två perspektiv var med.'],
    ['regel', 'Alla i panelen ser varandras svar.'],
  ])('says under %s: %s', async (anchor, words) => {
    expect(await section(anchor)).toContain(words)
  })

  it('names those who have agreed to it and nobody else, and says of nobody why they were recused', async () => {
    const text = textOf(await decision())
    expect(text).toContain('Asta Ek')
    expect(text).not.toMatch(/Bo Lind|Cilla|Disa|panel\.example|hemligt|Hornsgatan/u)
  })

  it('lists each part of the page in its menu, once', async () => {
    const elements = elementsOf(await decision())
    const menu = elements.flatMap(
      ({ attributes: { href = '' } }) => /^#(?<to>(?!main)\w+)$/u.exec(href)?.groups?.to ?? [],
    )
    const headings = elements.flatMap(({ name, attributes }) => (name === 'h2' ? (attributes.id ?? []) : []))
    expect(menu).toEqual([
      'stallning',
      'avvikande',
      'andringar',
      'synpunkter',
      'krav',
      'panelen',
      'moten',
      'regel',
    ])
    expect(headings).toEqual(menu)
  })

  it('gives tables the roles of tables, whatever they look like', async () => {
    const elements = elementsOf(await decision())
    const without = elements.filter(
      ({ name, attributes }) => ['table', 'tr', 'th', 'td'].includes(name) && attributes.role === undefined,
    )
    expect(without).toEqual([])
  })

  it.each([
    ['stallning', '1 Lyft AG 2 agree and 1 disagrees'],
    ['avvikande', 'Disagrees Visar hur det går till. Employer'],
    ['synpunkter', 'Every remark was answered, with a reason. 1 was accepted and 1 was not accepted.'],
    ['krav', 'The panel: the same demand'],
    ['panelen', 'member, recused, took no position on Resor'],
    ['moten', 'Two people from two perspectives attended.'],
  ])('says it in English under %s: %s', async (anchor, words) => {
    expect(await section(anchor, '/en')).toContain(words)
  })

  it('may be kept like a version’s own page, and changes with what people agree to be named for', async () => {
    const address = `/profiler/testare/${decided.version}/beslut`
    const { headers } = await test.stranger.get(address)
    expect(headers['cache-control']).toBe('public, max-age=600')
    expect((await test.stranger.get(address).set('if-none-match', String(headers.etag))).status).toBe(304)
    const asta = await test.storage.read(({ people }) => people.findByEmail('asta@panel.example'))
    await test.storage.write(({ people }) => people.amend(asta?.id ?? '', { name: 'Asta Alm' }))
    expect(textOf(await decision())).toContain('Asta Alm')
    await test.storage.write(({ people }) => people.amend(asta?.id ?? '', { name: 'Asta Ek' }))
  })

  it.each([
    '/profiler/testare/1.0.0/beslut',
    '/profiler/testare/9.9.9/beslut',
    '/profiler/finns-inte/1.0.0/beslut',
  ])('is not there for %s', async (address) => {
    await test.stranger.get(address).expect(404)
  })
})

describe('the pages of a version that a panel stands behind', () => {
  it('show at the words and with the decision that somebody disagreed, and lead to why', async () => {
    const page = await read(`/profiler/testare/${decided.version}`)
    expect(textOf(page).match(/Avvikande mening Arbetsgivare, om 1\.1 a\. Läs skälet/gu)).toHaveLength(2)
    const links = elementsOf(page).map(({ attributes }) => attributes.href)
    expect(links).toContain(`/profiler/testare/${decided.version}/beslut#avvikande-1`)
    expect(elementsOf(await decision()).map(({ attributes }) => attributes.id)).toContain('avvikande-1')
  })

  it('lead to the decision, and from each module to how its words came to be', async () => {
    const page = await read(`/profiler/testare/${decided.version}`)
    expect(textOf(page)).toContain('Panelen Nio ledamöter från sex perspektiv. Hur panelen beslutade')
    const links = elementsOf(page).map(({ attributes }) => attributes.href)
    for (const part of ['m1', 'm2'])
      expect(links).toContain(`/profiler/testare/${decided.version}/kedja/${id(part)}`)
  })

  it('say at a change what the panel ruled and who disagreed, and lead to the chain', async () => {
    const page = await read(`/profiler/testare/${decided.version}/jamfor/1.0.0`)
    expect(textOf(page)).toContain(
      'Panelen: samma krav Enklare ord för samma sak. Avvikande mening Arbetsgivare, om 1.1 a. Läs skälet Följ kedjan',
    )
    const links = elementsOf(page).map(({ attributes }) => attributes.href)
    expect(links).toContain(`/profiler/testare/${decided.version}/kedja/${decided.itemId}`)
  })

  it('do without all that for one that was decided elsewhere', async () => {
    const text = textOf(await read('/profiler/testare/1.0.0'))
    expect(text).not.toMatch(/Hur panelen beslutade|Avvikande mening|Så kom orden till/u)
  })
})

it('the decision reads the same when later versions have come', async () => {
  const before = await section('krav')
  const later = structuredClone(FIRST)
  later.modules[0]!.module.outcomes[0]!.criteria[0]!.text = 'Visar något helt annat.'
  await publishNext(test.context.deps, later)
  expect(await section('krav')).toBe(before)
})
