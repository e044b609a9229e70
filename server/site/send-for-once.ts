import type { Request, Response } from 'express'
import type { AppContext } from '../context.ts'
import { setSessionCookie } from '../http/authenticate.ts'
import { cookieAttributes, cookieName } from '../http/cookies.ts'
import type { SignedIn } from '../usecases/people/open-session.ts'
import type { Html } from './html.ts'
import type { Say } from './say.ts'
import { readyPage, sendPage } from './send-page.ts'
import { forgetWayBack, wayBack } from './way-back.ts'

/**
 * Such a page is nobody else's, and its address may hold a link: nothing keeps it, and of where a reader comes from
 * only the host is told. Not `no-referrer`: with that a form says `Origin: null`, and where there is no TLS the
 * origin is all that tells a request of ours from another site's.
 */
export function sendForOnce(request: Request, response: Response, page: Html, status = 200): void {
  sendPage(request, response, readyPage(page), {
    status,
    cacheControl: 'no-store',
    headers: { 'referrer-policy': 'strict-origin', vary: 'accept-encoding, cookie' },
  })
}

/** Leads on with a GET, whatever was asked before. */
export function goOn(response: Response, address: string): void {
  response.set('cache-control', 'no-store').redirect(303, address)
}

/** The cookie with the address that a link was sent to, for the page that shows it. */
export function sentToCookie({ config }: AppContext): string {
  return cookieName(config, '-mail')
}

/** Lets somebody in who has shown who they are, back to where they were, or asks them for their key. */
export function letIn(response: Response, context: AppContext, say: Say, signedIn: SignedIn): void {
  setSessionCookie(response, context, signedIn)
  response.clearCookie(sentToCookie(context), cookieAttributes(context))
  if (signedIn.secondStep) return goOn(response, say.to.secondStep)
  const back = wayBack(response.req, context)
  if (back !== null) forgetWayBack(response, context)
  goOn(response, back ?? say.to.workshop)
}
