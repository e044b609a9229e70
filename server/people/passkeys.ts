import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { faultsOf } from '../contract.ts'
import { ProblemError } from '../problems.ts'

/** What is kept of a passkey. Id and public key are base64url; neither is a secret. */
export type Passkey = {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

/** What the browser is to be given, and the challenge in it, which the caller keeps (hashed) until the answer comes. */
type Asked<Options> = { readonly options: Options; readonly challenge: string }

/** Registers and checks passkeys. It remembers nothing: challenges and passkeys are the caller's to keep. */
export type PasskeyDoor = {
  readonly registrationOptions: (
    person: { readonly id: string; readonly name: string },
    known: readonly Passkey[],
  ) => Promise<Asked<PublicKeyCredentialCreationOptionsJSON>>
  /** Throws ProblemError('passkey-refused'). */
  readonly register: (response: unknown, challenge: string) => Promise<Passkey>
  /** Without `allowed`, or with none, the person's device shows the passkeys that it has for this site. */
  readonly signInOptions: (
    allowed?: readonly Passkey[],
  ) => Promise<Asked<PublicKeyCredentialRequestOptionsJSON>>
  /** Gives the new counter. Throws ProblemError('passkey-refused'). */
  readonly check: (response: unknown, challenge: string, passkey: Passkey) => Promise<{ counter: number }>
}

/**
 * A passkey is two factors by itself, the device and what unlocks it (fingerprint, face or PIN), only where the
 * device has verified its user. So that is required each time, and a passkey may be used alone.
 */
const VERIFIED = { userVerification: 'required', residentKey: 'required' } as const

const FIVE_MINUTES = 5 * 60 * 1000

/**
 * Ed25519, ES256 and RS256, by COSE number. Said here, since the library adds ML-DSA where Node has it: such a key
 * would lock its owner out when the server is moved to an older Node.
 */
const ALGORITHMS = [-8, -7, -257]

/** Loaded when somebody first uses a passkey: it takes 0.3 s, for which no start and no command should wait. */
const library = () => import('@simplewebauthn/server')

/** Passkeys hold to the host of `baseUrl` for ever (browsers take no IP address), and are used from its origin only. */
export function passkeyDoor(baseUrl: string): PasskeyDoor {
  const { hostname: rpID, origin } = new URL(baseUrl)
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true }
  return {
    async registrationOptions({ id, name }, known) {
      const { generateRegistrationOptions } = await library()
      const options = await generateRegistrationOptions({
        rpName: rpID, // the installation's own name can be another tomorrow
        rpID,
        userID: new TextEncoder().encode(id),
        userName: name,
        userDisplayName: name,
        timeout: FIVE_MINUTES,
        attestationType: 'none',
        excludeCredentials: known.map(descriptor),
        authenticatorSelection: { ...VERIFIED },
        supportedAlgorithmIDs: ALGORITHMS,
      })
      return { options, challenge: options.challenge }
    },

    register: (response, challenge) =>
      orRefuse(async () => {
        const { verifyRegistrationResponse } = await library()
        const given = shaped('passkey-registration', response)
        // The library follows addresses in certificates, an attacker's too (its issue 804). None are asked for.
        if (!(await isAnonymous(given))) throw new Error('attestation that was not asked for')
        const { registrationInfo } = await verifyRegistrationResponse({
          ...expected,
          response: given,
          expectedChallenge: challenge,
          supportedAlgorithmIDs: ALGORITHMS,
        })
        if (registrationInfo?.credential.id !== given.id) throw new Error('not verified, or another id')
        const { id, publicKey, counter, transports = [] } = registrationInfo.credential
        return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
      }),

    async signInOptions(allowed = []) {
      const { generateAuthenticationOptions } = await library()
      const options = await generateAuthenticationOptions({
        rpID,
        timeout: FIVE_MINUTES,
        userVerification: VERIFIED.userVerification,
        ...(allowed.length > 0 && { allowCredentials: allowed.map(descriptor) }),
      })
      return { options, challenge: options.challenge }
    },

    check: (response, challenge, { id, publicKey, counter }) =>
      orRefuse(async () => {
        const { verifyAuthenticationResponse } = await library()
        const given = shaped('passkey-assertion', response)
        if (given.id !== id) throw new Error('another passkey')
        // A counter that does not grow is refused by the library too: the key has been copied.
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          ...expected,
          response: given,
          expectedChallenge: challenge,
          credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
        })
        if (!verified) throw new Error('not its signature')
        return { counter: authenticationInfo.newCounter }
      }),
  }
}

/** The challenge that a response says it answers, base64url; undefined in one that says none. */
export function challengeIn(response: unknown): string | undefined {
  return base64url(part(clientDataIn(response), 'challenge'))
}

/** Which passkey a response says it is from, base64url; undefined in one that says none. */
export function credentialIdIn(response: unknown): string | undefined {
  return base64url(part(response, 'id'))
}

function descriptor({ id, transports }: Passkey): { id: string; transports: string[] } {
  return { id, transports: [...transports] }
}

type Shapes = {
  'passkey-registration': RegistrationResponseJSON
  'passkey-assertion': AuthenticationResponseJSON
}

/** The library looks at types here and there only; the schema does at all of it, and keeps every part small. */
function shaped<Schema extends keyof Shapes>(schema: Schema, response: unknown): Shapes[Schema] {
  if (faultsOf(schema, response).length > 0) throw new Error('not the shape of a response')
  // Our pages are never framed, so nothing of ours is signed inside another site's page.
  if (part(clientDataIn(response), 'crossOrigin') === true) throw new Error('signed inside another page')
  return response as Shapes[Schema]
}

/**
 * Whether a registration comes without a maker's certificate, as asked for. Browsers take it away; a key that signs
 * for itself and has no model number may be left as it is (Web Authentication, 5.1.3, ”none”).
 */
async function isAnonymous({ response }: RegistrationResponseJSON): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await import('@simplewebauthn/server/helpers')
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject))
  const format = attestation.get('fmt')
  return format === 'none' || (format === 'packed' && !attestation.get('attStmt').get('x5c'))
}

/** Whatever is wrong, the answer is the same: what exactly it was helps nobody but an attacker. */
async function orRefuse<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch {
    throw new ProblemError('passkey-refused')
  }
}

/** More than any browser sends; what is larger is not even decoded. */
const LONGEST = 16_384
const BASE64URL = /^[A-Za-z0-9_-]{1,1364}$/u

/** What the browser has written about the occasion. Anybody may have sent it: nothing in it holds until it is checked. */
function clientDataIn(response: unknown): unknown {
  const encoded = part(part(response, 'response'), 'clientDataJSON')
  if (typeof encoded !== 'string' || encoded.length > LONGEST) return undefined
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function base64url(value: unknown): string | undefined {
  return typeof value === 'string' && BASE64URL.test(value) ? value : undefined
}
