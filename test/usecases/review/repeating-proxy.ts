import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dice } from '../../torture/dice.ts'

/** What a proxy does with a request, how often beside the others. */
const MANNERS = {
  'passes it on': 5,
  'sends it twice at once': 3,
  'sends it now, and again later': 3,
  'loses the answer': 3,
  'loses the request': 2,
} as const
export type Manner = keyof typeof MANNERS

type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}
type Answered = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

export type RepeatingProxy = {
  readonly url: string
  readonly counts: Readonly<Record<Manner, number>>
  /** Sends what it has kept for later, and waits until all of it has been answered. */
  readonly sendTheRest: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A proxy of the kind that means well: it repeats what it is not sure of, early or late, and loses the rest. */
export async function openRepeatingProxy(port: number, chance: Dice): Promise<RepeatingProxy> {
  const counts: Record<Manner, number> = {
    'passes it on': 0,
    'sends it twice at once': 0,
    'sends it now, and again later': 0,
    'loses the answer': 0,
    'loses the request': 0,
  }
  const likely = Object.entries(MANNERS).flatMap(([manner, times]) =>
    Array<Manner>(times).fill(manner as Manner),
  )
  const late: Asked[] = []
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const asked = await read(incoming)
      // What was kept from before comes when nobody thinks of it any longer.
      if (late.length > 3) void pass(port, late.splice(chance.below(late.length), 1)[0] ?? asked)
      const manner = chance.pick(likely)
      counts[manner] += 1
      if (manner === 'loses the request') return incoming.socket.destroy()
      if (manner === 'sends it now, and again later') late.push(asked)
      const answers = await Promise.all([
        pass(port, asked),
        ...(manner === 'sends it twice at once' ? [pass(port, asked)] : []),
      ])
      if (manner === 'loses the answer') return incoming.socket.destroy()
      const { status, headers, body } = answers[chance.below(answers.length)] ?? answers[0]
      return outgoing.writeHead(status, headers).end(body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async sendTheRest() {
      for (const asked of late.splice(0)) await pass(port, asked)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage): Promise<Asked> {
  const { method = 'GET', url = '/', headers } = incoming
  return { method, path: url, headers, body: await whole(incoming) }
}

function pass(port: number, { method, path, headers, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const passed = request({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      whole(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
        reject,
      )
    })
    passed.on('error', reject)
    passed.end(body)
  })
}

async function whole(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
