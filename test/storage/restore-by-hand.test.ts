import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { startServer } from '../support/server-process.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-by-hand-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the built program as an administrator would; gives what it answers in JSON. */
async function run(dataDir: string, ...words: string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, ['dist/server/cli/main.js', ...words, '--json'], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [answer, mistakes] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  expect({ words, exitCode: await ended, mistakes }).toEqual({ words, exitCode: 0, mistakes: '' })
  return JSON.parse(answer) as Record<string, unknown>
}

const start = (dataDir: string) =>
  startServer({ DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', BACKUPS_KEPT: '0' })

/** The shipped examples as a server gives them: the sealed bytes, and the seal. */
async function editionsFrom(url: string): Promise<unknown[]> {
  const slugs = ['personlig-assistent', 'serviceassistent']
  return Promise.all(
    slugs.map(async (slug) => {
      const answer = await fetch(`${url}/api/v1/profiles/${slug}/editions/1.0.0`)
      return [answer.status, answer.headers.get('etag'), Buffer.from(await answer.arrayBuffer())]
    }),
  )
}

test('an installation is moved to a new machine by a backup taken while it runs, and is the same there', async () => {
  const [former, next] = [path.join(folder, 'former'), path.join(folder, 'next')]
  const file = path.join(folder, 'backup.gz')
  const running = await start(former)
  const published = await editionsFrom(running.url)
  expect(published).toEqual([expect.arrayContaining([200]), expect.arrayContaining([200])])
  const backup = await run(former, 'backup', file)
  await running.kill('SIGTERM')
  const verified = await run(former, 'verify')

  const { rows, createdAt } = backup
  expect(await run(next, 'restore', file)).toEqual({ rows, createdAt, setAside: null, erased: 0 })
  expect(readdirSync(next)).toEqual(['profilverkstad.sqlite'])
  expect(verified).toMatchObject({ editions: 2, breaches: [] })
  expect(await run(next, 'verify')).toEqual(verified)

  const moved = await start(next)
  expect(await editionsFrom(moved.url)).toEqual(published)
  expect((await fetch(await moved.signInLink())).status).toBe(200)
  await moved.kill('SIGTERM')
}, 60_000)
