import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { readAssets } from '../../server/http/assets.ts'
import { repositoryRoot } from '../../server/repository-root.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { decideInPanel } from './decide-in-panel.ts'

const EXAMPLE = JSON.parse(
  readFileSync(path.join(repositoryRoot(), 'profiles', 'personlig-assistent.json'), 'utf8'),
)

let test: TestApp
let page: Buffer
beforeAll(async () => {
  test = await startTestApp()
  await publish(test.context.deps, EXAMPLE.profile)
  page = Buffer.from((await test.stranger.get('/profiler/personlig-assistent')).text)
})
afterAll(() => test.close())

const built = (source: string) =>
  readFileSync(path.join(repositoryRoot(), 'dist', 'web', readAssets().address(source)))

/** What a first visit loads, in bytes over the wire. Fonts are compressed in themselves. */
function weigh(compress: (bytes: Buffer) => Buffer) {
  const fonts = built('generated/pv-sans-400.woff2').length + built('generated/pv-serif-400.woff2').length
  return { html: compress(page).length, css: compress(built('styles/site.css')).length, fonts }
}

it('loads one style sheet and two fonts, and nothing else', () => {
  const addresses = [...String(page).matchAll(/<(?:link|script|img|source)[^>]*(?:href|src)="(\/[^"]*)"/gu)]
  expect(addresses.map(([, address = '']) => address.replace(/-[\w-]{8}(?=\.)/u, ''))).toEqual([
    '/assets/site.css',
    '/assets/pv-sans-400.woff2',
    '/assets/pv-serif-400.woff2',
  ])
})

// The example's text alone, with nothing around it, is 13.4 kB gzipped.
it('a whole profile with every word in it weighs little', () => {
  expect(weigh((bytes) => gzipSync(bytes, { level: 9 })).html).toBeLessThan(22_500)
  expect(weigh((bytes) => brotliCompressSync(bytes)).html).toBeLessThan(18_500)
})

it('a profile that a panel stands behind, with a dissent and its ways to the decision, weighs little too', async () => {
  const next = structuredClone(EXAMPLE.profile)
  next.modules[3].module.outcomes[2].criteria[1].text = 'Kontrollerar lås, bromsar och sele före varje lyft.'
  const itemId = next.modules[3].module.outcomes[2].criteria[1].id
  await decideInPanel(test, next, { itemId })
  const { text } = await test.stranger.get('/profiler/personlig-assistent').expect(200)
  expect(text).toContain('#avvikande-1')
  expect(gzipSync(Buffer.from(text), { level: 9 }).length).toBeLessThan(22_500)
}, 60_000)

it('the style sheet of all the public pages weighs little', () => {
  expect(weigh((bytes) => gzipSync(bytes, { level: 9 })).css).toBeLessThan(6_500)
})

it('a first visit with fonts and all stays under what a slow connection carries in a second', () => {
  const { html, css, fonts } = weigh((bytes) => gzipSync(bytes, { level: 9 }))
  expect(html + css + fonts).toBeLessThan(57_000)
})
