import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import type { ClientAuthMethod, Provider } from 'oidc-provider'
import type { OpenIdConfig } from '../../server/config.ts'

/** Somebody that the issuer knows, and what it says of them. */
export type Account = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

type Claims = Record<string, unknown>

/** A real OpenID Connect issuer on a loopback port, which the test makes say what it likes. */
export type TestIssuer = {
  /** The settings with which the program knows the issuer, and the issuer the program. */
  readonly config: OpenIdConfig
  /** Who can sign in, by the account name that is typed on the issuer's page. */
  readonly accounts: Map<string, Account>
  /** What becomes of every ID token on its way out. */
  alterIdToken: (token: string) => string
  /** Puts the claims in a token that the issuer has signed. */
  readonly sign: (claims: Claims) => string
  /** Walks from an address of the issuer's as a browser would, and gives the address that it is sent back to. */
  readonly signIn: (address: string, account: string) => Promise<URL>
  /** The same, but the person presses ”Avbryt”. */
  readonly cancel: (address: string) => Promise<URL>
  /** Answers nobody until it is up again, on the same port. */
  readonly goDown: () => Promise<void>
  readonly comeUp: () => Promise<void>
  /** Is up, but answers everything with a 503 from now on. */
  readonly fallIll: () => void
  readonly close: () => Promise<void>
}

const RETURN_PATH = '/logga-in/oidc/svar'

/** Starts the issuer. It sends people back to any loopback port, so it can be started before the program. */
export async function startIssuer(
  settings: { readonly takesSecret?: ClientAuthMethod } = {},
): Promise<TestIssuer> {
  const { takesSecret = 'client_secret_post' } = settings
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const accounts = new Map<string, Account>()
  let isIll = false

  const provider = await quietly(async () => {
    const { Provider: Issuer } = await import('oidc-provider')
    return new Issuer(origin, {
      clients: [
        {
          client_id: 'profilverkstad',
          client_secret: 'a-secret-of-the-test/with+signs',
          redirect_uris: [`http://localhost${RETURN_PATH}`],
          token_endpoint_auth_method: takesSecret,
          id_token_signed_response_alg: 'ES256',
        },
      ],
      clientAuthMethods: [takesSecret],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'test' }] },
      cookies: { keys: ['the test issuer signs its cookies with this'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      features: { devInteractions: { enabled: false } },
      ttl: {
        AccessToken: 600,
        AuthorizationCode: 60,
        Grant: 600,
        IdToken: 600,
        Interaction: 600,
        Session: 600,
      },
      interactions: { url: (_, { uid }) => `/konto/${uid}` },
      findAccount(_, sub) {
        const account = [...accounts.values()].find((candidate) => candidate.sub === sub)
        return account && { accountId: sub, claims: () => ({ ...account }) }
      },
      // Nobody is asked to consent: whoever signs in has.
      async loadExistingGrant(context) {
        const { client, session, provider: issuing } = context.oidc
        if (client === undefined || session?.accountId === undefined) return undefined
        const grant = new issuing.Grant({ clientId: client.clientId, accountId: session.accountId })
        grant.addOIDCScope('openid email profile')
        await grant.save()
        return grant
      },
      renderError(context, { error }) {
        context.type = 'text'
        context.body = error
      },
    })
  })
  provider.Client.prototype.redirectUriAllowed = isReturnAddress
  provider.use(async (context, next) => {
    await next()
    const body = context.body as { id_token?: string } | undefined
    if (context.path === '/token' && body?.id_token) body.id_token = issuer.alterIdToken(body.id_token)
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isIll) return response.writeHead(503).end()
    if (!request.url?.startsWith('/konto/')) return void answer(request, response)
    letIn(provider, accounts, request, response).catch(() => response.writeHead(400).end('gick inte'))
  })

  const issuer: TestIssuer = {
    config: {
      issuer: origin,
      clientId: 'profilverkstad',
      clientSecret: 'a-secret-of-the-test/with+signs',
      name: 'Testkonto',
    },
    accounts,
    alterIdToken: (token) => token,
    sign: (claims) => {
      const parts = [{ alg: 'ES256', typ: 'JWT', kid: 'test' }, claims].map(encoded).join('.')
      const signature = signBytes('sha256', Buffer.from(parts), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      })
      return `${parts}.${signature.toString('base64url')}`
    },
    signIn: (address, account) => walk(origin, address, { konto: account }),
    cancel: (address) => walk(origin, address, { avbryt: 'ja' }),
    goDown: () => closed(server),
    async comeUp() {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    fallIll: () => void (isIll = true),
    close: () => closed(server),
  }
  return issuer
}

/** What a token says, unchecked. */
export function claimsIn(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims
}

/** The issuer's own page: one types the name of an account, or changes one's mind. */
async function letIn(
  provider: Provider,
  accounts: ReadonlyMap<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return showPage(response, 200, '')
  const typed = new URLSearchParams(await textOf(request))
  if (typed.has('avbryt')) return provider.interactionFinished(request, response, { error: 'access_denied' })
  const account = accounts.get(typed.get('konto') ?? '')
  if (account === undefined) return showPage(response, 401, '<p role="alert">Kontot finns inte.</p>')
  await provider.interactionFinished(request, response, { login: { accountId: account.sub } })
}

function showPage(response: ServerResponse, status: number, notice: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`<!doctype html>
<html lang="sv">
  <head><title>Testkonto</title></head>
  <body>
    <main>
      <h1>Testkonto</h1>
      ${notice}
      <form method="post">
        <p><label>Konto <input name="konto" autocomplete="off"></label></p>
        <p><button>Logga in</button> <button name="avbryt" value="ja">Avbryt</button></p>
      </form>
    </main>
  </body>
</html>`)
}

/** A browser with a jar for cookies and no patience: what is on the page is filled in at once. */
async function walk(origin: string, from: string, filledIn: Record<string, string>): Promise<URL> {
  const jar = new Map<string, string>()
  let address = new URL(from)
  let body: URLSearchParams | null = null
  for (let step = 0; step < 10; step++) {
    const answer = await fetch(address, {
      method: body === null ? 'GET' : 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? []
      jar.set(name, value)
    }
    const onwards = answer.headers.get('location')
    const page = await answer.text()
    if (onwards !== null) {
      address = new URL(onwards, address)
      if (address.origin !== origin) return address
      body = null
    } else if (answer.ok && body === null) body = new URLSearchParams(filledIn)
    else throw new Error(`the issuer answered ${answer.status}: ${page}`)
  }
  throw new Error('the issuer sends people in circles')
}

function isReturnAddress(address: string): boolean {
  const { protocol, hostname, pathname, search } = new URL(address)
  return (
    protocol === 'http:' &&
    (hostname === 'localhost' || hostname === '127.0.0.1') &&
    pathname === RETURN_PATH &&
    search === ''
  )
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return
  const done = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await done
}

/** The issuer tells the console which of its settings would not do in earnest; here they do. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console
  Object.assign(console, { warn: () => undefined, info: () => undefined })
  try {
    return await work()
  } finally {
    Object.assign(console, { warn, info })
  }
}
