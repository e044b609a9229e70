import type { Request, Response } from 'express'
import type { Config } from '../config.ts'
import type { AppContext } from '../context.ts'
import { readAsker } from '../usecases/people/sign-in.ts'
import type { SignedIn } from '../usecases/people/sign-in.ts'

/** Whoever the request's session cookie belongs to; a stranger without one. */
export async function authenticate(request: Request, context: AppContext) {
  return readAsker(context.deps, sessionSecret(request, context))
}

export function sessionSecret(request: Request, context: AppContext): string | undefined {
  const wanted = `${cookieName(context.config)}=`
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length)
}

export function setSessionCookie(
  response: Response,
  context: AppContext,
  { secret, expiresAt }: SignedIn,
): void {
  response.cookie(cookieName(context.config), secret, {
    ...attributes(context),
    maxAge: expiresAt.getTime() - context.deps.now().getTime(),
  })
}

export function clearSessionCookie(response: Response, context: AppContext): void {
  response.clearCookie(cookieName(context.config), attributes(context))
}

/** Behind TLS the name's prefix makes the browser hold the cookie to this host and to TLS. */
export function cookieName({ baseUrl }: Pick<Config, 'baseUrl'>): string {
  return baseUrl.startsWith('https:') ? '__Host-profilverkstad' : 'profilverkstad'
}

function attributes({ config }: AppContext) {
  return { httpOnly: true, sameSite: 'lax', secure: config.baseUrl.startsWith('https:'), path: '/' } as const
}
