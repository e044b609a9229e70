import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

/** The built program, serving as a process of its own. */
export type ChildServer = {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly signInToken: string
  stop(): Promise<void>
}

/** @param program what to start: the command line, or what `npm start` starts */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  program: readonly string[] = ['dist/server/cli/main.js', 'serve'],
): Promise<ChildServer> {
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'silent', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  process.once('exit', () => child.kill('SIGKILL')) // whatever goes wrong here, it does not stay
  let said = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    if (/\/logga-in\/\S+\s/u.test(said)) break
  }
  const [, url, port, signInToken] = /(http:\/\/\S+:(\d+))\/logga-in\/(\S+)/u.exec(said) ?? []
  if (!url || !port || !signInToken || !child.pid) throw new Error(`the server did not start: ${said}`)
  child.stdout.resume()
  return {
    url,
    port: Number(port),
    pid: child.pid,
    signInToken,
    async stop() {
      child.kill('SIGTERM')
      await exit
    },
  }
}

/**
 * Signs in with the server's one-time link; gives the session's cookie. From one address no more than a hundred do so within
 * ten minutes: more than that come from others, by the proxy that this process is.
 */
export async function signIn(
  { url, signInToken: token }: Pick<ChildServer, 'url' | 'signInToken'>,
  address = '127.0.0.1',
): Promise<string> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ token }),
  })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Milliseconds of processor time that a process has had; NaN where the system does not say (all but Linux). */
export function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // after the name in brackets, which may contain anything, the fields are counted from 3; 14 and 15 are user and system
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** MiB of memory that a process holds; NaN where the system does not say (all but Linux). */
export function residentMemory(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return Number.NaN
  return Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(file, 'utf8'))?.[1]) / 1024
}
