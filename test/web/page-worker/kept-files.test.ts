import { KeptFiles, PAGE_LIMIT_MS } from '../../../web/page-worker/kept-files.ts'

const ORIGIN = 'https://workshop.test'

/** As much of a browser's caches as the worker needs. */
class Caches {
  readonly all = new Map<string, Map<string, Response>>()

  open(name: string) {
    const cache = this.all.get(name) ?? new Map<string, Response>()
    this.all.set(name, cache)
    return Promise.resolve({
      put: (address: string, response: Response) =>
        Promise.resolve(void cache.set(pathOf(address), response)),
      match: (address: string) => Promise.resolve(cache.get(pathOf(address))?.clone()),
    })
  }

  match(address: string) {
    const found = [...this.all.values()].map((cache) => cache.get(pathOf(address))).find(Boolean)
    return Promise.resolve(found?.clone())
  }

  keys = () => Promise.resolve([...this.all.keys()])
  delete = (name: string) => Promise.resolve(this.all.delete(name))
}
const pathOf = (address: string) => new URL(address, ORIGIN).pathname

class Server {
  version = 'first'
  state: 'answers' | 'is away' | 'is slow' | 'is broken' | 'sends elsewhere' = 'answers'
  asked: string[] = []

  fetch = (request: Request | string): Promise<Response> => {
    const path = pathOf(typeof request === 'string' ? request : request.url)
    this.asked.push(path)
    switch (this.state) {
      case 'answers':
        return Promise.resolve(new Response(`${path} of the ${this.version} build`))
      case 'is away':
        return Promise.reject(new TypeError('no network'))
      case 'is slow':
        return new Promise(() => undefined)
      case 'is broken':
        return Promise.resolve(new Response('mistake', { status: 503 }))
      case 'sends elsewhere':
        return Promise.resolve(Response.redirect(`${ORIGIN}/logga-in`))
    }
  }
}

function setUp() {
  const [caches, server] = [new Caches(), new Server()]
  const waits: number[] = []
  const worker = (build: string, files = ['/assets/a.js', '/assets/b.css']) =>
    new KeptFiles(
      { address: '/tavla', name: 'board', build, files },
      {
        origin: ORIGIN,
        caches: caches as unknown as CacheStorage,
        fetch: server.fetch,
        later(run, ms) {
          waits.push(ms)
          if (server.state === 'is slow') run()
        },
      },
    )
  const ask = async (kept: KeptFiles, address: string, how: Partial<Request> = {}) => {
    const request = { url: new URL(address, ORIGIN).href, method: 'GET', mode: 'navigate', ...how } as Request
    const finished: Promise<unknown>[] = []
    const answer = kept.answer(request, (work) => finished.push(work))
    const response = await answer
    if (server.state !== 'is slow') await Promise.all(finished)
    return response?.text()
  }
  return { caches, server, worker, ask, waits }
}

test.each(['is away', 'is slow', 'is broken'] as const)(
  'the page that was opened once opens when the server %s',
  async (state) => {
    const { server, worker, ask, waits } = setUp()
    const kept = worker('one')
    await kept.install()
    server.state = state
    expect(await ask(kept, '/tavla/some-group')).toBe('/tavla of the first build')
    expect(await ask(kept, '/assets/a.js', { mode: 'cors' })).toBe('/assets/a.js of the first build')
    expect(waits).toEqual([PAGE_LIMIT_MS])
  },
)

test('the page comes from the server while that answers, and is that one from then on', async () => {
  const { server, worker, ask } = setUp()
  const kept = worker('one')
  await kept.install()
  server.version = 'second'
  expect(await ask(kept, '/tavla')).toBe('/tavla of the second build')
  server.state = 'is away'
  expect(await ask(kept, '/tavla')).toBe('/tavla of the second build')
})

test('being sent elsewhere is passed on, and not kept', async () => {
  const { server, worker, ask } = setUp()
  const kept = worker('one')
  await kept.install()
  server.state = 'sends elsewhere'
  expect(await ask(kept, '/tavla')).toBe('')
  server.state = 'is away'
  expect(await ask(kept, '/tavla')).toBe('/tavla of the first build')
})

test.each([
  ['a question to the API', '/api/v1/seats/mine', {}],
  ['an act', '/tavla', { method: 'POST' }],
  ['another page', '/verkstad', {}],
  ['a page that is called alike', '/tavlan', {}],
  ['something of another server', 'https://other.test/assets/a.js', { mode: 'cors' }],
] as const)('%s is left alone', async (_what, address, how) => {
  const { worker, ask } = setUp()
  expect(await ask(worker('one'), address, how)).toBeUndefined()
})

test('a file that the list does not have is kept when it is first asked for', async () => {
  const { server, worker, ask } = setUp()
  const kept = worker('one')
  await kept.install()
  await ask(kept, '/assets/late.js', { mode: 'cors' })
  server.state = 'is away'
  expect(await ask(kept, '/assets/late.js', { mode: 'cors' })).toBe('/assets/late.js of the first build')
  await expect(ask(kept, '/assets/never.js', { mode: 'cors' })).rejects.toThrow('no network')
})

test('a build of which a file cannot be had is not taken over to', async () => {
  const { server, worker } = setUp()
  server.state = 'is broken'
  await expect(worker('one').install()).rejects.toThrow('503')
})

test('a new build takes over what has not changed, and the one before stays until the next', async () => {
  const { caches, server, worker } = setUp()
  await worker('one').install()
  server.asked = []
  const two = worker('two', ['/assets/a.js', '/assets/c.css'])
  await two.install()
  await two.tidy()
  expect(server.asked.toSorted()).toEqual(['/assets/c.css', '/tavla'])
  expect([...caches.all.keys()]).toEqual(['board-one', 'board-two'])
  const three = worker('three')
  await three.install()
  await three.tidy()
  expect([...caches.all.keys()]).toEqual(['board-two', 'board-three'])
})
