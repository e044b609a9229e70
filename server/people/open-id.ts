import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { ClientAuth, Configuration } from 'openid-client'
import type { OpenIdConfig } from '../config.ts'
import { isPersonalNumber } from '../domain/people/personal-number.ts'
import { ProblemError } from '../problems.ts'
import { isAllowedIssuer, isInTheClear } from './open-id-issuer.ts'
import { packMemory, unpackMemory, type Purpose } from './open-id-memory.ts'
import { askIssuer, heedingRefusals, reasonOf } from './open-id-refusal.ts'

/** Where the issuer sends people back to, under the installation's own address. */
export const RETURN_PATH = '/logga-in/oidc/svar'

/** Seconds that the issuer is given for each answer. */
const PATIENCE = 10

/** Who somebody is at the issuer: `issuer` and `subject` together are the identity, the rest is told of them. */
export type OpenIdIdentity = {
  readonly issuer: string
  readonly subject: string
  /** In lower case; null unless the issuer says that it is theirs. */
  readonly email: string | null
  readonly name: string | null
}

export type OpenIdDoor = {
  /**
   * The address to send the browser to, and what must come back with it: kept by the browser meanwhile, in a cookie that
   * is HttpOnly and SameSite=Lax. Throws ProblemError open-id-unreachable.
   */
  begin(purpose: Purpose): Promise<{ address: string; memory: string }>
  /**
   * What the issuer says of whoever came back. Only the query of the address is read. Throws ProblemError
   * open-id-refused, open-id-unreachable or open-id-personal-number.
   */
  finish(returnedTo: URL, memory: string | undefined): Promise<OpenIdIdentity & { readonly purpose: Purpose }>
}

/**
 * The door for those whom another organisation knows: OpenID Connect, authorization code with PKCE, state and nonce. The
 * issuer is first asked when somebody comes, so the program starts without it. Throws when the issuer is not allowed.
 */
export function openIdDoor(config: OpenIdConfig, baseUrl: string, now: () => Date): OpenIdDoor {
  if (!isAllowedIssuer(config.issuer))
    throw new Error('the OpenID Connect issuer must be an https address, or http on this machine')
  const returnAddress = `${baseUrl}${RETURN_PATH}`
  const issuer = rememberedIssuer(config)

  return {
    begin: (purpose) =>
      heedingRefusals(async () => {
        const client = await issuer()
        const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
        const address = buildAuthorizationUrl(client, {
          redirect_uri: returnAddress,
          scope: 'openid email profile',
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        const memory = packMemory({ state, nonce, verifier, purpose, begun: now().getTime() })
        return { address: address.href, memory }
      }),

    finish: (returnedTo, packed) =>
      heedingRefusals(async () => {
        const memory = unpackMemory(packed, now())
        if (memory === null) throw new ProblemError('open-id-refused', { reason: 'memory' })
        const client = await issuer()
        // Behind a proxy the address that was asked for may have another host; the issuer compares it with the first one.
        const answer = new URL(`${returnAddress}${returnedTo.search}`)
        const tokens = await authorizationCodeGrant(client, answer, {
          expectedState: memory.state,
          expectedNonce: memory.nonce,
          pkceCodeVerifier: memory.verifier,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new ProblemError('open-id-refused')
        refusePersonalNumber(claims.sub)
        const told = await allThatIsTold(client, claims, tokens.access_token)
        return { purpose: memory.purpose, issuer: claims.iss, subject: claims.sub, ...told }
      }),
  }
}

/** Finds the issuer's addresses when they are first needed. What went well is kept; what did not is tried again. */
function rememberedIssuer(config: OpenIdConfig): () => Promise<Configuration> {
  let found: Promise<Configuration> | undefined
  return () => {
    found ??= discovery(new URL(config.issuer), config.clientId, {}, secretAsTaken(config.clientSecret), {
      timeout: PATIENCE,
      [customFetch]: askIssuer,
      // The standard lets a token from an https address go unchecked; a proxy that opens TLS is reason enough not to.
      execute: [enableNonRepudiationChecks, ...(isInTheClear(config.issuer) ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      found = undefined
      throw new ProblemError('open-id-unreachable', reasonOf(error))
    })
    return found
  }
}

/** An issuer that does not say how it takes a secret takes it by HTTP Basic alone (OpenID Connect Discovery 1.0, 3). */
function secretAsTaken(secret: string): ClientAuth {
  const [posted, basic] = [ClientSecretPost(secret), ClientSecretBasic(secret)]
  return (issuer, client, body, headers) => {
    const takesPosted = issuer.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false
    return (takesPosted ? posted : basic)(issuer, client, body, headers)
  }
}

/** Some issuers send a personal number as the subject, bare or with something in front of it. None is ever stored. */
function refusePersonalNumber(subject: string): void {
  if (subject.split(/[^\d+-]+/u).some(isPersonalNumber)) throw new ProblemError('open-id-personal-number')
}

type Told = { readonly email?: unknown; readonly email_verified?: unknown; readonly name?: unknown }

/** Issuers tell of people in the token, at an address of its own, or half in each: asked only where the token leaves something out. */
async function allThatIsTold(
  client: Configuration,
  token: Told & { readonly sub: string },
  accessToken: string,
): Promise<Pick<OpenIdIdentity, 'email' | 'name'>> {
  const inToken = { email: verifiedEmail(token), name: nameIn(token) }
  const isWhole = inToken.email !== null && inToken.name !== null
  if (isWhole || client.serverMetadata().userinfo_endpoint === undefined) return inToken
  const asked: Told = await fetchUserInfo(client, accessToken, token.sub)
  return { email: inToken.email ?? verifiedEmail(asked), name: inToken.name ?? nameIn(asked) }
}

/**
 * An address counts only with the issuer's word, in the same breath, that it is theirs. In Entra ID, a tenant's own
 * administrator writes whatever address they like into `email` ("nOAuth"): whoever is let in by that is let in as
 * anybody. Entra ID never says email_verified, so its people are known by subject alone.
 */
function verifiedEmail({ email, email_verified: verified }: Told): string | null {
  if (verified !== true || typeof email !== 'string' || email === '') return null
  // The sign for kelvin becomes a plain k in lower case, and the address somebody else's.
  return email.includes('\u212A') ? null : email.toLowerCase()
}

function nameIn({ name }: Told): string | null {
  const written = typeof name === 'string' ? name.normalize('NFC').trim() : ''
  return written === '' ? null : written
}
