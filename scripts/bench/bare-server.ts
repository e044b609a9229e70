/** The least that it takes to send a file of bytes: `node:http` with both copies in memory, as a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const SERVE = '--serve'

/** Starts it on two files. */
export async function startBareServer(plain: string, gzipped: string) {
  const child = fork(import.meta.filename, [SERVE, plain, gzipped])
  const [port] = (await once(child, 'message')) as [number]
  return { port, pid: child.pid ?? 0, stop: () => child.disconnect() }
}

function serve(plainFile: string, gzippedFile: string): void {
  const [plain, gzipped] = [readFileSync(plainFile), readFileSync(gzippedFile)]
  const server = createServer((request, response) => {
    const isGzip = request.headers['accept-encoding'] === 'gzip'
    const body = isGzip ? gzipped : plain
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': body.length,
      ...(isGzip && { 'content-encoding': 'gzip' }),
    })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.once('disconnect', () => process.exit())
}

const [mode, plain = '', gzipped = ''] = process.argv.slice(2)
if (mode === SERVE) serve(plain, gzipped)
