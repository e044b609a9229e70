import express from 'express'
import fc from 'fast-check'
import request from 'supertest'
import {
  addressKey,
  limitByAddress,
  openRateLimits,
  takeSignIn,
  type RateLimit,
} from '../../server/http/rate-limits.ts'
import { ProblemError } from '../../server/problems.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

function limitsAt(start = 0) {
  const clock = { now: start }
  const limits = openRateLimits(() => clock.now)
  /** Null when there was room, else the seconds to wait. */
  const attempt = (act: () => void): number | null => {
    try {
      act()
      return null
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'too-many-requests')
        return Number(error.context.retryAfter)
      throw error
    }
  }
  return {
    clock,
    limits,
    take: (limit: RateLimit, key: string) => attempt(() => limits.take(limit, key)),
    signIn: (person: string, address: string) => attempt(() => takeSignIn(limits, person, address)),
  }
}

describe('a limit', () => {
  test.each<[RateLimit, number, string]>([
    ['signInPerPersonAndAddress', 10, 'in ten minutes'],
    ['signInPerAddress', 100, 'in ten minutes'],
    ['linkPerPerson', 5, 'in an hour'],
    ['printsPerAddress', 60, 'in a minute'],
    ['draftPrintsPerPerson', 20, 'in a minute'],
    ['dataPerPerson', 20, 'in ten minutes'],
    ['requestsPerAddress', 1200, 'in a minute'],
    ['requestsPerPerson', 1_200, 'in a minute'],
  ])('%s lets %i through %s, and no more', (limit, times) => {
    const { take } = limitsAt()
    const refused = Array.from({ length: times + 1 }, () => take(limit, 'karin')).map((wait) => wait !== null)
    expect(refused).toEqual([...Array<boolean>(times).fill(false), true])
  })

  test('gives its places back one by one, and says when the next is free', () => {
    const { take, clock } = limitsAt()
    for (let time = 0; time < 10; time += 1) take('signInPerPersonAndAddress', 'karin')
    expect(take('signInPerPersonAndAddress', 'karin')).toBe(60)
    clock.now += 59 * SECOND
    expect(take('signInPerPersonAndAddress', 'karin')).toBe(1)
    clock.now += SECOND
    expect(take('signInPerPersonAndAddress', 'karin')).toBeNull()
    expect(take('signInPerPersonAndAddress', 'karin')).toBe(60)
  })

  test('does not count what it refuses: who hammers on waits no longer', () => {
    const { take } = limitsAt()
    for (let time = 0; time < 10_000; time += 1) take('signInPerPersonAndAddress', 'karin')
    expect(take('signInPerPersonAndAddress', 'karin')).toBe(60)
  })

  test('counts each key by itself, and each limit by itself', () => {
    const { take } = limitsAt()
    for (let time = 0; time < 6; time += 1) take('linkPerPerson', 'karin')
    expect(take('linkPerPerson', 'nils')).toBeNull()
    expect(take('importsPerPerson', 'karin')).toBeNull()
  })

  test('never lets more through than its number at a stretch and what has come back since', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 * MINUTE }), { maxLength: 300 }), (pauses) => {
        const { take, clock } = limitsAt()
        let passed = 0
        for (const pause of pauses) {
          clock.now += pause
          if (take('signInPerPersonAndAddress', 'karin') === null) passed += 1
        }
        expect(passed).toBeLessThanOrEqual(10 + clock.now / MINUTE)
      }),
    )
  })

  test('remembers whose password is guessed, though somebody comes from ever new addresses', () => {
    const { take } = limitsAt()
    for (let time = 0; time < 10; time += 1) take('signInPerPersonAndAddress', 'karin')
    for (let each = 0; each < 50_000; each += 1) take('signInPerPersonAndAddress', `made up ${each}`)
    expect(take('signInPerPersonAndAddress', 'karin')).toBe(60)
  })

  test('holds no more memory than it is allowed, however many and long the keys are', () => {
    const { take } = limitsAt()
    const long = 'x'.repeat(1_000)
    const before = process.memoryUsage().heapUsed
    for (let each = 0; each < 200_000; each += 1) take('requestsPerAddress', `${each}${long}`)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024)
  })
})

describe('signing in by password', () => {
  test('stops a stranger who guesses, and leaves the owner’s own address open', () => {
    const { signIn } = limitsAt()
    const guesses = Array.from({ length: 10_000 }, () => signIn('karin@example.se', '203.0.113.9'))
    expect(guesses.filter((wait) => wait === null)).toHaveLength(10)
    expect(signIn('karin@example.se', '198.51.100.1')).toBeNull()
  })

  test('cannot be closed to the owner by one address, however long it goes on', () => {
    const { signIn, clock } = limitsAt()
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      clock.now += MINUTE
      for (let time = 0; time < 20; time += 1) signIn('karin@example.se', '203.0.113.9')
    }
    expect(signIn('karin@example.se', '198.51.100.1')).toBeNull()
  })

  test('stops many addresses that guess one person’s password, and opens again when they stop', () => {
    const { signIn, clock } = limitsAt()
    const guesses = Array.from({ length: 1_000 }, (_, each) => signIn('karin@example.se', `10.0.0.${each}`))
    expect(guesses.filter((wait) => wait === null)).toHaveLength(100)
    expect(signIn('karin@example.se', '198.51.100.1')).toBe(36)
    clock.now += 36 * SECOND
    expect(signIn('karin@example.se', '198.51.100.1')).toBeNull()
  })

  test('stops one address that tries one password on everybody', () => {
    const { signIn } = limitsAt()
    const tries = Array.from({ length: 1_000 }, (_, each) => signIn(`person ${each}`, '203.0.113.9'))
    expect(tries.filter((wait) => wait === null)).toHaveLength(100)
  })
})

describe('one address', () => {
  test.each<[string | undefined, string, string]>([
    ['203.0.113.9', '203.0.113.9', 'IPv4'],
    ['::ffff:203.0.113.9', '203.0.113.9', 'IPv4 written as IPv6'],
    ['203.0.113.9:41822', '203.0.113.9', 'with the port that a proxy has put there'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', 'IPv6'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64', 'another of the same subscriber'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64', 'a neighbour'],
    ['[2001:db8:1:2::7]:443', '2001:db8:1:2::/64', 'IPv6 with a port'],
    ['2001:db8::1', '2001:db8:0:0::/64', 'with zeros left out'],
    ['1::4:5:6:7:8', '1:0:0:4::/64', 'with zeros left out of the first half'],
    ['::1', '0:0:0:0::/64', 'this machine'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64', 'IPv4 through a translator'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'with the name of an interface'],
    ['nonsense', 'nonsense', 'whatever a proxy makes up'],
    [undefined, '', 'a connection that is gone'],
  ])('%s counts as %s (%s)', (ip, key) => {
    expect(addressKey(ip)).toBe(key)
  })

  test('is refused when it asks too often, and others are not', async () => {
    const app = express()
      .set('trust proxy', 'loopback')
      .use(
        limitByAddress(
          openRateLimits(() => 0),
          'printsPerAddress',
        ),
        (_request, response) => {
          response.send('printed')
        },
      )
      .use(((error: ProblemError, _request, response, _next) => {
        response.status(error.status).json(error.context)
      }) satisfies express.ErrorRequestHandler)
    const ask = (address: string) => request(app).get('/').set('x-forwarded-for', address)
    for (let time = 0; time < 60; time += 1) await ask('203.0.113.9').expect(200)
    await ask('203.0.113.9').expect(429, { retryAfter: 1 })
    await ask('203.0.113.10').expect(200)
  })
})
