import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '../..')

/** The built program as a process of its own, which can be killed at any moment. */
export type ServerProcess = {
  readonly url: string
  /** A link for an administrator, as whoever runs the program would make one. */
  readonly signInLink: () => Promise<string>
  /** Gives the exit code; null when the signal ended it. */
  kill(signal?: NodeJS.Signals): Promise<number | null>
}

export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['dist/server/cli/main.js', 'serve'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await addressSaidBy(child)
  return {
    url,
    async signInLink() {
      const words = ['dist/server/cli/main.js', 'admin-link', '--json']
      const { stdout } = await run(process.execPath, words, {
        cwd: root,
        env: { ...process.env, ...settings },
      })
      const { address } = JSON.parse(stdout) as { address: string }
      return `${url}${new URL(address).pathname}`
    },
    async kill(signal = 'SIGKILL') {
      child.kill(signal)
      return ended
    },
  }
}

function addressSaidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      // With the line's end: of an address that comes in two parts, the first is another.
      const address = /(http:\S+)\n/u.exec(said)?.[1]
      if (address) resolve(address)
    })
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
