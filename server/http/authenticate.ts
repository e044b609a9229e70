import type { Request, Response } from 'express'
import type { AppContext } from '../context.ts'
import type { Entrance, SignedIn } from '../usecases/people/open-session.ts'
import { readAsker } from '../usecases/people/sign-in.ts'
import { cookieAttributes, cookieName, sessionSecret } from './cookies.ts'
import { deviceOf } from './device.ts'

/** Whoever the request's session cookie belongs to; a stranger without one. */
export async function authenticate(request: Pick<Request, 'headers'>, context: AppContext) {
  return readAsker(context.deps, sessionSecret(request, context.config))
}

/** From where somebody comes in. */
export function entranceOf(request: Request, context: AppContext): Entrance {
  return { device: deviceOf(request.get('user-agent')), formerSecret: sessionSecret(request, context.config) }
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
