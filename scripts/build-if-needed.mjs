/** Builds when the build is missing or older than what it is made of: 3 s then, nothing otherwise. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const stamp = path.join(root, 'dist', 'built')

export function buildIfNeeded() {
  const sources = ['server', 'web', 'schemas', 'scripts', 'package-lock.json', 'tsconfig.json']
  const newest = Math.max(...sources.map((source) => newestIn(path.join(root, source))))
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return
  const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  run('node_modules/typescript/bin/tsc', '-b', '--force', 'server')
  run('scripts/build-web.mjs')
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, '')
}

function newestIn(place) {
  const stat = statSync(place)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))))
}
