import type { Request, Response } from 'express'
import type { AppContext } from '../context.ts'
import { cookieAttributes, cookieIn, cookieName } from '../http/cookies.ts'
import { LINK_LASTS } from '../usecases/people/sign-in-link.ts'

/** What the address of the page for signing in carries: where somebody was who has to sign in first. */
const ASKED_FOR = 'till'

/** The pages that send people to sign in. Nothing else is led back to: an address of ours must not lead just anywhere. */
const PAGES = /^\/panel(?:\/[0-9a-f-]{36})?$/u

/** As long as a link that has been mailed opens: most of the ways in do not take longer. */
export const WAY_BACK_LASTS = LINK_LASTS.mailed
export const WAY_BACK = '-till'

/** Where somebody who asks to sign in was, if they said so; it is remembered while they find their mail or their key. */
export function rememberWayBack(request: Request, response: Response, context: AppContext): string | null {
  const asked = request.query[ASKED_FOR]
  if (typeof asked !== 'string' || !PAGES.test(asked)) return null
  const attributes = { ...cookieAttributes(context), maxAge: WAY_BACK_LASTS }
  response.cookie(cookieName(context.config, WAY_BACK), asked, attributes)
  return asked
}

/** Where somebody was before they came to sign in; null where they came by themselves, or long ago. */
export function wayBack(request: Pick<Request, 'headers'>, { config }: AppContext): string | null {
  const kept = decoded(cookieIn(request, cookieName(config, WAY_BACK)))
  return PAGES.test(kept) ? kept : null
}

export function forgetWayBack(response: Response, context: AppContext): void {
  response.clearCookie(cookieName(context.config, WAY_BACK), cookieAttributes(context))
}

function decoded(value = ''): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
