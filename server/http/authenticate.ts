import type { Request, Response } from 'express'
import type { AppContext } from '../context.ts'
import type { Entrance, SignedIn } from '../usecases/people/open-session.ts'
import { readAsker } from '../usecases/people/sign-in.ts'
import { cookieAttributes, cookieName, personCookieName, sessionSecret } from './cookies.ts'
import { deviceOf } from './device.ts'

/** Names the person in whose name a page asks: it may have been kept for days, and cookies say only who is here now. */
const ACTING_PERSON = 'acting-person'

/**
 * Whoever the request's session cookie belongs to; a stranger without one, and where the request says that it is
 * somebody else's: nothing is done or told in the name of whoever has signed in in the same browser meanwhile.
 */
export async function authenticate(request: Pick<Request, 'headers'>, context: AppContext) {
  const asker = await readAsker(context.deps, sessionSecret(request, context.config))
  const meant = request.headers[ACTING_PERSON]
  return meant === undefined || meant === asker.personId ? asker : readAsker(context.deps, undefined)
}

/** From where somebody comes in. */
export function entranceOf(request: Request, context: AppContext): Entrance {
  return { device: deviceOf(request.get('user-agent')), formerSecret: sessionSecret(request, context.config) }
}

/**
 * Gives the browser the session, and beside it the pseudonymous id of its person, which scripts may read and which opens
 * nothing: without a network it is all that tells a page whose copy of what it has kept may be shown, for it comes and
 * goes with the session.
 */
export function setSessionCookie(
  response: Response,
  context: AppContext,
  { secret, person, expiresAt, secondStep }: SignedIn,
): void {
  const maxAge = expiresAt.getTime() - context.deps.now().getTime()
  response.cookie(cookieName(context.config), secret, { ...cookieAttributes(context), maxAge })
  if (secondStep) return clearPersonCookie(response, context)
  const readable = { ...cookieAttributes(context), httpOnly: false, maxAge }
  response.cookie(personCookieName(context.config), person.id, readable)
}

export function clearSessionCookie(response: Response, context: AppContext): void {
  response.clearCookie(cookieName(context.config), cookieAttributes(context))
  clearPersonCookie(response, context)
}

function clearPersonCookie(response: Response, context: AppContext): void {
  response.clearCookie(personCookieName(context.config), { ...cookieAttributes(context), httpOnly: false })
}
