/**
 * `npm run licences`: what runs at the user's, grouped by licence. Fails when a package has a licence that nobody here
 * has read and found free to use, or has none that can be read.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Free to use and to pass on, with the notice kept; none asks that what uses them becomes free too. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages that do not name their licence where npm looks for it, and what their own licence file says. */
const READ_BY_HAND = { 'png-js@2.0.0': 'MIT' }

/** Whether an SPDX expression leaves a choice that is allowed. Throws on what is no such expression. */
export function isAllowed(expression, allowed = ALLOWED) {
  const words = expression.match(/[()]|[^\s()]+/gu) ?? []
  const answer = either()
  if (words.length > 0) throw new SyntaxError(`not an SPDX expression: ${expression}`)
  return answer

  function either() {
    let any = both()
    while (take('OR')) any = both() || any
    return any
  }
  function both() {
    let all = one()
    while (take('AND')) all = one() && all
    return all
  }
  function one() {
    if (take('(')) {
      const inside = either()
      if (!take(')')) throw new SyntaxError(`an open parenthesis: ${expression}`)
      return inside
    }
    const name = words.shift()
    if (!name || /^(?:[()]|AND|OR|WITH)$/u.test(name))
      throw new SyntaxError(`not an SPDX expression: ${expression}`)
    // An exception only ever gives more leave; it is part of the name none the less.
    return allowed.has(take('WITH') ? `${name} WITH ${words.shift()}` : name)
  }
  function take(word) {
    if (words[0] !== word) return false
    words.shift()
    return true
  }
}

/** Packages of a lock that run at the user's, each once: `{ name, licence }`, with the version in the name. */
export function packagesIn(lock, lookUp = () => undefined) {
  const packages = Object.entries(lock.packages)
    .filter(([place, { dev, link }]) => place !== '' && !dev && !link)
    .map(([place, { name, version, license }]) => {
      const named = `${name ?? place.split('node_modules/').at(-1)}@${version}`
      return [named, license ?? lookUp(place) ?? READ_BY_HAND[named] ?? 'none stated']
    })
  return [...new Map(packages)].map(([name, licence]) => ({ name, licence })).toSorted(byName)
}

/** Lines of what may not be used, or cannot be read. */
export function faultsIn(packages) {
  return packages
    .filter(({ licence }) => !isReadAndAllowed(licence))
    .map(({ name, licence }) => `${name}: ${licence}`)
}

function isReadAndAllowed(licence) {
  try {
    return isAllowed(licence)
  } catch {
    return false
  }
}

function byName(a, b) {
  return a.name < b.name ? -1 : Number(a.name > b.name)
}

/** Older packages state it as an object, or as several. */
function licenceOnDisk(place) {
  const file = path.join(import.meta.dirname, '..', place, 'package.json')
  if (!existsSync(file)) return undefined
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  const stated = [license ?? licenses ?? []].flat().map((each) => each.type ?? each)
  return stated.length > 0 ? stated.join(' OR ') : undefined
}

function main() {
  const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'))
  const packages = packagesIn(lock, licenceOnDisk)
  const byLicence = new Map()
  for (const { name, licence } of packages) byLicence.set(licence, [...(byLicence.get(licence) ?? []), name])
  for (const [licence, names] of [...byLicence].toSorted((a, b) => b[1].length - a[1].length)) {
    console.log(`${licence} (${names.length})\n  ${names.join(', ')}`)
  }
  const faults = faultsIn(packages)
  for (const fault of faults) console.error(`a licence that nobody here has allowed: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}

if (process.argv[1] === import.meta.filename) main()
