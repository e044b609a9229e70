import { get } from 'node:http'
import type TestAgent from 'supertest/lib/agent.js'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { readPdf, wholeText } from './pdf-reader.ts'
import type { PanelOfSecrets } from './panel-of-secrets.ts'

/** Every address that can be read: all of the API, and the pages; where nothing is meant by a name, nothing is found. */
export function addresses({
  slug,
  reviewId,
  meetingId,
  criterionId,
  seats,
  people,
}: PanelOfSecrets): string[] {
  const named: Readonly<Record<string, string>> = {
    slug,
    reviewId,
    meetingId,
    itemId: criterionId,
    version: '1.0.0',
    other: '1.0.0',
    memberId: seats.bo,
    personId: people.bo,
  }
  // The description of the API is long, and knows of no panel.
  const api = ROUTES.filter(({ method, id }) => method === 'get' && id !== 'readOpenApi').map(
    ({ path }) =>
      `/api/v1${path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? seats.bo)}`,
  )
  const pages = [
    '/',
    `/profiler/${slug}`,
    `/profiler/${slug}/versioner`,
    `/profiler/${slug}/1.0.0`,
    `/profiler/${slug}/1.0.0/jamfor/1.0.0`,
    `/profiler/${slug}/1.0.0/beslut`,
    `/profiler/${slug}/1.0.0/kedja/${criterionId}`,
    `/en/profiler/${slug}/1.0.0/beslut`,
    `/v/${slug}/1.0.0`,
    '/konto/uppgifter',
    `/administration/personer/${people.bo}/uppgifter`,
    `/panel/${reviewId}`,
    '/healthz',
  ]
  const more = [`/api/v1/reviews/${reviewId}/minutes?language=en`, '/api/v1/log?limit=100']
  return [...api, ...pages, ...more]
}

export type Read = { readonly path: string; readonly text: string; readonly json: unknown }

/** What an address answers; of a stream the first that is said, and of a PDF its words. */
export async function read(port: number, path: string, cookie: string): Promise<Read> {
  const headers = { accept: path.startsWith('/api/') ? '*/*' : 'text/html', ...(cookie && { cookie }) }
  const { type, bytes } = await new Promise<{ type: string; bytes: Buffer }>((resolve, reject) => {
    const asking = get({ port, path, headers }, (response) => {
      const said = String(response.headers['content-type'])
      const chunks: Buffer[] = []
      const end = () => resolve({ type: said, bytes: Buffer.concat(chunks) })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (!said.startsWith('text/event-stream')) return
        end()
        response.destroy()
      })
      response.on('end', end)
      response.on('error', end)
    })
    asking.on('error', reject)
  })
  if (type.startsWith('application/pdf')) {
    const pdf = await readPdf(bytes)
    return { path, text: `${wholeText(pdf)} ${pdf.xmp} ${JSON.stringify(pdf.bookmarks)}`, json: null }
  }
  return reading(path, type, bytes.toString())
}

export function reading(path: string, type: string, text: string): Read {
  return {
    path,
    text,
    json: /^application\/(?:problem\+)?json/u.test(type) ? (JSON.parse(text) as unknown) : null,
  }
}

/** The session that somebody asks by. */
export function cookieIn(agent: TestAgent): string {
  const { jar } = agent as unknown as { jar: { getCookies(access: unknown): { toValueString(): string }[] } }
  const access = { domain: '127.0.0.1', path: '/', secure: false, script: false }
  return jar
    .getCookies(access)
    .map((cookie) => cookie.toValueString())
    .join('; ')
}
