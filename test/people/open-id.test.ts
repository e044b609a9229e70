import { isAllowedIssuer } from '../../server/people/open-id-issuer.ts'
import { openIdDoor, type OpenIdDoor } from '../../server/people/open-id.ts'
import { ProblemError } from '../../server/problems.ts'
import { claimsIn, startIssuer, type Account, type TestIssuer } from '../support/issuer.ts'

const BASE = 'http://localhost:3000'
const karin: Account = {
  sub: 'karin-7',
  email: 'Karin.Ek@Example.se',
  email_verified: true,
  name: 'Karin Ek',
}
let issuer: TestIssuer
let now: Date
let door: OpenIdDoor
/** Issuers of a single test; one left running would keep the whole suite from ending. */
const others: TestIssuer[] = []

beforeAll(async () => {
  issuer = await startIssuer()
})
afterAll(() => issuer.close())
beforeEach(() => {
  now = new Date('2026-03-01T09:00:00Z')
  issuer.alterIdToken = (token) => token
  issuer.accounts.clear()
  issuer.accounts.set('karin', karin)
  door = openIdDoor(issuer.config, BASE, () => now)
})

afterEach(async () => {
  for (const other of others.splice(0)) await other.close()
})

async function anotherIssuer(...settings: Parameters<typeof startIssuer>) {
  const other = await startIssuer(...settings)
  other.accounts.set('karin', karin)
  others.push(other)
  return other
}

/** Goes out by the door, signs in at the issuer, and is back outside with what has to be shown. */
async function goAndReturn(account: Account = karin) {
  issuer.accounts.set('karin', account)
  const { address, memory } = await door.begin('sign-in')
  return { returned: await issuer.signIn(address, 'karin'), memory }
}

async function comeIn(account: Account = karin) {
  const { returned, memory } = await goAndReturn(account)
  return door.finish(returned, memory)
}

/** The problem that it ends with, and no more of it than may be seen. */
async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it went well'),
    (problem: unknown) => problem,
  )
  if (!(error instanceof ProblemError)) throw error
  expect(error.cause).toBeUndefined()
  expect(Object.keys(error.context).filter((key) => key !== 'reason')).toEqual([])
  return [error.code, ...Object.values(error.context)].join(' ')
}

describe('the way out', () => {
  test('asks for a code with PKCE, and for no more about the person than address and name', async () => {
    const { address } = await door.begin('sign-in')
    const { origin, searchParams } = new URL(address)
    expect(origin).toBe(issuer.config.issuer)
    expect([...searchParams.keys()].sort()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ])
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'profilverkstad',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:3000/logga-in/oidc/svar',
      response_type: 'code',
      scope: 'openid email profile',
    })
  })

  test('gives a memory that fits in a cookie, and whose secrets are in no address', async () => {
    const { address, memory } = await door.begin('connect')
    expect(memory).toMatch(/^[\w-]{200,400}$/u)
    const { verifier } = JSON.parse(Buffer.from(memory, 'base64url').toString()) as { verifier: string }
    expect(verifier).toHaveLength(43)
    expect(address).not.toContain(verifier)
  })

  test('is another each time', async () => {
    const [one, other] = await Promise.all([door.begin('sign-in'), door.begin('sign-in')])
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new URL(one.address).searchParams.get(name)).not.toBe(
        new URL(other.address).searchParams.get(name),
      )
  })
})

describe('whoever comes back', () => {
  test.each(['sign-in', 'connect'] as const)('is known by issuer and subject (to %s)', async (purpose) => {
    const { address, memory } = await door.begin(purpose)
    expect(await door.finish(await issuer.signIn(address, 'karin'), memory)).toEqual({
      purpose,
      issuer: issuer.config.issuer,
      subject: 'karin-7',
      email: 'karin.ek@example.se',
      name: 'Karin Ek',
    })
  })

  test.each<[string, Account]>([
    ['when it is said not to be theirs', { ...karin, email_verified: false }],
    ['when nothing is said of whose it is, as in Entra ID', { sub: karin.sub, email: 'karin.ek@example.se' }],
    ['when it is not there', { sub: karin.sub, email_verified: true }],
    ['when it is empty', { ...karin, email: '' }],
    [
      'when it would be another’s in lower case, by the sign for kelvin',
      { ...karin, email: '\u212Aarin.ek@example.se' },
    ],
  ])('has no e-mail address %s', async (_, account) => {
    expect((await comeIn(account)).email).toBeNull()
  })

  test('has no e-mail address when the words that it is theirs stand in another place than the address', async () => {
    issuer.alterIdToken = (token) => issuer.sign({ ...claimsIn(token), email_verified: true })
    expect((await comeIn({ ...karin, email_verified: false })).email).toBeNull()
  })

  test('has the address and the name of the token, where they stand there', async () => {
    issuer.alterIdToken = (token) =>
      issuer.sign({ ...claimsIn(token), email: 'k@example.se', email_verified: true, name: ' Karin E ' })
    expect(await comeIn()).toMatchObject({ email: 'k@example.se', name: 'Karin E' })
  })

  test('need not have a name', async () => {
    expect((await comeIn({ sub: 'x', name: '  ' })).name).toBeNull()
  })

  test('may come back by a proxy that calls the program something else', async () => {
    const { returned, memory } = await goAndReturn()
    const inside = new URL(`http://10.0.0.7:8080/logga-in/oidc/svar${returned.search}`)
    expect((await door.finish(inside, memory)).subject).toBe('karin-7')
  })
})

describe('is refused and may try again', () => {
  test('without a memory, or with something that is none', async () => {
    const { returned } = await goAndReturn()
    const half = Buffer.from('{"state":"x","begun":1}').toString('base64url')
    for (const memory of [undefined, '', 'x', half, Buffer.from('null').toString('base64url')])
      expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused memory')
  })

  test('with somebody else’s memory', async () => {
    const { returned } = await goAndReturn()
    const { memory } = await door.begin('sign-in')
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused oauth_invalid_response')
  })

  test.each([
    ['too long after', 10 * 60_000 + 1],
    ['before it began', -10 * 60_000 - 1],
  ])('with a memory %s', async (_, later) => {
    const { returned, memory } = await goAndReturn()
    now = new Date(now.getTime() + later)
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused memory')
  })

  test('not with a memory that is ten minutes old', async () => {
    const { returned, memory } = await goAndReturn()
    now = new Date(now.getTime() + 10 * 60_000)
    expect((await door.finish(returned, memory)).subject).toBe('karin-7')
  })

  test.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'another')],
    ['no state', (query: URLSearchParams) => query.delete('state')],
    ['two states', (query: URLSearchParams) => query.append('state', 'another')],
    ['the word of another issuer', (query: URLSearchParams) => query.set('iss', 'https://example.org')],
  ])('with %s in the address', async (_, change) => {
    const { returned, memory } = await goAndReturn()
    change(returned.searchParams)
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused oauth_invalid_response')
  })

  test('with a code that has been used', async () => {
    const { returned, memory } = await goAndReturn()
    await door.finish(returned, memory)
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused invalid_grant')
  })

  test('with a code that was made for somebody else’s way out', async () => {
    const [mine, theirs] = [await goAndReturn(), await goAndReturn()]
    mine.returned.searchParams.set('code', theirs.returned.searchParams.get('code') ?? '')
    expect(await problemOf(door.finish(mine.returned, mine.memory))).toBe('open-id-refused invalid_grant')
  })

  test('with a memory of which the nonce was changed', async () => {
    const { returned, memory } = await goAndReturn()
    const told = JSON.parse(Buffer.from(memory, 'base64url').toString()) as object
    const changed = Buffer.from(JSON.stringify({ ...told, nonce: 'another' })).toString('base64url')
    expect(await problemOf(door.finish(returned, changed))).toBe(
      'open-id-refused oauth_jwt_claim_comparison_failed',
    )
  })

  test('when they changed their mind at the issuer', async () => {
    const { address, memory } = await door.begin('sign-in')
    const returned = await issuer.cancel(address)
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused access_denied')
  })

  test('and what the issuer said in words goes no further', async () => {
    const { address, memory } = await door.begin('sign-in')
    const returned = await issuer.cancel(address)
    returned.searchParams.set('error', 'Karin Ek <karin.ek@example.se>')
    returned.searchParams.set('error_description', 'karin.ek@example.se')
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-refused')
  })

  test.each<[string, object]>([
    ['for somebody else', { aud: 'another-program' }],
    ['by another issuer', { iss: 'https://example.org' }],
    ['long ago', { exp: 1_700_000_000 }],
    ['without saying of whom', { sub: undefined }],
  ])('with a token that was made %s', async (_, claims) => {
    issuer.alterIdToken = (token) => issuer.sign({ ...claimsIn(token), ...claims })
    expect(await problemOf(comeIn())).toMatch(/^open-id-refused oauth_/u)
  })

  test('with a token that the issuer has not signed', async () => {
    const other = await anotherIssuer()
    issuer.alterIdToken = (token) => other.sign(claimsIn(token))
    expect(await problemOf(comeIn())).toBe('open-id-refused oauth_invalid_response')
  })

  test('with a token that nobody has signed', async () => {
    issuer.alterIdToken = (token) => {
      const header = Buffer.from('{"alg":"none"}').toString('base64url')
      return `${header}.${token.split('.')[1]}.`
    }
    expect(await problemOf(comeIn())).toMatch(/^open-id-refused oauth_/u)
  })

  test('when the program’s secret is wrong', async () => {
    door = openIdDoor({ ...issuer.config, clientSecret: 'wrong' }, BASE, () => now)
    expect(await problemOf(comeIn())).toBe('open-id-refused invalid_client')
  })
})

test.each(['199001019802', '900101-9802', 'SE:19900101-9802', '701063-2391'])(
  'a subject that is a personal number is never taken: %s',
  async (sub) => {
    expect(await problemOf(comeIn({ ...karin, sub }))).toBe('open-id-personal-number')
  },
)

describe('an issuer that does not answer', () => {
  test('is told of as such, and works when it is up again', async () => {
    await issuer.goDown()
    try {
      expect(await problemOf(door.begin('sign-in'))).toBe('open-id-unreachable')
      expect(await problemOf(door.begin('sign-in'))).toBe('open-id-unreachable')
    } finally {
      await issuer.comeUp()
    }
    expect((await comeIn()).subject).toBe('karin-7')
  })

  test('may go down while somebody is there', async () => {
    const { returned, memory } = await goAndReturn()
    await issuer.goDown()
    try {
      expect(await problemOf(door.finish(returned, memory))).toBe('open-id-unreachable')
    } finally {
      await issuer.comeUp()
    }
    expect((await door.finish(returned, memory)).subject).toBe('karin-7')
  })

  test('or answers that it is ill is no refusal', async () => {
    const ill = await anotherIssuer()
    door = openIdDoor(ill.config, BASE, () => now)
    const { address, memory } = await door.begin('sign-in')
    const returned = await ill.signIn(address, 'karin')
    ill.fallIll()
    expect(await problemOf(door.finish(returned, memory))).toBe('open-id-unreachable')
    expect(await problemOf(openIdDoor(ill.config, BASE, () => now).begin('sign-in'))).toBe(
      'open-id-unreachable',
    )
  })

  test('or says that it is somebody else', async () => {
    const sameServer = issuer.config.issuer.replace('127.0.0.1', 'localhost')
    door = openIdDoor({ ...issuer.config, issuer: sameServer }, BASE, () => now)
    expect(await problemOf(door.begin('sign-in'))).toBe(
      'open-id-unreachable oauth_json_attribute_comparison_failed',
    )
  })
})

test('the secret is sent by HTTP Basic to an issuer that takes it in no other way', async () => {
  const basic = await anotherIssuer({ takesSecret: 'client_secret_basic' })
  door = openIdDoor(basic.config, BASE, () => now)
  const { address, memory } = await door.begin('sign-in')
  expect((await door.finish(await basic.signIn(address, 'karin'), memory)).subject).toBe('karin-7')
})

test.each([
  'https://login.example.se',
  'https://login.example.se/tenant/v2.0',
  'http://localhost:4000',
  'http://127.0.0.1:4000',
  'http://127.8.9.10',
  'http://[::1]:4000/realm',
])('the issuer %s is allowed', (address) => {
  expect(isAllowedIssuer(address)).toBe(true)
  expect(() => openIdDoor({ ...issuer.config, issuer: address }, BASE, () => now)).not.toThrow()
})

test.each([
  'http://login.example.se',
  'http://localhost.example.se',
  'http://127.0.0.1.example.se',
  'http://10.0.0.1',
  'https://login.example.se?tenant=1',
  'https://login.example.se#x',
  'https://somebody:secret@login.example.se',
  'ftp://login.example.se',
  'login.example.se',
])('the issuer %s is not allowed', (address) => {
  expect(isAllowedIssuer(address)).toBe(false)
  expect(() => openIdDoor({ ...issuer.config, issuer: address }, BASE, () => now)).toThrow(
    'the OpenID Connect issuer must be an https address, or http on this machine',
  )
})
