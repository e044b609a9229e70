import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { openStorage } from '../../server/storage/open-storage.ts'
import { startServer } from '../support/server-process.ts'

let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-serve-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Which profiles an installation has, with how many versions each, and whether there is a draft. */
async function whatIsHere(): Promise<string[]> {
  const storage = await openStorage({ databaseUrl: undefined, dataDir }, () => undefined)
  const found = await storage.read(async ({ profiles, drafts, editions }) =>
    Promise.all(
      (await profiles.list()).map(async ({ id, slug }) => {
        const versions = (await editions.list(id)).map(({ version }) => version).join(' ')
        return `${slug} ${versions}${(await drafts.revision(id)) === undefined ? '' : ' + draft'}`
      }),
    ),
  )
  await storage.close()
  return found.sort()
}

/** Starts the program on the data folder, and stops it as soon as it says that it is running. */
async function startAndStop(settings: Record<string, string> = {}): Promise<void> {
  const server = await startServer({ DATA_DIR: dataDir, PORT: '0', ...settings })
  expect(await server.kill('SIGTERM')).toBe(0)
}

test('an empty data folder gets the two examples, published, once', async () => {
  await startAndStop()
  const seeded = ['personlig-assistent 1.0.0', 'serviceassistent 1.0.0']
  expect(await whatIsHere()).toEqual(seeded)
  await startAndStop()
  expect(await whatIsHere()).toEqual(seeded)
}, 30_000)

test('SEED_EXAMPLES=no gives none, and neither does a later start with them', async () => {
  await startAndStop({ SEED_EXAMPLES: 'no' })
  expect(await whatIsHere()).toEqual([])
  await startAndStop()
  expect(await whatIsHere()).toEqual([])
}, 30_000)

/** Runs the built program to its end, from outside. */
async function runToTheEnd(
  words: readonly string[],
  settings: Record<string, string>,
  watch: (child: ReturnType<typeof spawnProgram>) => void = () => undefined,
): Promise<{ exitCode: number | null; stderr: string }> {
  const child = spawnProgram(words, settings)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  watch(child)
  return { stderr: await textOf(child.stderr), exitCode: await ended }
}

function spawnProgram(words: readonly string[], settings: Record<string, string>) {
  return spawn(process.execPath, ['dist/server/cli/main.js', ...words], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: { ...process.env, DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  })
}

/** Everything that the program says from its start until it is asked to stop, which is when it has said what is waited for. */
async function saidUntil(
  awaited: RegExp,
  meanwhile: (found: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const child = spawnProgram(['serve'], { PORT: '0', SEED_EXAMPLES: 'no' })
  let said = ''
  let isAsked = false
  for await (const part of child.stdout) {
    said += String(part)
    const found = isAsked ? undefined : awaited.exec(said)?.[0]
    if (found === undefined) continue
    isAsked = true
    await meanwhile(found)
    child.kill('SIGTERM')
  }
  return said
}

test('a link for the administrator is printed until somebody has been in, and into no journal after that', async () => {
  const link = /http\S+\/logga-in\/\S+/u
  await saidUntil(link, async (address) => {
    const { origin, pathname } = new URL(address)
    const body = JSON.stringify({ token: pathname.split('/').at(-1) })
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${origin}/api/v1/session`, { method: 'POST', headers, body })).status).toBe(201)
  })
  expect(await saidUntil(/i gång/u)).not.toMatch(link)
}, 30_000)

test('a port that is taken is told in words, and the program ends', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const port = String((other.address() as AddressInfo).port)
  const answer = await runToTheEnd(['serve'], { PORT: port, SEED_EXAMPLES: 'no' })
  await new Promise((resolve) => other.close(resolve))
  expect(answer).toEqual({ exitCode: 2, stderr: `Porten ${port} är upptagen. Välj en annan med PORT.\n` })
}, 30_000)

test('an answer whose reader stops in the middle is no error', async () => {
  const words = ['validate', '--json', 'profiles/personlig-assistent.json']
  const answer = await runToTheEnd(words, {}, ({ stdout }) => stdout.destroy())
  expect(answer).toEqual({ exitCode: 0, stderr: '' })
}, 30_000)
