import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Where `schemas`, `profiles` and `web` lie, seen from this file: the folder above `server`, or above `dist/server` once compiled. */
export function repositoryRoot(): string {
  const above = path.dirname(import.meta.dirname)
  return path.basename(above) === 'dist' ? path.dirname(above) : above
}

/** The version of this program. */
export function programVersion(): string {
  const packageJson = readFileSync(path.join(repositoryRoot(), 'package.json'), 'utf8')
  return (JSON.parse(packageJson) as { version: string }).version
}
