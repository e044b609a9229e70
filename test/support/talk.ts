import { Agent, createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The problem's code, when it is one. */
  readonly code: string | null
}

export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A program on a port of its own, and whoever asks it: quicker than a server for each request, and nothing is added to what is said. */
export type Talk = {
  readonly port: number
  ask(asked: Asked): Promise<Answer>
  close(): Promise<void>
}

export async function talkTo(app: RequestListener): Promise<Talk> {
  const server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  return {
    port,
    ask: (asked) => ask(agent, port, asked),
    async close() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Whoever listens to events is told that it has begun, and goes. */
export function ask(agent: Agent, port: number, { method, path, headers, body }: Asked): Promise<Answer> {
  const sent = Buffer.isBuffer(body) ? body : typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: {
          ...(sent !== undefined && { 'content-length': String(Buffer.byteLength(sent)) }),
          ...(sent !== undefined && {
            'content-type': Buffer.isBuffer(body) ? 'image/png' : 'application/json',
          }),
          ...headers,
        },
      },
      (response) => {
        const { statusCode: status = 0, headers: answered } = response
        if (String(answered['content-type']).startsWith('text/event-stream')) {
          response.destroy()
          return resolve({ status, headers: answered, text: '', code: null })
        }
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status, headers: answered, text, code: codeIn(answered, text) })
        })
      },
    )
    asking.on('error', reject)
    asking.end(sent)
  })
}

function codeIn(headers: IncomingHttpHeaders, text: string): string | null {
  if (!String(headers['content-type']).startsWith('application/problem+json') || text === '') return null
  return (JSON.parse(text) as { type: string }).type.replace('/problems/', '')
}

/**
 * Sends many requests at once over a few connections, each on the heels of the other, and counts what they are
 * answered with. `Retry-After` must stand by every 429.
 */
export async function flood(port: number, requests: readonly Asked[]): Promise<Record<string, number>> {
  const share = Math.ceil(requests.length / CONNECTIONS)
  const answered = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, one) =>
      pipeline(port, requests.slice(one * share, (one + 1) * share).map(written)),
    ),
  )
  const heads = answered.join('').match(/HTTP\/1\.1 \d{3}(?:.+\r?\n)+/gu) ?? []
  const statuses = heads.map((head) => {
    const status = head.slice(9, 12)
    if (status === '429' && !/^retry-after: [1-9]/imu.test(head))
      throw new Error(`429 without Retry-After: ${head}`)
    return status
  })
  return Object.fromEntries(
    [...new Set(statuses)].map((each) => [each, statuses.filter((status) => status === each).length]),
  )
}

const CONNECTIONS = 8

function pipeline(port: number, requests: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(requests.join(''))
      socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
    })
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  })
}

function written({ method, path, headers = {}, body }: Asked): string {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const lines = Object.entries({
    host: 'localhost',
    'content-type': 'application/json',
    ...headers,
    'content-length': String(Buffer.byteLength(text)),
  })
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`
}
