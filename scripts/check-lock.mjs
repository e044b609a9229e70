/**
 * Fails when package-lock.json lacks a package that a locked one names as optional (a build for another platform):
 * `npm install` can write such a lock, and `npm ci` then refuses it. Fails, too, when it names a download host.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const { packages } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
)

/** Node looks for a package in the node_modules of every folder above. */
const isLocked = (name, place) => {
  const parents = place.split(/\/?node_modules\//u)
  return parents.some((_, depth) => {
    const above = parents.slice(1, parents.length - depth)
    return Object.hasOwn(packages, [...above, name].map((each) => `node_modules/${each}`).join('/'))
  })
}

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(name, place))
    .map((name) => `${place || 'package.json'} names ${name}, which is not locked`),
)
const hosted = Object.entries(packages)
  .filter(([, { resolved = '' }]) => /^https?:/u.test(resolved))
  .map(([place, { resolved }]) => `${place} is tied to ${new URL(resolved).host}`)

for (const fault of [...missing, ...hosted]) console.error(fault)
if (missing.length + hosted.length > 0) process.exitCode = 1
else console.log(`package-lock.json is whole: ${Object.keys(packages).length} packages`)
