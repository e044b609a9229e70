import { exampleFiles, seedExamples } from '../../server/seed-examples.ts'
import { PROBLEMS } from '../../server/problems.ts'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { publishNext } from './publish-next.ts'
import { elementsOf, textOf } from '../support/read-html.ts'
import { readFileSync } from 'node:fs'

const PROFILES = new URL('../../profiles', import.meta.url).pathname
const SLUG = 'personlig-assistent'

let test: TestApp
let token: string

beforeAll(async () => {
  test = await startTestApp()
  test.now = new Date('2026-11-22T09:00:00Z')
  await seedExamples(test.context.deps, PROFILES)
  const file = exampleFiles(PROFILES).find((name) => name.includes(SLUG))!
  const { profile } = JSON.parse(readFileSync(file, 'utf8'))
  profile.modules[0].module.outcomes[0].criteria[0].text += ' Berättar varför.'
  profile.modules[1].module.outcomes.pop()
  await publishNext(test.context.deps, profile)
  token = (await issueAdminLink(test.context.deps, { fallbackName: 'Karin Ek' })).token
})
afterAll(() => test.close())

const PAGES = [
  '/',
  `/profiler/${SLUG}`,
  `/profiler/${SLUG}?visa=allt`,
  `/profiler/${SLUG}/1.0.0`,
  '/profiler/serviceassistent',
  `/profiler/${SLUG}/versioner`,
  `/profiler/${SLUG}/1.1.0/jamfor/1.0.0`,
  `/v/${SLUG}/1.0.0`,
  `/v/${SLUG}/1.1.0`,
  '/logga-in',
  '/logga-in/TOKEN',
  '/logga-in/en-lank-som-inte-finns',
  '/sa-arbetar-vi',
  '/integritet',
  '/tillganglighet',
  '/problems/draft-changed',
  '/profiler/finns-inte',
]
const IN_BOTH = PAGES.flatMap((page) => [page, `/en${page}`.replace(/\/$/u, '') || '/'])

describe.each([...IN_BOTH, '/api'])('the page %s', (address) => {
  const read = async () => (await test.stranger.get(address.replace('TOKEN', token))).text

  it('is well formed, with one main heading and headings in order', async () => {
    const elements = elementsOf(await read())
    const levels = elements.filter(({ name }) => /^h[1-6]$/u.test(name)).map(({ name }) => Number(name[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1))
    expect(elements.filter(({ name, text }) => /^h[1-6]$/u.test(name) && text === '')).toEqual([])
  })

  it('needs no script and has no style of its own', async () => {
    const elements = elementsOf(await read())
    expect(elements.filter(({ name }) => ['style', 'iframe', 'img'].includes(name))).toEqual([])
    // Where one signs in, passkeys come with a script; the other ways in work without it.
    const scripts = elements.filter(({ name }) => name === 'script').map(({ attributes }) => attributes.src)
    expect(scripts.map((src = '') => src.replace(/-[\w-]{8}\.js$/u, ''))).toEqual(
      address.endsWith('/logga-in') ? ['/assets/passkey-sign-in'] : [],
    )
    const attributes = elements.flatMap((element) => Object.keys(element.attributes))
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
  })

  it('names each element once, and every link within it leads somewhere', async () => {
    const elements = elementsOf(await read())
    const ids = elements.flatMap(({ attributes: { id } }) => id ?? [])
    expect(ids).toEqual([...new Set(ids)])
    const anchors = elements.flatMap(({ attributes: { href = '' } }) =>
      href.startsWith('#') ? href.slice(1) : [],
    )
    expect(anchors.filter((anchor) => !ids.includes(decodeURIComponent(anchor)))).toEqual([])
  })

  it('has its language, its landmarks and a way past the menu', async () => {
    const elements = elementsOf(await read())
    const count = (wanted: string) => elements.filter(({ name }) => name === wanted).length
    const isEnglish = address.startsWith('/en') || address === '/api'
    expect(elements.find(({ name }) => name === 'html')?.attributes.lang).toBe(isEnglish ? 'en' : 'sv')
    expect([count('header'), count('main'), count('footer')]).toEqual([1, 1, 1])
    expect(elements.find(({ name }) => name === 'a')?.attributes.href).toBe('#main')
    expect(elements.find(({ name }) => name === 'title')?.text).not.toBe('')
  })
})

it('a page leads to itself in the other language, and says so to search engines', async () => {
  const { text } = await test.stranger.get(`/en/profiler/${SLUG}/1.0.0`)
  const elements = elementsOf(text)
  const switcher = elements.find(({ attributes }) => attributes.class === 'lang')
  expect(switcher).toMatchObject({
    text: 'Svenska',
    attributes: { href: `/profiler/${SLUG}/1.0.0`, lang: 'sv' },
  })
  const alternates = elements.filter(({ attributes }) => attributes.rel === 'alternate')
  expect(alternates.map(({ attributes }) => [attributes.hreflang, attributes.href])).toEqual([
    ['sv', `http://localhost:3000/profiler/${SLUG}/1.0.0`],
    ['en', `http://localhost:3000/en/profiler/${SLUG}/1.0.0`],
  ])
})

it('on an English page the profile keeps its Swedish words, marked as such', async () => {
  const elements = elementsOf((await test.stranger.get(`/en/profiler/${SLUG}`)).text)
  expect(elements.find(({ name }) => name === 'h1')).toMatchObject({
    text: 'Personlig assistent',
    attributes: { lang: 'sv' },
  })
  const headings = elements.filter(({ name }) => name === 'h2').map(({ text }) => text)
  expect(headings).toEqual([
    'The role',
    'Eight modules',
    'Personal suitability',
    'Delimitations',
    'Words of the trade',
    'Decision and history',
  ])
})

describe('the list of profiles', () => {
  it('shows what is published in Swedish alphabetical order, with level, version and day', async () => {
    const elements = elementsOf((await test.stranger.get('/')).text)
    const rows = elements.filter(
      ({ name, attributes }) => name === 'li' && attributes.class?.includes('leaf'),
    )
    expect(rows.map(({ text }) => text)).toEqual([
      '1.1.0 Personlig assistent 8 moduler, 38 läranderesultat, publicerad 22 november 2026 SeQF 4 EXEMPEL',
      '1.0.0 Serviceassistent 4 moduler, 18 läranderesultat, publicerad 22 november 2026 SeQF 2 EXEMPEL',
    ])
  })

  it('shows the way to the workshop to those who are signed in, and to nobody else', async () => {
    const agent = await test.signedIn()
    expect(textOf((await agent.get('/')).text)).toContain('Du är inloggad som Karin Ek. Gå till verkstaden')
    expect((await test.stranger.get('/')).text).not.toContain('Karin Ek')
  })

  it('says so when nothing is published yet', async () => {
    const empty = await startTestApp()
    expect(textOf((await empty.stranger.get('/')).text)).toContain('Ingen profil är publicerad än')
    await empty.close()
  })
})

describe('pages about problems', () => {
  it.each(Object.keys(PROBLEMS))('%s has one, in both languages', async (code) => {
    const pages = [
      await test.stranger.get(`/problems/${code}`),
      await test.stranger.get(`/en/problems/${code}`),
    ]
    for (const { status, text } of pages) {
      expect(status).toBe(200)
      expect(textOf(text)).toContain(code)
    }
  })

  it.each([
    ['/problems/nagot-annat', 404, 'Sidan finns inte'],
    ['/problems/constructor', 404, 'Sidan finns inte'],
    ['/en/problems/nothing', 404, 'There is no such page'],
    ['/profiler/finns-inte', 404, 'Profilen finns inte'],
    ['/profiler/FINNS-INTE', 404, 'Profilen finns inte'],
    ['/profiler/%00', 404, 'Sidan finns inte'],
    [`/profiler/${SLUG}/9.9.9`, 404, 'Versionen finns inte'],
    [`/profiler/${SLUG}/latest`, 404, 'Versionen finns inte'],
    [`/profiler/${SLUG}/1.1.0/jamfor/0.0.1`, 404, 'Versionen finns inte'],
    [`/en/v/${SLUG}/9.9.9`, 404, 'There is no such version'],
    ['/schemas/v1/finns-inte.schema.json', 404, 'Sidan finns inte'],
  ])('%s answers %i: %s', async (address, status, title) => {
    const response = await test.stranger.get(address)
    expect(response.status).toBe(status)
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(elementsOf(response.text).find(({ name }) => name === 'h1')?.text).toBe(title)
  })

  it('an unknown version leads to those that exist', async () => {
    const { text } = await test.stranger.get(`/profiler/${SLUG}/9.9.9`)
    expect(text).toContain(`href="/profiler/${SLUG}/versioner"`)
  })
})
