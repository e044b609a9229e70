import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { OccupationalProfile } from '../../schemas/types.ts'
import { buildProfile } from '../support/build-profile.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { publishNext } from './publish-next.ts'
import { textOf } from '../support/read-html.ts'

const TEXT = buildProfile()

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
  await publish(test.context.deps, TEXT)
})
afterEach(() => test.close())

const publishAnother = (given: Partial<OccupationalProfile>) =>
  publishNext(test.context.deps, { ...TEXT, ...given })

it.each([
  ['/profiler/testare/1.0.0', 'public, max-age=600'],
  ['/profiler/testare', 'no-cache'],
  ['/profiler/testare/versioner', 'no-cache'],
  ['/v/testare/1.0.0', 'no-cache'],
  ['/sa-arbetar-vi', 'no-cache'],
  ['/', 'private, no-cache'],
  ['/logga-in', 'no-store'],
  ['/profiler/finns-inte', 'no-store'],
])('%s may be kept: %s', async (address, caching) => {
  const { headers } = await test.stranger.get(address)
  expect(headers['cache-control']).toBe(caching)
  expect(headers.etag).toMatch(/^W\/"[\w-]{22}"$/u)
})

it.each(['/', '/profiler/testare', '/profiler/testare/1.0.0', '/en/profiler/testare/1.0.0', '/api'])(
  'does not send %s again to those who have it',
  async (address) => {
    const { headers } = await test.stranger.get(address)
    const again = await test.stranger.get(address).set('if-none-match', `"x", ${headers.etag}`)
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers.etag).toBe(headers.etag)
  },
)

const tag = async (address: string) => (await test.stranger.get(address)).headers.etag as string

it('has another tag in each language, and once a later version is published', async () => {
  const before = await tag('/profiler/testare/1.0.0')
  expect(await tag('/en/profiler/testare/1.0.0')).not.toBe(before)
  await publishAnother({ targetGroup: 'Alla.' })
  expect(await tag('/profiler/testare/1.0.0')).not.toBe(before)
})

it.each(['/profiler/%74estare/1.0.0', '/profiler/testare/1.0.0/'])(
  'is one page also as %s',
  async (address) => {
    expect(await tag(address)).toBe(await tag('/profiler/testare/1.0.0'))
  },
)

it('shows a new version at once where the number is left out', async () => {
  expect(textOf((await test.stranger.get('/profiler/testare')).text)).toContain('version 1.0.0')
  await publishAnother({ title: 'Provare' })
  const text = textOf((await test.stranger.get('/profiler/testare')).text)
  expect(text).toContain('version 1.0.1')
  expect(text).toContain('Provare')
})

it.each([
  ['gzip', 'gzip'],
  ['identity', undefined],
  ['', undefined],
  ['gzip;q=0', undefined],
])('to those who take %p it sends %p', async (accepted, sent) => {
  const { encoding, vary, bytes } = await wire('/integritet', accepted)
  expect([encoding, vary]).toEqual([sent, 'accept-encoding'])
  expect(String(encoding === 'gzip' ? gunzipSync(bytes) : bytes)).toMatch(/^<!doctype html>/u)
})

it('sends a version compressed more, once that is done', async () => {
  const address = '/profiler/testare/1.0.0'
  const { bytes: plain } = await wire(address, 'identity')
  let answer = await wire(address, 'br, gzip')
  for (let tries = 0; answer.encoding !== 'br' && tries < 200; tries++)
    answer = await wire(address, 'br, gzip')
  expect(answer.encoding).toBe('br')
  expect(brotliDecompressSync(answer.bytes).equals(plain)).toBe(true)
})

/** The body as it goes over the wire; supertest would unpack it. */
async function wire(address: string, accepted: string) {
  const server = createServer(test.app)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  try {
    const [answer, bytes] = await new Promise<[IncomingMessage, Buffer]>((resolve, reject) => {
      get({ port, path: address, headers: { 'accept-encoding': accepted } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve([response, Buffer.concat(chunks)]))
      }).on('error', reject)
    })
    return { encoding: answer.headers['content-encoding'], vary: answer.headers.vary, bytes }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
