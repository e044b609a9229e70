import type { Request, Response } from 'express'
import type { Config } from '../config.ts'
import type { AppContext } from '../context.ts'
import type { Entrance, SignedIn } from '../usecases/people/open-session.ts'
import { readAsker } from '../usecases/people/sign-in.ts'
import { deviceOf } from './device.ts'

/** Whoever the request's session cookie belongs to; a stranger without one. */
export async function authenticate(request: Request, context: AppContext) {
  return readAsker(context.deps, sessionSecret(request, context))
}

/** From where somebody comes in. */
export function entranceOf(request: Request, context: AppContext): Entrance {
  return { device: deviceOf(request.get('user-agent')), formerSecret: sessionSecret(request, context) }
}

function sessionSecret(request: Request, context: AppContext): string | undefined {
  return cookieIn(request, cookieName(context.config))
}

export function cookieIn(request: Request, name: string): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
}

export function setSessionCookie(
  response: Response,
  context: AppContext,
  { secret, expiresAt }: SignedIn,
): void {
  response.cookie(cookieName(context.config), secret, {
    ...cookieAttributes(context),
    maxAge: expiresAt.getTime() - context.deps.now().getTime(),
  })
}

export function clearSessionCookie(response: Response, context: AppContext): void {
  response.clearCookie(cookieName(context.config), cookieAttributes(context))
}

/** Behind TLS the name's prefix makes the browser hold the cookie to this host and to TLS. */
export function cookieName({ baseUrl }: Pick<Config, 'baseUrl'>, suffix = ''): string {
  return `${baseUrl.startsWith('https:') ? '__Host-' : ''}profilverkstad${suffix}`
}

export function cookieAttributes({ config }: AppContext) {
  return { httpOnly: true, sameSite: 'lax', secure: config.baseUrl.startsWith('https:'), path: '/' } as const
}
