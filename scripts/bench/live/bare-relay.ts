/**
 * The least that it takes to keep what is written and pass it on: `ws`, a file that everything is appended to, one
 * `fdatasync` for all that came while the last one ran, and then a message to everybody else of the group.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fdatasync, openSync, write } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { WebSocketServer, type WebSocket } from 'ws'

const SERVE = '--serve'
const KEPT = Buffer.of(1)

export async function startBareRelay(file: string) {
  const child = fork(import.meta.filename, [SERVE, file])
  const [port] = (await once(child, 'message')) as [number]
  return { port, pid: child.pid ?? 0, stop: () => child.disconnect() }
}

type Said = { readonly from: WebSocket; readonly group: Set<WebSocket>; readonly bytes: Buffer }

function serve(path: string): void {
  const file = openSync(path, 'a')
  const [append, sync] = [promisify(write), promisify(fdatasync)]
  const groups = new Map<string, Set<WebSocket>>()
  let waiting: Said[] = []
  let isRunning = false

  async function keep(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await append(file, Buffer.concat(batch.map(({ bytes }) => bytes)))
      await sync(file)
      for (const { from, group, bytes } of batch) {
        for (const each of group) if (each !== from) each.send(bytes)
        from.send(KEPT)
      }
    }
    isRunning = false
  }

  const server = createServer()
  new WebSocketServer({ server }).on('connection', (socket, { url = '' }) => {
    const group = groups.get(url) ?? new Set()
    groups.set(url, group.add(socket))
    socket.on('close', () => group.delete(socket))
    socket.on('message', (bytes) => {
      waiting.push({ from: socket, group, bytes: bytes as Buffer })
      if (!isRunning) void keep()
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.once('disconnect', () => process.exit())
}

const [mode, path = ''] = process.argv.slice(2)
if (mode === SERVE) serve(path)
