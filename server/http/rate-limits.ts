import { hash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { RequestHandler } from 'express'
import { ProblemError } from '../problems.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How many times something may be done at a stretch; what has been used comes back evenly, all of it in that many
 * seconds. A whole municipality may share one address, so limits per address are roomy.
 */
const LIMITS = {
  signInPerAddress: { times: 100, seconds: 10 * MINUTE },
  signInPerPersonAndAddress: { times: 10, seconds: 10 * MINUTE },
  signInPerPerson: { times: 100, seconds: HOUR },
  linkPerAddress: { times: 60, seconds: HOUR },
  // Whoever has used up somebody else's has filled that person's mailbox with links that work.
  linkPerPerson: { times: 5, seconds: HOUR },
  // Strangers are known by where they are; people who are signed in by who they are, wherever they sit together.
  requestsPerAddress: { times: 1200, seconds: MINUTE },
  requestsPerPerson: { times: 1200, seconds: MINUTE },
  printsPerAddress: { times: 60, seconds: MINUTE },
  // A draft is laid out anew each time.
  draftPrintsPerPerson: { times: 20, seconds: MINUTE },
  // A whole workshop may come in by one address at once; there are 148 million codes.
  codesPerAddress: { times: 1000, seconds: 10 * MINUTE },
  // A personal word is short enough to be said aloud, one of 24,000: somebody at the table who guesses at the seats of six
  // the whole day through has one chance in twenty, and one in eighty while the workshop lasts.
  wordsPerCode: { times: 20, seconds: HOUR },
  // Each is a mail to everybody at the panel, with a link that signs them in.
  panelMailsPerPerson: { times: 60, seconds: HOUR },
  // Everybody at the panel reads all of them; a tab that has been offline sends some dozens at once.
  remarksPerPerson: { times: 300, seconds: HOUR },
  importsPerPerson: { times: 20, seconds: 10 * MINUTE },
  // All that is held about somebody may be hundreds of thousands of lines.
  dataPerPerson: { times: 20, seconds: 10 * MINUTE },
} as const

export type RateLimit = keyof typeof LIMITS

export type RateLimits = {
  /** Counts one time more. Throws too-many-requests, with the seconds to wait as `retryAfter`; that time is not counted. */
  readonly take: (limit: RateLimit, key: string) => void
}

/** How many keys a limit remembers: 2 MB at most. */
const MOST_KEYS = 20_000

/** Limits that are kept in memory, of this process alone. `now` gives milliseconds, and only goes forward. */
export function openRateLimits(now: () => number): RateLimits {
  const owing = new Map<RateLimit, Map<string, number>>()
  return {
    take(limit, key) {
      const { times, seconds } = LIMITS[limit]
      const each = (seconds * 1000) / times
      const at = now()
      const debts = owing.get(limit) ?? new Map<string, number>()
      owing.set(limit, debts)
      // A key may be as long as a stranger likes; its hash is not.
      const short = hash('sha256', key, 'base64')
      const paidBackAt = Math.max(debts.get(short) ?? at, at)
      const wait = paidBackAt - at - (times - 1) * each
      if (wait > 0) throw new ProblemError('too-many-requests', { retryAfter: Math.ceil(wait / 1000) })
      if (debts.size >= MOST_KEYS) forget(debts, at)
      debts.set(short, paidBackAt + each)
    },
  }
}

/**
 * Makes room: first goes what is paid back, then the half that owes least. Whoever comes from ever new addresses
 * pushes out their own, and not the count of the one whose password they guess.
 */
function forget(debts: Map<string, number>, at: number): void {
  for (const [key, paidBackAt] of debts) if (paidBackAt <= at) debts.delete(key)
  if (debts.size < MOST_KEYS / 2) return
  const middle = Float64Array.from(debts.values()).sort()[debts.size >> 1] ?? at
  for (const [key, paidBackAt] of debts) if (paidBackAt <= middle) debts.delete(key)
}

/**
 * Counts an attempt to sign in by password; asked before the password is looked at. `person` is what was typed, whether
 * there is such a person or not, so that a refusal tells nothing. Throws too-many-requests.
 *
 * A stranger who guesses is stopped by the pair of person and address, which leaves the owner's own address open. Only
 * what the pair lets through counts against the person, so one address cannot use that up; an attack from many can, and
 * then the password, and nothing else, rests until places come back, one each 36 seconds. Links by mail, passkeys and
 * OpenID Connect are not counted here: the owner always has a way in.
 */
export function takeSignIn(limits: RateLimits, person: string, address: string): void {
  limits.take('signInPerAddress', address)
  limits.take('signInPerPersonAndAddress', JSON.stringify([person, address]))
  limits.take('signInPerPerson', person)
}

/** Stops those who ask too often from one address. Behind a proxy, Express must trust it (`trust proxy`). */
export function limitByAddress(limits: RateLimits, limit: RateLimit): RequestHandler {
  return (request, _response, next) => {
    limits.take(limit, addressKey(request.ip))
    next()
  }
}

/** What counts as one address: of IPv6 the first half, since the other half is every subscriber's own to choose from. */
export function addressKey(ip = ''): string {
  const address = ip
    // Some proxies name the port too, which is another for each connection.
    .replace(/^\[(.*)\](?::\d+)?$/u, '$1')
    .replace(/^([\d.]+):\d+$/u, '$1')
    .replace(/^::ffff:(?=\d+\.)/iu, '')
  return isIPv6(address) ? firstHalf(address) : address
}

function firstHalf(address: string): string {
  const [start = '', end = ''] = address
    .replace(/%.*$/u, '')
    .replace(/[\d.]+\.\d+$/u, '0:0')
    .split('::')
  const [before, after] = [groupsIn(start), groupsIn(end)]
  const zeros = Array<number>(8 - before.length - after.length).fill(0)
  const half = [...before, ...zeros, ...after].slice(0, 4)
  return `${half.map((group) => group.toString(16)).join(':')}::/64`
}

function groupsIn(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
}
