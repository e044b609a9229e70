import type { Request, Router } from 'express'
import type { AppContext } from '../../context.ts'
import { authenticate, entranceOf } from '../../http/authenticate.ts'
import { cookieAttributes, cookieIn, cookieName } from '../../http/cookies.ts'
import { addressKey } from '../../http/rate-limits.ts'
import { LOCALES, type Locale } from '../../i18n/catalogue.ts'
import { LONGEST as LONGEST_AWAY } from '../../people/open-id-memory.ts'
import type { OpenIdDoor } from '../../people/open-id.ts'
import { ProblemError } from '../../problems.ts'
import { connectIdentity, signInByOpenId } from '../../usecases/people/come-by-open-id.ts'
import { routerOf } from '../handlers.ts'
import { sayIn, type Say } from '../say.ts'
import { goOn, letIn } from '../send-for-once.ts'
import { answerIn } from '../send-problem-page.ts'

/** Signing in by another organisation's sign-in, and connecting it to the account of somebody who is signed in. */
export function openIdRoutes(context: AppContext, say: Say): Router {
  const { config, deps, limits } = context
  const name = cookieName(config, '-oidc')

  return routerOf({
    async '/logga-in/oidc'(request, response) {
      const door = doorOf(context)
      const { personId, sessionId } = await authenticate(request, context)
      const purpose = request.query.koppla === '1' ? 'connect' : 'sign-in'
      if (purpose === 'connect') {
        if (personId === null) return goOn(response, say.to.signIn)
        if (!isFromHere(request)) throw new ProblemError('cross-site')
      }
      const { address, memory } = await door.begin(purpose)
      const packed = pack({ locale: say.locale, sessionId, memory })
      response.cookie(name, packed, { ...cookieAttributes(context), maxAge: LONGEST_AWAY })
      goOn(response, address)
    },

    // The issuer knows one address to send people back to; in which language they left stands in the cookie.
    async '/logga-in/oidc/svar'(request, response) {
      const door = doorOf(context)
      const { locale, sessionId, memory } = unpack(cookieIn(request, name))
      response.clearCookie(name, cookieAttributes(context))
      // Whatever this answers, nothing of the address it stands at goes on: it holds what the issuer has said.
      response.set('referrer-policy', 'no-referrer')
      answerIn(response, locale)
      limits.take('signInPerAddress', addressKey(request.ip))
      const { purpose, ...identity } = await door.finish(new URL(request.originalUrl, config.baseUrl), memory)
      if (purpose === 'sign-in') {
        const signedIn = await signInByOpenId(deps, { ...identity, ...entranceOf(request, context) })
        return letIn(response, context, sayIn(locale), signedIn)
      }
      const asker = await authenticate(request, context)
      if (asker.personId !== null && asker.sessionId !== sessionId) throw new ProblemError('open-id-refused')
      await connectIdentity(deps, asker, identity)
      goOn(response, say.to.connected)
    },
  })
}

function doorOf({ openId }: AppContext): OpenIdDoor {
  if (openId === null) throw new ProblemError('not-found')
  return openId
}

/**
 * Whether somebody has pressed our own link, or typed the address. Else another website, having signed the browser in
 * at the issuer as somebody else, could connect that somebody to an account here. Where there is no TLS, browsers say
 * only which page they come from.
 */
function isFromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = request.get('referer') ?? ''
  return URL.canParse(from) && new URL(from).host === request.get('host')
}

type Departure = {
  readonly locale: Locale
  /** Of whoever left: what they bring home is connected to nobody else. */
  readonly sessionId: string | null
  readonly memory: string | undefined
}

/** None of the parts has a dot in it. */
function pack({ locale, sessionId, memory = '' }: Departure): string {
  return [locale, sessionId ?? '', memory].join('.')
}

function unpack(packed = ''): Departure {
  const [language, sessionId, memory] = packed.split('.')
  return {
    locale: LOCALES.find((each) => each === language) ?? 'sv',
    sessionId: sessionId || null,
    memory,
  }
}
