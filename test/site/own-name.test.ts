import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../server/repository-root.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

/** The smallest picture that there is: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const FIXED = 'Profilverkstad'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.close())

const brandOf = (page: string) => elementsOf(page).find(({ attributes }) => attributes.class === 'brand')

it('pages carry the name that the installation has been given', async () => {
  const administrator = await test.signedIn()
  await administrator.patch('/api/v1/installation/settings').send({ name: 'Yrken i omsorgen' }).expect(200)
  for (const address of ['/', '/logga-in', '/en/integritet', '/finns-inte']) {
    const { text } = await test.stranger.get(address)
    expect(brandOf(text)?.text).toBe('Yrken i omsorgen')
    expect(elementsOf(text).find(({ name }) => name === 'title')?.text).toContain('Yrken i omsorgen')
    expect(textOf(text)).not.toContain(FIXED)
  }
})

it('pages show its logo, beside the name in words', async () => {
  const administrator = await test.signedIn()
  await administrator.put('/api/v1/installation/logo').type('image/png').send(PIXEL).expect(204)
  const { text } = await test.stranger.get('/')
  const logo = elementsOf(text).find(({ name }) => name === 'img')?.attributes
  expect(logo).toMatchObject({ alt: '', src: expect.stringMatching(/^\/logo\/[\da-f]{16}$/u) })
  expect(brandOf(text)?.text).toBe(FIXED)
  await test.stranger.get(logo?.src ?? '').expect(200)
})

it('is the same page for those who are signed in, also at the foot', async () => {
  const [ours, theirs] = [await test.signedIn(), test.stranger]
  for (const address of ['/sa-arbetar-vi', '/integritet']) {
    expect((await ours.get(address)).text).toBe((await theirs.get(address)).text)
  }
  expect(textOf((await theirs.get('/integritet')).text)).toContain('Logga in i verkstaden')
})

it('the style sheet keeps a logo to the height of the menu', () => {
  const css = readFileSync(path.join(repositoryRoot(), 'web', 'styles', 'site-base.css'), 'utf8')
  expect(css).toMatch(/\.brand img \{\s*height: 2rem;/u)
})
