import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

/** The built program as a process of its own, which can be killed at any moment. */
export type ServerProcess = {
  readonly url: string
  readonly signInLink: string
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
  const signInLink = await linkSaidBy(child)
  return {
    url: signInLink.slice(0, signInLink.indexOf('/logga-in')),
    signInLink,
    async kill(signal = 'SIGKILL') {
      child.kill(signal)
      return ended
    },
  }
}

function linkSaidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const link = /http\S+\/logga-in\/\S+/u.exec(said)?.[0]
      if (link) resolve(link)
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
