import type { OccupationalProfile } from '../../schemas/types.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { decideInPanel } from './decide-in-panel.ts'
import { publishNext } from './publish-next.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

const ATTACK = `"'><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">`
const MARKDOWN = `${ATTACK}

[klick](javascript:alert(1)) [klick](data:text/html,x) [klick](//annan.example/x) ![bild](https://annan.example/x.png)

<svg onload=alert(1)> <https://bra.example/sida> [brev](mailto:vi@bra.example) [vbscript:x](vbscript:x)`

/** A text in every field that takes one, each with the attack in it. */
function hostileProfile(more = ''): OccupationalProfile {
  const text = (field: string) => `${field}${more} ${ATTACK}`
  const variant = (field: 'title' | 'text' | 'purpose' | 'explanation') => ({
    field,
    language: 'sv-x-lattlast',
    text: text(`lätt ${field}`),
    madeFrom: 'a'.repeat(64),
  })
  return buildProfile({
    title: text('titel'),
    owner: text('ansvarig'),
    purpose: `${text('syfte')}\n${text('mer syfte')}`,
    targetGroup: text('målgrupp'),
    delimitations: `avgränsning${more} ${MARKDOWN}`,
    roleDescription: `roll${more} ${MARKDOWN}`,
    levelRationale: text('nivåskäl'),
    outcomeStem: text('inledning').slice(0, 60),
    occupationReferences: [
      { scheme: 'ssyk2012', id: '5343', label: text('etikett') },
      { scheme: 'esco', id: 'javascript:alert(1)', label: text('esco') },
    ],
    personalSuitability: [{ id: id('s'), text: text('lämplighet'), reason: text('därför') }],
    wordList: [
      {
        id: id('w'),
        term: text('fråga'),
        explanation: text('betydelse'),
        translations: [{ language: 'en', text: text('translation') }],
        variants: [variant('explanation')],
      },
    ],
    modules: [
      buildLink({
        id: id('m'),
        title: text('modul'),
        purpose: text('modulsyfte'),
        prerequisites: text('före'),
        levelRationale: text('modulnivå'),
        variants: [variant('title'), variant('purpose')],
        outcomes: [
          buildOutcome({
            id: id('o'),
            text: text('resultat'),
            variants: [variant('text')],
            criteria: [buildCriterion({ id: id('c'), text: text('Gör fråga'), variants: [variant('text')] })],
          }),
        ],
      }),
    ],
  })
}

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
  await publish(test.context.deps, hostileProfile())
  await publishNext(test.context.deps, hostileProfile(' igen'), {
    rule: () => ({ equivalent: false, reason: ATTACK }),
  })
  await decideInPanel(test, hostileProfile(' en gång till'), {
    itemId: id('c'),
    words: (what) => `${what} ${ATTACK}`,
    organisation: ATTACK,
  })
}, 60_000)
afterAll(() => test.close())

describe.each([
  '/',
  '/profiler/testare',
  '/en/profiler/testare',
  '/profiler/testare/1.0.0',
  '/profiler/testare/versioner',
  '/profiler/testare/2.0.0/jamfor/1.0.0',
  '/v/testare/1.0.0',
  '/profiler/testare/2.1.0',
  '/profiler/testare/2.1.0/beslut',
  '/en/profiler/testare/2.1.0/beslut',
  '/profiler/testare/2.1.0/jamfor/2.0.0',
  `/profiler/testare/2.1.0/kedja/${id('c')}`,
  `/profiler/testare/2.1.0/kedja/${id('m')}`,
  `/en/profiler/testare/2.1.0/kedja/${id('profile')}`,
])('%s, of a profile whose every field is an attack', (address) => {
  const read = async () => (await test.stranger.get(address).expect(200)).text

  it('has no element that comes from a field', async () => {
    const names = new Set(elementsOf(await read()).map(({ name }) => name))
    expect(
      [...names].filter((name) => ['script', 'img', 'style', 'iframe', 'object'].includes(name)),
    ).toEqual([])
  })

  it('has no attribute that runs anything', async () => {
    const elements = elementsOf(await read())
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith('on')),
    ).toEqual([])
    const addresses = elements.flatMap(({ attributes: { href = '', action = '', src = '' } }) => [
      href,
      action,
      src,
    ])
    const strange = addresses.filter(
      (to) => !/^(?:$|#|\?|\/(?!\/)|https?:\/\/(?:localhost|bra\.example)|mailto:|data:image\/svg)/u.test(to),
    )
    expect(strange).toEqual([])
  })

  it('shows the attack as the words that it is', async () => {
    expect(textOf(await read())).toContain('<script>alert(1)</script>')
  })
})

it('keeps the links of a Markdown field that lead to the web and to mail', async () => {
  const elements = elementsOf((await test.stranger.get('/profiler/testare')).text)
  const addresses = elements.map(({ attributes }) => attributes.href)
  expect(addresses).toContain('https://bra.example/sida')
  expect(addresses).toContain('mailto:vi@bra.example')
})

it('shows a picture in a Markdown field as its description', async () => {
  const { text } = await test.stranger.get('/profiler/testare')
  expect(text).not.toContain('annan.example/x.png')
  expect(textOf(text)).toContain('bild')
})
