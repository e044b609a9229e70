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

/** How much the shelf may hold, in bytes; the pages asked for last are kept. */
const ROOM = 16 * 1024 * 1024

/** Pages of published versions, which are the same each time. Their key says everything that they depend on. */
export function pageShelf() {
  const shelf = new Map<string, ReadyPage>()
  let filled = 0
  return async (key: string, make: () => Promise<Html>): Promise<ReadyPage> => {
    const found = shelf.get(key)
    if (found) {
      shelf.delete(key)
      shelf.set(key, found)
      return found
    }
    const page = readyPage(await make())
    compressInTime(page)
    shelf.set(key, page)
    filled += weigh(page)
    for (const [oldest, old] of shelf) {
      if (filled <= ROOM || oldest === key) break
      shelf.delete(oldest)
      filled -= weigh(old)
    }
    return page
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
