/**
 * A load generator as a process of its own: connections that are kept alive, each with one request under way. It looks
 * at the length of an answer and throws the bytes away, so that it is done with them sooner than who sent them.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Load = {
  readonly port: number
  readonly path: string
  readonly encoding: 'identity' | 'gzip'
  readonly connections: number
  readonly milliseconds: number
}
export type Loaded = { readonly perSecond: number; readonly busy: number; readonly bytes: number }

const HEAD_END = '\r\n\r\n'
let answers = 0
let bytes = 0

/** The generator as a child process, waiting for loads. */
export function startLoad() {
  const child = fork(import.meta.filename, ['--generate'])
  return {
    async run(load: Load): Promise<Loaded> {
      child.send(load)
      const [loaded] = (await once(child, 'message')) as [Loaded]
      return loaded
    },
    stop: () => child.disconnect(),
  }
}

async function generate({ port, path, encoding, connections, milliseconds }: Load): Promise<Loaded> {
  const request = `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: ${encoding}${HEAD_END}`
  answers = 0
  bytes = 0
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const sockets = Array.from({ length: connections }, () => ask(port, Buffer.from(request)))
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const loaded = {
    perSecond: answers / seconds,
    busy: (user + system) / 1e6 / seconds,
    bytes: bytes / answers,
  }
  for (const socket of sockets) socket.destroy()
  return loaded
}

function ask(port: number, request: Buffer): Socket {
  let head = ''
  let left = 0
  // one buffer for all that comes: what is thrown away needs no room of its own
  const buffer = Buffer.allocUnsafe(256 * 1024)
  const socket: Socket = connect({ port, host: '127.0.0.1', onread: { buffer, callback: take } })
  socket.setNoDelay(true)
  socket.write(request)
  return socket

  function take(length: number): boolean {
    let body = length
    if (left === 0) {
      head += buffer.toString('latin1', 0, length)
      const end = head.indexOf(HEAD_END)
      if (end < 0) return true
      left = lengthIn(head)
      body = head.length - end - HEAD_END.length
      head = ''
    }
    left -= body
    bytes += length
    if (left === 0) {
      answers += 1
      socket.write(request)
    }
    return true
  }
}

function lengthIn(head: string): number {
  const length = /^HTTP\/1\.1 200 [\s\S]*?\r\ncontent-length: (\d+)/iu.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer that is not expected: ${head.slice(0, 200)}`)
  return Number(length)
}

if (process.argv[2] === '--generate') {
  process.on('message', (load: Load) => void generate(load).then((loaded) => process.send?.(loaded)))
}
