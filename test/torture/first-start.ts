import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ProfileList } from '../../schemas/types.ts'
import { startServer } from '../support/server-process.ts'
import { clientOf } from './client.ts'
import type { Dice } from './dice.ts'
import { verifyData } from './verify-data.ts'

const root = path.join(import.meta.dirname, '../..')

/**
 * Starts on an empty folder, kills the server at a random moment before it is up, and starts again: the database must
 * come to its form, and the examples that are shipped must all be there. Gives what is wrong, in words.
 */
export async function killFirstStarts(times: number, chance: Dice): Promise<string[]> {
  const losses: string[] = []
  const whole = await timeOfFirstStart()
  for (let time = 1; time <= times; time++) {
    const settings = { DATA_DIR: mkdtempSync(path.join(tmpdir(), 'profilverkstad-torture-')), PORT: '0' }
    // nothing is written before the program is loaded, which is half of it
    await killAfter(settings, whole * (0.4 + 0.6 * chance.roll()))
    const server = await startServer(settings)
    try {
      const { profiles } = await clientOf(server, '').read<ProfileList>('')
      if (profiles.length !== 2) losses.push(`start ${time}: ${profiles.length} of 2 examples are there`)
      const { breaches } = await verifyData(settings.DATA_DIR)
      losses.push(...breaches.map(({ code, where }) => `start ${time}: verify: ${code} in ${where}`))
    } finally {
      await server.kill()
      rmSync(settings.DATA_DIR, { recursive: true, force: true })
    }
  }
  return losses
}

async function timeOfFirstStart(): Promise<number> {
  const settings = { DATA_DIR: mkdtempSync(path.join(tmpdir(), 'profilverkstad-torture-')), PORT: '0' }
  const start = performance.now()
  const server = await startServer(settings)
  const time = performance.now() - start
  await server.kill()
  rmSync(settings.DATA_DIR, { recursive: true, force: true })
  return time
}

async function killAfter(settings: Readonly<Record<string, string>>, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, ['dist/server/cli/main.js', 'serve'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'silent', ...settings },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  child.kill('SIGKILL')
  await ended
}
