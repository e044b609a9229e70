/** Files have names that change with what is in them, so they are never out of date. */
const FILES = '/assets/'
/** A page that is open when a new build comes may yet ask for files of its own. */
const BUILDS_KEPT = 2
/** A network that takes longer to give the page is no network. */
export const PAGE_LIMIT_MS = 2_500

export type WorkerSurroundings = {
  readonly origin: string
  readonly caches: CacheStorage
  readonly fetch: (request: Request | string) => Promise<Response>
  readonly later: (run: () => void, ms: number) => void
}

/** One build of a page that opens without a network. */
export type KeptPage = {
  /** Its address; what lies below that is the same page. */
  readonly address: string
  /** What its builds are told apart from those of other pages by. */
  readonly name: string
  /** What the files are made of, in a few letters. */
  readonly build: string
  readonly files: readonly string[]
}

/** The worker's part in one build of a page. */
export class KeptFiles {
  readonly #around: WorkerSurroundings
  readonly #page: KeptPage
  readonly #prefix: string
  readonly #cache: string

  constructor(page: KeptPage, around: WorkerSurroundings) {
    this.#around = around
    this.#page = page
    this.#prefix = `${page.name}-`
    this.#cache = this.#prefix + page.build
  }

  /** Fetches the page and all its files. Throws when one of them cannot be had: then the build before goes on. */
  async install(): Promise<void> {
    const { caches, fetch } = this.#around
    const cache = await caches.open(this.#cache)
    const keep = async (address: string) => {
      // A file that an earlier build had too is the same file.
      const response = (isFile(address) ? await caches.match(address) : undefined) ?? (await fetch(address))
      if (!isWhole(response)) throw new Error(`${address}: ${response.status}`)
      await cache.put(address, response)
    }
    await Promise.all([this.#page.address, ...this.#page.files].map(keep))
  }

  /** Lets go of what earlier builds needed. */
  async tidy(): Promise<void> {
    const { caches } = this.#around
    const names = (await caches.keys()).filter(
      (name) => name.startsWith(this.#prefix) && name !== this.#cache,
    )
    const old = names.slice(0, Math.max(0, names.length - BUILDS_KEPT + 1))
    await Promise.all(old.map((name) => caches.delete(name)))
  }

  /** The answer to a request; null where it is none of the worker's business, as every question to the API. */
  answer(request: Request, finish: (work: Promise<unknown>) => void): Promise<Response> | null {
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== this.#around.origin) return null
    if (request.mode === 'navigate' && this.#isPage(pathname)) return this.#answerPage(request, finish)
    return isFile(pathname) ? this.#file(request) : null
  }

  /** From the network where that answers soon; else as it was the last time. */
  async #answerPage(request: Request, finish: (work: Promise<unknown>) => void): Promise<Response> {
    const { caches, fetch, later } = this.#around
    const fetched = fetch(request)
    const kept = fetched
      .then(async (response) => {
        if (isWhole(response))
          await (await caches.open(this.#cache)).put(this.#page.address, response.clone())
      })
      .catch(() => undefined)
    finish(kept)
    const late = new Promise<null>((given) => later(() => given(null), PAGE_LIMIT_MS))
    const soon = await Promise.race([fetched.catch(() => null), late])
    if (soon && soon.status < 500) return soon
    return (await this.#lastPage()) ?? soon ?? fetched
  }

  /** That of this build first: the files it needs are all here. */
  async #lastPage(): Promise<Response | undefined> {
    const { caches } = this.#around
    const { address } = this.#page
    const own = await (await caches.open(this.#cache)).match(address)
    return own ?? caches.match(address)
  }

  #isPage(path: string): boolean {
    const { address } = this.#page
    return path === address || path.startsWith(`${address}/`)
  }

  async #file(request: Request): Promise<Response> {
    const { caches, fetch } = this.#around
    const kept = await caches.match(request.url)
    if (kept) return kept
    const response = await fetch(request)
    if (isWhole(response)) await (await caches.open(this.#cache)).put(request.url, response.clone())
    return response
  }
}

const isFile = (path: string) => path.startsWith(FILES)

/** Nothing but the server's own good answer, and all of it: no page to sign in on, and no mistake, is ever kept. */
function isWhole(response: Response): boolean {
  return response.status === 200 && !response.redirected && response.type !== 'opaque'
}
