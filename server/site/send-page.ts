import { createHash } from 'node:crypto'
import { brotliCompress, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import type { Html } from './html.ts'

/** A page ready to be sent, plain and compressed, with the tag of its content. */
export type ReadyPage = {
  readonly plain: Buffer
  readonly gzipped: Buffer
  /** A fifth smaller than gzip, but slow to make: only for pages that are kept, and once it is there. */
  brotli?: Buffer
  readonly etag: string
}

export type Sending = {
  readonly status?: number
  /** How long others may keep it; by default they ask each time whether it has changed. */
  readonly cacheControl?: string
  readonly headers?: Readonly<Record<string, string>>
}

export function readyPage(page: Html): ReadyPage {
  const plain = Buffer.from(page.text)
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, gzipped: gzipSync(plain, { level: 9 }), etag }
}

/** Sends a page, or only says that the reader has it already. */
export function sendPage(
  request: Request,
  response: Response,
  { plain, gzipped, brotli, etag }: ReadyPage,
  { status = 200, cacheControl = 'no-cache', headers = {} }: Sending = {},
): void {
  response.set({
    etag,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    ...headers,
  })
  if (status === 200 && isKnown(request, etag)) {
    response.status(304).end()
    return
  }
  const bodies = { ...(brotli && { br: brotli }), gzip: gzipped, identity: plain }
  const encoding = request.acceptsEncodings(...Object.keys(bodies))
  const body = bodies[encoding as keyof typeof bodies] ?? plain
  if (body !== plain) response.set('content-encoding', String(encoding))
  response
    .status(status)
    .set('content-length', String(body.length))
    .end(request.method === 'HEAD' ? undefined : body)
}

function isKnown(request: Request, etag: string): boolean {
  const known = request.get('if-none-match') ?? ''
  return known.split(',').some((tag) => tag.trim() === etag)
}

/** How much the shelf holds unless told otherwise, in bytes. */
const ROOM = 16 * 1024 * 1024

/**
 * Pages of published versions, which are the same each time; those asked for last are kept. Their key says everything
 * that they depend on. Those who ask for the same page while it is made wait for the same one.
 */
export function pageShelf(room = ROOM) {
  const shelf = new Map<string, { readonly page: Promise<ReadyPage>; weight: number }>()
  let filled = 0

  return (key: string, make: () => Promise<Html>): Promise<ReadyPage> => {
    const found = shelf.get(key) ?? { page: prepare(key, make), weight: 0 }
    shelf.delete(key)
    shelf.set(key, found)
    return found.page
  }

  async function prepare(key: string, make: () => Promise<Html>): Promise<ReadyPage> {
    try {
      const page = readyPage(await make())
      compressInTime(page)
      settle(key, weigh(page))
      return page
    } catch (error) {
      shelf.delete(key)
      throw error
    }
  }

  function settle(key: string, weight: number): void {
    const made = shelf.get(key)
    if (!made) return
    made.weight = weight
    filled += weight
    for (const [oldest, old] of shelf) {
      if (filled <= room) break
      if (old === made || old.weight === 0) continue // what is still being made weighs nothing yet
      shelf.delete(oldest)
      filled -= old.weight
    }
  }
}

/** Off the main thread; those who ask before it is done get gzip. */
function compressInTime(page: ReadyPage): void {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: page.plain.length,
  }
  brotliCompress(page.plain, { params }, (error, compressed) => {
    if (!error) page.brotli = compressed
  })
}

function weigh({ plain, gzipped }: ReadyPage): number {
  return plain.length + gzipped.length
}
