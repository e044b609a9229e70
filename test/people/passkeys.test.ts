import { createPrivateKey, sign } from 'node:crypto'
import fc from 'fast-check'
import type { PasskeyAssertion, PasskeyRegistration } from '../../schemas/types.ts'
import { faultsOf } from '../../server/contract.ts'
import { challengeIn, credentialIdIn, passkeyDoor, type Passkey } from '../../server/people/passkeys.ts'
import { authenticatorAt, cbor, type Cbor, type Twist } from '../support/authenticator.ts'

const ORIGIN = 'https://profil.example'
const door = passkeyDoor(ORIGIN)
const karin = { id: '01890f3c-2f3a-7cc0-9d53-5d0f6f2b7a11', name: 'Karin Åkesson' }
const phone = () => authenticatorAt(ORIGIN)

async function registered(device = phone(), twist: Twist = {}) {
  const { options, challenge } = await door.registrationOptions(karin, [])
  const response = device.register(options, twist)
  return { device, response, challenge, register: () => door.register(response, challenge) }
}

async function signedIn(twist: Twist = {}, kept: Partial<Passkey> = {}) {
  const { device, register } = await registered()
  const passkey = { ...(await register()), ...kept }
  const { options, challenge } = await door.signInOptions([passkey])
  const response = device.signIn(options, twist)
  return { device, passkey, response, challenge, check: () => door.check(response, challenge, passkey) }
}

const refused = { code: 'passkey-refused', context: {} }

describe('making a passkey', () => {
  it('asks for one that verifies its owner, is found by itself and tells nothing of its maker', async () => {
    const { options } = await door.registrationOptions(karin, [])
    expect(options).toMatchObject({
      rp: { id: 'profil.example', name: 'profil.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: 300_000,
      excludeCredentials: [],
    })
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257])
  })

  it('shows the name as given and knows the person by the pseudonymous id only', async () => {
    const { options } = await door.registrationOptions(karin, [])
    const id = Buffer.from(karin.id).toString('base64url')
    expect(options.user).toEqual({ id, name: 'Karin Åkesson', displayName: 'Karin Åkesson' })
  })

  it('keeps what is needed to know it again', async () => {
    const { response, register } = await registered()
    expect(await register()).toEqual({
      id: response.id,
      publicKey: expect.stringMatching(/^[A-Za-z0-9_-]{80,}$/u),
      counter: 0,
      transports: ['internal', 'hybrid'],
    })
  })

  it('makes no second one on a device that has one already', async () => {
    const { device, register } = await registered()
    const { options } = await door.registrationOptions(karin, [await register()])
    expect(options.excludeCredentials).toMatchObject([{ type: 'public-key' }])
    expect(() => device.register(options)).toThrow('already')
  })

  it('never asks the same thing twice', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => door.registrationOptions(karin, [])))
    expect(new Set(asked.map(({ challenge }) => challenge)).size).toBe(3)
    expect(asked.every(({ options, challenge }) => options.challenge === challenge)).toBe(true)
  })

  it('takes a device that signs for itself', async () => {
    const { register } = await registered(phone(), {
      attestation: (signed, key) => ({
        fmt: 'packed',
        attStmt: new Map<Cbor, Cbor>([
          ['alg', -7],
          ['sig', sign('sha256', signed, key)],
        ]),
      }),
    })
    expect(await register()).toMatchObject({ counter: 0 })
  })

  test.each<[string, Twist]>([
    ['made on another website', { origin: 'https://profil.example.evil.example' }],
    ['made without TLS', { origin: 'http://profil.example' }],
    ['made on another port', { origin: 'https://profil.example:8443' }],
    ['made inside the page of another website', { crossOrigin: true }],
    ['made for another host', { rpId: 'evil.example' }],
    ['an answer to another question', { challenge: 'YW5vdGhlciBjaGFsbGVuZ2U' }],
    ['a sign-in that poses as a registration', { type: 'webauthn.get' }],
    ['made without showing finger, face or PIN', { verified: false }],
    ['certified by its maker, which the library would go out and look up', { attestation: certified }],
    ['vouched for in an unknown form', { attestation: () => ({ fmt: 'new', attStmt: new Map() }) }],
  ])('refuses one that is %s', async (_, twist) => {
    const { register } = await registered(phone(), twist)
    await expect(register()).rejects.toMatchObject(refused)
  })

  it('refuses one whose outside names another passkey', async () => {
    const { response, challenge } = await registered()
    const other = { ...response, id: 'AAAAAAAAAAAAAAAAAAAAAA', rawId: 'AAAAAAAAAAAAAAAAAAAAAA' }
    await expect(door.register(other, challenge)).rejects.toMatchObject(refused)
  })

  it('refuses a kind of key that was not asked for', async () => {
    const { response, challenge } = await registered()
    const bytes = Buffer.from(response.response.attestationObject, 'base64url')
    const algorithm = bytes.lastIndexOf(Buffer.from([0x03, 0x26, 0x20, 0x01])) + 1 // COSE: 3 is -7, -1 is 1
    bytes[algorithm] = 0x28 // -9
    const other = withPart(response, 'attestationObject', bytes.toString('base64url'))
    await expect(door.register(other, challenge)).rejects.toMatchObject(refused)
  })
})

describe('signing in with a passkey', () => {
  it('works, and gives the counter to keep', async () => {
    const { check } = await signedIn()
    expect(await check()).toEqual({ counter: 1 })
  })

  it('works alone, where nobody has said who they are', async () => {
    const { device, register } = await registered()
    const passkey = await register()
    const { options, challenge } = await door.signInOptions()
    expect(options).toMatchObject({ rpId: 'profil.example', userVerification: 'required', timeout: 300_000 })
    expect(options.allowCredentials).toBeUndefined()
    const response = device.signIn(options)
    expect(credentialIdIn(response)).toBe(passkey.id)
    expect(challengeIn(response)).toBe(challenge)
    expect(await door.check(response, challenge, passkey)).toEqual({ counter: 1 })
  })

  it('works again and again, with devices that count', async () => {
    const { device, passkey } = await signedIn()
    const counters: number[] = []
    for (let counter = 1; counters.length < 3;) {
      const { options, challenge } = await door.signInOptions([passkey])
      ;({ counter } = await door.check(device.signIn(options), challenge, { ...passkey, counter }))
      counters.push(counter)
    }
    expect(counters).toEqual([2, 3, 4])
  })

  it('works with devices that never count', async () => {
    const { check } = await signedIn({ counter: 0 })
    expect(await check()).toEqual({ counter: 0 })
  })

  it('works on this computer, without TLS', async () => {
    const local = passkeyDoor('http://localhost:3000')
    const { options, challenge } = await local.registrationOptions(karin, [])
    expect(options.rp.id).toBe('localhost')
    const response = authenticatorAt('http://localhost:3000').register(options)
    expect(await local.register(response, challenge)).toMatchObject({ id: response.id })
  })

  test.each<[string, Twist, Partial<Passkey>]>([
    ['on another website', { origin: 'https://profil.example.evil.example' }, {}],
    ['inside the page of another website', { crossOrigin: true }, {}],
    ['for another host', { rpId: 'evil.example' }, {}],
    ['in answer to another question', { challenge: 'YW5vdGhlciBjaGFsbGVuZ2U' }, {}],
    ['by a registration that poses as a sign-in', { type: 'webauthn.create' }, {}],
    ['without showing finger, face or PIN', { verified: false }, {}],
    ['by a copied key, whose counter goes backwards', { counter: 4 }, { counter: 5 }],
    ['by a copied key, whose counter stands still', { counter: 5 }, { counter: 5 }],
    ['by a copied key, which has stopped counting', { counter: 0 }, { counter: 5 }],
    ['by a passkey whose public key is not whole', {}, { publicKey: 'pQEC' }],
  ])('is refused %s', async (_, twist, kept) => {
    const { check } = await signedIn(twist, kept)
    await expect(check()).rejects.toMatchObject(refused)
  })

  it('is refused with the key of somebody else', async () => {
    const mine = await signedIn()
    const { device, register } = await registered()
    const theirs = await register()
    const { options, challenge } = await door.signInOptions([theirs])
    const response = device.signIn(options)
    await expect(door.check(response, challenge, mine.passkey)).rejects.toMatchObject(refused)
    const { id } = mine.passkey
    const posing = { ...response, id, rawId: id }
    await expect(door.check(posing, challenge, mine.passkey)).rejects.toMatchObject(refused)
  })

  it('is refused when the outside names another passkey', async () => {
    const { response, challenge, passkey } = await signedIn()
    const other = { ...response, id: 'AAAAAAAAAAAAAAAAAAAAAA', rawId: 'AAAAAAAAAAAAAAAAAAAAAA' }
    await expect(door.check(other, challenge, passkey)).rejects.toMatchObject(refused)
  })

  test.each([
    ['what the device says', 'authenticatorData', 0],
    ['what the browser says', 'clientDataJSON', 0],
    ['the signature, but for its wrapping,', 'signature', -28],
  ] as const)('is refused when any byte of %s has been changed', async (_, part, from) => {
    const { response, challenge, passkey } = await signedIn()
    const bytes = Buffer.from(response.response[part], 'base64url')
    const { length } = bytes.subarray(from)
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes)
        changed.subarray(from)[at]! ^= change
        const tampered = withPart(response, part, changed.toString('base64url'))
        await expect(door.check(tampered, challenge, passkey)).rejects.toMatchObject(refused)
      }),
    )
  })
})

describe('what no browser sends', () => {
  const huge = 'A'.repeat(20_000)
  const hostile: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'response'],
    ['a number', 7],
    ['a list', []],
    ['an empty object', {}],
    ['parts of the wrong kinds', { id: 1, rawId: [], type: {}, response: 'x', clientExtensionResults: null }],
    ['a response that is a list', { type: 'public-key', response: [] }],
    ['parts in a prototype', JSON.parse('{"__proto__":{"id":"AA","response":{"clientDataJSON":"e30"}}}')],
    ['names of a prototype', JSON.parse('{"constructor":{"prototype":{}},"response":{"toString":1}}')],
  ]

  test.each(hostile)('%s is refused, and says neither passkey nor challenge', async (_, response) => {
    const { passkey } = await signedIn()
    await expect(door.register(response, 'x')).rejects.toMatchObject(refused)
    await expect(door.check(response, 'x', passkey)).rejects.toMatchObject(refused)
    expect([credentialIdIn(response), challengeIn(response)]).toEqual([undefined, undefined])
  })

  test.each([
    ['a name too many', { extra: 1 }],
    ['a prototype', JSON.parse('{"__proto__":{"polluted":true}}') as object],
    ['a huge id', { id: huge, rawId: huge }],
    ['an id that is no base64url', { id: 'å/+=', rawId: 'å/+=' }],
    ['another kind', { type: 'password' }],
  ])('a real response with %s is refused', async (_, change) => {
    const made = await registered()
    await expect(door.register(own(made.response, change), made.challenge)).rejects.toMatchObject(refused)
    const { response, challenge, passkey } = await signedIn()
    await expect(door.check(own(response, change), challenge, passkey)).rejects.toMatchObject(refused)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  const deep = cbor(new Map<Cbor, Cbor>([['fmt', nested(700)]])).toString('base64url')
  const parts: [string, unknown][] = [
    ['a number', 7],
    ['a list', ['e30']],
    ['empty', ''],
    ['huge', huge],
    ['no base64url', '<script>'],
    ['JSON null', Buffer.from('null').toString('base64url')],
    ['half a JSON', Buffer.from('{"type":').toString('base64url')],
    ['a nest without a bottom', deep],
    ['a list that says it is endless', Buffer.from([0x9b, 0, 0x1f, ...Array(14).fill(0xff)]).toString('base64url')], // prettier-ignore
  ]

  test.each(parts)('a part that is %s is refused', async (_, value) => {
    const made = await registered()
    for (const part of ['clientDataJSON', 'attestationObject'] as const) {
      const response = withPart(made.response, part, value)
      await expect(door.register(response, made.challenge)).rejects.toMatchObject(refused)
    }
    const { response, challenge, passkey } = await signedIn()
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
      const other = withPart(response, part, value)
      await expect(door.check(other, challenge, passkey)).rejects.toMatchObject(refused)
    }
    expect(challengeIn(withPart(response, 'clientDataJSON', value))).toBeUndefined()
  })

  test('a challenge in a heap of other things is not looked for', async () => {
    const { response, challenge } = await signedIn()
    const heap = Buffer.from(JSON.stringify({ challenge, huge })).toString('base64url')
    expect(challengeIn(withPart(response, 'clientDataJSON', heap))).toBeUndefined()
  })

  test('any bytes as attestation are refused', async () => {
    const { response, challenge } = await registered()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        const other = withPart(response, 'attestationObject', Buffer.from(bytes).toString('base64url'))
        await expect(door.register(other, challenge)).rejects.toMatchObject(refused)
      }),
    )
  })

  test('any value at all is refused', async () => {
    const { passkey } = await signedIn()
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        await expect(door.check(value, 'x', passkey)).rejects.toMatchObject(refused)
        await expect(door.register(value, 'x')).rejects.toMatchObject(refused)
        expect(challengeIn(value)).toBeUndefined()
      }),
    )
  })
})

describe('the contract', () => {
  it('takes what devices send', async () => {
    const { response } = await registered()
    expect(faultsOf('requests/register-passkey', { response, name: 'Min telefon' })).toEqual([])
    expect(faultsOf('requests/use-passkey', { response: (await signedIn()).response })).toEqual([])
  })

  test.each([
    ['no name', ''],
    ['a name that is too long', 'x'.repeat(61)],
  ])('wants a passkey to have a name of its own: %s', async (_, name) => {
    const { response } = await registered()
    expect(faultsOf('requests/register-passkey', { response, name })).toMatchObject([{ pointer: '/name' }])
  })

  it('describes what browsers are asked', async () => {
    for (const { options } of [await door.registrationOptions(karin, []), await door.signInOptions()]) {
      expect(faultsOf('passkey-options', JSON.parse(JSON.stringify({ options })))).toEqual([])
    }
  })
})

function withPart(response: PasskeyRegistration | PasskeyAssertion, part: string, value: unknown) {
  return { ...response, response: { ...response.response, [part]: value } }
}

/** As JSON.parse would make it: also a part named `__proto__` becomes its own. */
function own(value: object, change: object): unknown {
  const copy = { ...value }
  for (const [key, part] of Object.entries(change)) {
    Object.defineProperty(copy, key, { value: part, enumerable: true })
  }
  return copy
}

function nested(depth: number): Cbor {
  let value: Cbor = 0
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

/** A certificate that says it is a key maker's, with its key. It is in order: nothing but our rule refuses it. */
function certified(signed: Buffer) {
  const maker = createPrivateKey({ key: Buffer.from(MAKER_KEY, 'base64url'), format: 'der', type: 'pkcs8' })
  const attStmt = new Map<Cbor, Cbor>([
    ['alg', -7],
    ['sig', sign('sha256', signed, maker)],
    ['x5c', [Buffer.from(MAKER_CERTIFICATE, 'base64url')]],
  ])
  return { fmt: 'packed', attStmt }
}

/** Made for this test (openssl req -x509, OU Authenticator Attestation, until 2126), and used for nothing else. */
const MAKER_KEY =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgY8MQt9zabPMLwln3if_Df9oUEDYiBs_1vtriUlqtjgihRANCAATEX6W26zlMBCPYii8chRnjlVJhoDHDM3ihNFALLn2mLIEMKMSL96eaVHtqzELnhuRSlLblSSPe-2MNoldelytD'
const MAKER_CERTIFICATE =
  'MIIB7zCCAZWgAwIBAgIURfp0_9U8pXLXi8OoAC1cYCJ2L0UwCgYIKoZIzj0EAwIwTzELMAkGA1UEBhMCU0UxDTALBgNVBAoMBFRlc3QxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xDTALBgNVBAMMBFRlc3QwIBcNMjYxMTIzMDIyNzE0WhgPMjEyNjEwMzAwMjI3MTRaME8xCzAJBgNVBAYTAlNFMQ0wCwYDVQQKDARUZXN0MSIwIAYDVQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMQ0wCwYDVQQDDARUZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAExF-ltus5TAQj2IovHIUZ45VSYaAxwzN4oTRQCy59piyBDCjEi_enmlR7asxC54bkUpS25Ukj3vtjDaJXXpcrQ6NNMEswHQYDVR0OBBYEFP0LuHSM8zvZggOlFIv45jmrK5-WMB8GA1UdIwQYMBaAFP0LuHSM8zvZggOlFIv45jmrK5-WMAkGA1UdEwQCMAAwCgYIKoZIzj0EAwIDSAAwRQIgVgQoVbJtnhgBp5Wo1T3i55tPzspU_K91h3XSRMsSixUCIQCDoxPeLdLsXbGnKvs4Q4CzQjQQahMQazHfIlIrffpMIg=='
