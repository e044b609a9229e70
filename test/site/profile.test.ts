import { readFileSync } from 'node:fs'
import type { OccupationalProfile } from '../../schemas/types.ts'
import { itemsOf } from '../../server/domain/profile/items.ts'
import { changeSettings } from '../../server/usecases/installation/settings.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { sha256 } from '../../server/seal.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { publishNext } from './publish-next.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

const EXAMPLE = JSON.parse(
  readFileSync(new URL('../../profiles/personlig-assistent.json', import.meta.url), 'utf8'),
).profile as OccupationalProfile

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.close())

const read = async (address: string) => (await test.stranger.get(address).expect(200)).text

/** The page of a profile with those fields, published as its first version. */
async function pageOf(given: Partial<OccupationalProfile>, address = '/profiler/testare'): Promise<string> {
  await publish(test.context.deps, buildProfile(given))
  return read(address)
}

const folded = (wording: string) => wording.replaceAll(/\s+/gu, ' ').trim()

it('has every wording of the profile in the page, read without script', async () => {
  await publish(test.context.deps, EXAMPLE)
  const text = textOf(await read('/profiler/personlig-assistent'))
  const wordings = [...itemsOf(EXAMPLE)].flatMap(({ kind, item }) => {
    switch (kind) {
      case 'profile':
        return [
          item.title,
          ...item.purpose.split('\n'),
          ...item.targetGroup.split('\n'),
          item.levelRationale.split('\n')[0]!,
        ]
      case 'module':
        return [item.module.title, item.module.purpose, item.module.levelRationale, item.module.prerequisites]
      case 'word':
        return [item.term, item.explanation, ...item.translations.map((translation) => translation.text)]
      case 'suitability':
        return [item.text, item.reason]
      default:
        return [item.text, ...(item.variants ?? []).map((variant) => variant.text)]
    }
  })
  // A word that is linked stands between spaces of its own once the tags are gone.
  const compact = text.replaceAll(/\s/gu, '')
  expect(wordings.map(folded).filter((wording) => !compact.includes(wording.replaceAll(/\s/gu, '')))).toEqual(
    [],
  )
})

const outcome = (name: string, category: 'knowledge' | 'skills') =>
  buildOutcome({ id: id(name), category, text: name, criteria: [buildCriterion(), buildCriterion()] })

it('numbers modules, outcomes and criteria, each with an address of its own', async () => {
  const page = await pageOf({
    modules: [
      buildLink(),
      buildLink({ outcomes: [outcome('lyfta', 'skills'), outcome('veta', 'knowledge')] }),
    ],
  })
  const anchors = elementsOf(page).flatMap(({ attributes }) =>
    /^\d/u.test(attributes.id ?? '') ? attributes.id : [],
  )
  expect(anchors).toEqual(['1', '1.1', '1.1a', '2', '2.1', '2.1a', '2.1b', '2.2', '2.2a', '2.2b'])
  expect(textOf(page)).toContain('Kunskaper Deltagaren kan 2.1 veta')
  expect(textOf(page)).toContain('Färdigheter Deltagaren kan 2.2 lyfta')
})

it.each([
  ['responsibilityAutonomy', 'Ansvar och självständighet', '#i-responsibility-autonomy'],
  ['competences', 'Kompetenser', '#i-competences'],
] as const)(
  'calls the third kind what the installation has chosen (%s)',
  async (thirdCategory, name, mark) => {
    test = await startTestApp()
    await changeSettings(test.context.deps, THE_PROGRAM, { thirdCategory })
    await test.context.installation.load()
    const page = await pageOf({
      modules: [buildLink({ outcomes: [buildOutcome({ category: 'responsibilityAutonomy' })] })],
    })
    expect(textOf(page)).toContain(name)
    expect(page).toContain(`<use href="${mark}" />`)
  },
)

it('says what applies to a module: level, extent, what is needed before, whether it is optional', async () => {
  const page = await pageOf({
    modules: [
      buildLink(
        { title: 'Resor', volume: { amount: 1, unit: 'days' }, prerequisites: 'Modul 1.' },
        { obligation: 'optional' },
      ),
    ],
  })
  const text = textOf(page)
  expect(text).toContain('1 Resor SeQF 3 1 resultat valbar')
  expect(text).toContain('Omfattning: 1 dag.')
  expect(text).toContain('Förkunskaper: Modul 1.')
  expect(text).toContain('Därför SeQF 3')
})

it('leaves out the sections that have no text, also from the menu', async () => {
  const page = await pageOf({ roleDescription: '', targetGroup: '', delimitations: '', wordList: [] })
  const elements = elementsOf(page)
  expect(elements.filter(({ name }) => name === 'h2').map(({ text }) => text)).toEqual([
    'En modul',
    'Beslut och historik',
  ])
  const menu = elements.find(({ attributes }) => attributes.class === 'onpage')
  expect(menu?.text).toBe('Moduler Beslut och historik')
})

const variant = (text: string, from: string) => ({
  field: 'text' as const,
  language: 'sv-x-lattlast',
  text,
  madeFrom: sha256(from),
})

it('lets the reader choose easy Swedish where the module has it, and says when it is out of date', async () => {
  const page = await pageOf({
    modules: [
      buildLink({
        outcomes: [
          buildOutcome({ text: 'förflytta', variants: [variant('flytta', 'förflytta')] }),
          buildOutcome({ text: 'lyfta', variants: [variant('ta upp', 'hissa')] }),
        ],
      }),
      buildLink(),
    ],
  })
  const elements = elementsOf(page)
  const buttons = elements.filter(({ attributes }) => attributes.type === 'radio')
  expect(buttons.map(({ attributes }) => [attributes.name, 'checked' in attributes])).toEqual([
    ['text-1', true],
    ['text-1', false],
  ])
  expect(elements.filter(({ attributes }) => attributes.class === 'w1').map(({ text }) => text)).toEqual([
    'flytta',
    'ta upp Gjord efter en äldre ordalydelse.',
  ])
})

it('shows suggested ways of assessing beside the criteria, to those who ask for them', async () => {
  const page = await pageOf({
    modules: [
      buildLink({
        outcomes: [
          buildOutcome({
            criteria: [buildCriterion({ assessmentMethods: ['observation', 'conversation'] })],
          }),
        ],
      }),
    ],
  })
  expect(elementsOf(page).filter(({ attributes }) => attributes.type === 'checkbox')).toHaveLength(1)
  expect(elementsOf(page).find(({ attributes }) => attributes.class === 'how')?.text).toBe(
    'observation, samtal',
  )
})

it('explains a word beside the outcome that uses it first, and leads to the list', async () => {
  const page = await pageOf({
    wordList: [{ id: id('w'), term: 'sele', explanation: 'Tyg som håller om kroppen.', translations: [] }],
    modules: [
      buildLink({
        outcomes: [buildOutcome({ text: 'använda sele' }), buildOutcome({ text: 'tvätta selen' })],
      }),
    ],
  })
  expect(page).toContain('använda <a href="#ord-sele">sele</a>')
  expect(page).toContain('<h5>tvätta selen</h5>')
  const lists = elementsOf(page).filter(({ name }) => name === 'dl')
  expect(lists.map(({ text }) => text)).toContain('sele Tyg som håller om kroppen.')
  expect(page).toMatch(/<div id="ord-sele">\s*<dt>sele<\/dt>/u)
})

it('says of personal suitability that it is not assessed', async () => {
  const page = await pageOf({
    personalSuitability: [{ id: id('s'), text: 'Lyssnar färdigt.', reason: 'Det lugnar.' }],
  })
  expect(textOf(page)).toContain(
    'Det här underlättar i arbetet. Det bedöms inte. Lyssnar färdigt. Därför: Det lugnar.',
  )
})

it.each([
  [true, 'Fastställd nej, texten är ett exempel', true],
  [false, 'Fastställd 15 januari 2026', false],
])('marks an example as one (%p)', async (isExample, approved, stamped) => {
  const text = textOf(await pageOf({ isExample }))
  expect(text).toContain(approved)
  expect(text.includes('EXEMPEL')).toBe(stamped)
})

it('shows the codes of the occupation, the first at once and the others unfolded', async () => {
  const page = await pageOf({
    occupationReferences: [
      { scheme: 'ssyk2012', id: '5343', label: 'Personliga assistenter' },
      { scheme: 'esco', id: 'http://data.europa.eu/esco/occupation/1', label: 'home care aide' },
    ],
  })
  expect(textOf(page)).toContain('Yrkeskod SSYK 5343 fler koder ESCO home care aide')
  expect(page).toContain('href="http://data.europa.eu/esco/occupation/1"')
})

it('gives the digest in fours, and takes it to where it can be checked', async () => {
  const page = await pageOf({})
  const { body } = await test.stranger.get('/api/v1/profiles/testare/editions')
  const digest = body.editions[0].digest as string
  expect(page).toContain(`${digest.slice(0, 4)} ${digest.slice(4, 8)} ${digest.slice(8, 12)}</span>`)
  expect(page).toContain('href="/v/testare/1.0.0"')
  expect(textOf(page)).toContain(digest.match(/.{4}/gu)!.join(' '))
})

it('leads to the PDF in the language of the page, and to the file', async () => {
  const page = await pageOf({}, '/en/profiler/testare')
  expect(page).toContain('href="/api/v1/profiles/testare/editions/1.0.0/pdf?language=en"')
  expect(page).toContain('href="/api/v1/profiles/testare/editions/1.0.0/file"')
})

const isOpen = (page: string) =>
  elementsOf(page).flatMap(({ name, attributes }) =>
    name === 'details' && attributes.class === 'mod' ? 'open' in attributes : [],
  )

it('opens every module on request, for those who read straight through', async () => {
  const closed = await pageOf({ modules: [buildLink(), buildLink()] })
  expect(isOpen(closed)).toEqual([false, false])
  expect(isOpen(await read('/profiler/testare?visa=allt'))).toEqual([true, true])
})

const TEXT = buildProfile()

describe('when a later version has been published', () => {
  beforeEach(async () => {
    await publish(test.context.deps, TEXT)
    await publishNext(test.context.deps, { ...TEXT, targetGroup: 'Alla.' })
  })

  it('the former one says so first of all, and leads to the one that applies', async () => {
    const page = await read('/profiler/testare/1.0.0')
    expect(textOf(page)).toContain(
      'version 1.0.0 Gäller inte längre Testare 1.0.0 gäller inte längre. Läs 1.0.1 , eller se vad som skiljer .',
    )
    expect(page).toContain('href="/profiler/testare"')
    expect(page).toContain('href="/profiler/testare/1.0.1/jamfor/1.0.0"')
  })

  it('the address without a number shows the one that applies, and both lead to it', async () => {
    for (const address of ['/profiler/testare', '/profiler/testare/1.0.1']) {
      const page = await read(address)
      expect(textOf(page)).toContain('version 1.0.1 Gäller nu')
      expect(page).toContain('<link rel="canonical" href="http://localhost:3000/profiler/testare" />')
    }
  })

  it('the list of versions has both, with what differs between them', async () => {
    const rows = elementsOf(await read('/profiler/testare/versioner')).filter(
      ({ name, attributes }) => name === 'li' && attributes.class?.includes('leaf'),
    )
    expect(rows.map(({ text }) => text)).toEqual([
      '1.0.1 Gäller nu. Publicerad 1 mars 2026. Testrådet Vad som skiljer från 1.0.0',
      '1.0.0 Publicerad 1 mars 2026. Testrådet Den första',
    ])
  })
})

const answer = async (address: string) => {
  const elements = elementsOf(await read(address))
  const [heading, lead] = ['h1', 'p'].map((wanted) =>
    elements.find(
      ({ name, attributes }) => name === wanted && (wanted === 'h1' || attributes.class === 'lead'),
    ),
  )
  return [heading?.text, lead?.text]
}

describe('asking whether a version is the latest', () => {
  it('says yes, since when, and that nobody has changed it', async () => {
    await publish(test.context.deps, TEXT)
    expect(await answer('/v/testare/1.0.0')).toEqual([
      'Ja, det här är den senaste versionen',
      'Den gäller sedan 1 mars 2026, och ingen har ändrat i den.',
    ])
  })

  it('says no, until when it applied, and what applies instead', async () => {
    await publish(test.context.deps, TEXT)
    test.now = new Date('2026-04-01T09:00:00Z')
    await publishNext(test.context.deps, { ...TEXT, targetGroup: 'Alla.' })
    test.now = new Date('2026-05-01T09:00:00Z')
    expect(await answer('/v/testare/1.0.0')).toEqual([
      'Nej, 1.0.1 gäller nu',
      '1.0.0 gällde till 1 april 2026. Då kom 1.0.1.',
    ])
    await publishNext(test.context.deps, { ...TEXT, targetGroup: 'Några.' })
    expect(await answer('/v/testare/1.0.0')).toEqual([
      'Nej, 1.0.2 gäller nu',
      '1.0.0 gällde till 1 april 2026. Då kom 1.0.1, och nu gäller 1.0.2.',
    ])
    expect(await answer('/en/v/testare/1.0.1')).toEqual([
      'No, 1.0.2 applies now',
      '1.0.1 applied until 1 May 2026. Then came 1.0.2.',
    ])
  })
})
