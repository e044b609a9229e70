import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { PasskeyAssertion, PasskeyRegistration } from '../../schemas/types.ts'

/** What of the options a device looks at. */
type CreationOptions = {
  challenge: string
  rp: { id?: string }
  user: { id: string }
  excludeCredentials?: { id: string }[]
}
type RequestOptions = { challenge: string; rpId?: string; allowCredentials?: { id: string }[] }

/** Where the device, or the browser that it is used in, does something else than it should. */
export type Twist = {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  crossOrigin?: boolean
  /** False where nobody has shown finger, face or PIN. */
  verified?: boolean
  counter?: number
  /** CBOR of the attestation: its format, and the statement over what is signed. */
  attestation?: (signed: Buffer, key: KeyObject) => { fmt: string; attStmt: Map<Cbor, Cbor> }
}

type Credential = { id: string; rpId: string; userHandle: string; key: KeyObject; uses: number }

/** A phone or a key in software (ES256), used in a browser at `origin`: it answers the options that a server gives. */
export type Authenticator = {
  readonly register: (options: CreationOptions, twist?: Twist) => PasskeyRegistration
  readonly signIn: (options: RequestOptions, twist?: Twist) => PasskeyAssertion
}

export function authenticatorAt(origin: string): Authenticator {
  const held: Credential[] = []
  const hostname = new URL(origin).hostname
  return {
    register({ challenge, rp, user, excludeCredentials = [] }, twist = {}) {
      if (held.some(({ id }) => excludeCredentials.some((known) => known.id === id))) {
        throw new DOMException('it has a passkey there already', 'InvalidStateError')
      }
      const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const cose = new Map<Cbor, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]) // prettier-ignore
      const rawId = randomBytes(16)
      const rpId = twist.rpId ?? rp.id ?? hostname
      const credential = { id: rawId.toString('base64url'), rpId, userHandle: user.id, key, uses: 0 }
      held.push(credential)
      const attested = [Buffer.alloc(16), uint(rawId.length, 2), rawId, cbor(cose)]
      const authData = Buffer.concat([deviceData(rpId, 0x40, 0, twist), ...attested])
      const clientData = clientDataJson('webauthn.create', origin, challenge, twist)
      const { fmt, attStmt } = twist.attestation?.(Buffer.concat([authData, sha256(clientData)]), key) ?? {
        fmt: 'none',
        attStmt: new Map<Cbor, Cbor>(),
      }
      const attestation = new Map<Cbor, Cbor>([['fmt', fmt], ['attStmt', attStmt], ['authData', authData]]) // prettier-ignore
      return response(credential.id, {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal', 'hybrid'],
      })
    },

    signIn({ challenge, rpId: asked, allowCredentials = [] }, twist = {}) {
      const rpId = asked ?? hostname
      const fits = ({ id }: Credential) =>
        allowCredentials.length === 0 || allowCredentials.some((allowed) => allowed.id === id)
      const credential = held.findLast((one) => one.rpId === rpId && fits(one))
      if (!credential) throw new DOMException('it has no passkey for that', 'NotAllowedError')
      credential.uses += 1
      const authData = deviceData(twist.rpId ?? rpId, 0, credential.uses, twist)
      const clientData = clientDataJson('webauthn.get', origin, challenge, twist)
      const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), credential.key)
      return response(credential.id, {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: credential.userHandle,
      })
    },
  }
}

function response<Signed>(id: string, signed: Signed) {
  const type = 'public-key' as const
  return { id, rawId: id, type, response: signed, clientExtensionResults: {} }
}

/** Web Authentication, 6.1: whose site, flags (1: somebody was there, 4: it was verified who), how often it has been used. */
function deviceData(rpId: string, flags: number, uses: number, { verified = true, counter = uses }: Twist) {
  return Buffer.concat([sha256(rpId), uint(flags | 1 | (verified ? 4 : 0), 1), uint(counter, 4)])
}

function clientDataJson(type: string, origin: string, challenge: string, twist: Twist): Buffer {
  const { crossOrigin = false } = twist
  const said = {
    type: twist.type ?? type,
    challenge: twist.challenge ?? challenge,
    origin: twist.origin ?? origin,
    crossOrigin,
  }
  return Buffer.from(JSON.stringify(said))
}

export type Cbor = number | string | Uint8Array | Cbor[] | Map<Cbor, Cbor>

/** As much of RFC 8949 as keys speak. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)])
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)])
}

function head(kind: number, length: number): Buffer {
  if (length < 24) return uint((kind << 5) | length, 1)
  const size = length < 256 ? 1 : 2
  return Buffer.concat([uint((kind << 5) | (23 + size), 1), uint(length, size)])
}

function uint(value: number, size: number): Buffer {
  const buffer = Buffer.alloc(size)
  buffer.writeUIntBE(value, 0, size)
  return buffer
}

function bytes(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url')
}

function sha256(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest()
}
