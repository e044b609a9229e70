import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Request } from 'express'
import type { StoredEdition } from '../storage/storage.ts'

type Copy = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }
type Shelved = { readonly etag: string; readonly plain: Copy; readonly gzipped: Copy }

/** How much the shelf holds unless told otherwise, in bytes. */
const ROOM = 24 * 1024 * 1024

/**
 * Published versions ready to be sent: an edition never changes, so its bytes, plain and compressed, are made once.
 * Those that were asked for last are kept. `offer` answers straight from memory, before anything else is asked; what is not there takes the long way round.
 */
export type EditionShelf = {
  readonly offer: (request: IncomingMessage, response: ServerResponse) => boolean
  readonly send: (
    request: Request,
    response: ServerResponse,
    edition: StoredEdition,
    isFixed: boolean,
  ) => void
}

export function editionShelf(room = ROOM): EditionShelf {
  const shelf = new Map<string, Shelved>()
  let filled = 0

  function put(address: string, copies: Shelved): void {
    if (shelf.has(address) || address.includes('?')) return
    shelf.set(address, copies)
    filled += weigh(copies)
    for (const [oldest, old] of shelf) {
      if (filled <= room || oldest === address) break
      shelf.delete(oldest)
      filled -= weigh(old)
    }
  }

  return {
    offer(request, response) {
      const address = request.url ?? ''
      const copies = request.method === 'GET' ? shelf.get(address) : undefined
      if (!copies) return false
      shelf.delete(address)
      shelf.set(address, copies)
      answer(request, response, copies)
      return true
    },
    send(request, response, edition, isFixed) {
      const copies = copiesOf(edition, isFixed)
      if (isFixed) put(request.originalUrl, copies)
      answer(request, response, copies)
    },
  }
}

function weigh({ plain, gzipped }: Shelved): number {
  return plain.body.length + gzipped.body.length
}

function copiesOf({ document, digest }: StoredEdition, isFixed: boolean): Shelved {
  const body = Buffer.from(document)
  const etag = `"${digest}"`
  const common = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': isFixed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  }
  const copy = (bytes: Buffer, more: Record<string, string> = {}): Copy => ({
    headers: { ...common, ...more, 'content-length': String(bytes.length) },
    body: bytes,
  })
  return {
    etag,
    plain: copy(body),
    gzipped: copy(gzipSync(body, { level: 9 }), { 'content-encoding': 'gzip' }),
  }
}

/** Written straight to the socket's response: Express would compute again what is known. */
function answer(request: IncomingMessage, response: ServerResponse, { etag, plain, gzipped }: Shelved): void {
  const { 'if-none-match': known, 'accept-encoding': encodings = '' } = request.headers
  if (known !== undefined && known.split(',').some((tag) => tag.trim().replace(/^W\//u, '') === etag)) {
    const { 'content-length': _length, 'content-encoding': _encoding, ...headers } = plain.headers
    response.writeHead(304, headers).end()
    return
  }
  const copy = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/u.test(encodings) ? gzipped : plain
  response.writeHead(200, copy.headers).end(copy.body)
}
