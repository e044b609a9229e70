import type { Router, Request, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { authenticate, clearSessionCookie, sessionSecret, setSessionCookie } from '../../http/authenticate.ts'
import { refuseCrossSite } from '../../http/refuse-cross-site.ts'
import { ProblemError } from '../../problems.ts'
import { linkIsOpen } from '../../usecases/people/sign-in-link.ts'
import { signIn, signOut } from '../../usecases/people/sign-in.ts'
import { routerOf } from '../handlers.ts'
import type { Html } from '../html.ts'
import type { Site } from '../page.ts'
import { signInLinkPage, signInPage, spentLinkPage } from '../pages/sign-in.ts'
import type { Say } from '../say.ts'
import { readyPage, sendPage } from '../send-page.ts'

const SPENT = 410

/** Signing in with a one-time link, and out. Opening the link changes nothing; pressing the button does, once. */
export function signInRoutes(context: AppContext, site: Site, say: Say): Router {
  const { deps } = context
  return routerOf(
    {
      async '/logga-in'(request, response) {
        const { name } = await authenticate(request, context)
        sendForOnce(request, response, signInPage(site, say, name))
      },

      async '/logga-in/:token'(request, response, { token = '' }) {
        const isOpen = await linkIsOpen(deps, token)
        if (isOpen) sendForOnce(request, response, signInLinkPage(site, say, token))
        else sendForOnce(request, response, spentLinkPage(site, say), SPENT)
      },
    },
    {
      async '/logga-in/:token'(request, response, { token = '' }) {
        try {
          setSessionCookie(response, context, await signIn(deps, { token }))
          goOn(response, say.to.workshop)
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== 'sign-in-link-spent') throw error
          sendForOnce(request, response, spentLinkPage(site, say), SPENT)
        }
      },

      async '/logga-ut'(request, response) {
        const asker = await authenticate(request, context)
        const secret = sessionSecret(request, context)
        if (secret !== undefined && asker.personId !== null) await signOut(deps, asker, { secret })
        clearSessionCookie(response, context)
        goOn(response, say.to.profiles)
      },
    },
    [refuseCrossSite],
  )
}

/**
 * Such a page is nobody else's, and its address may hold a link: nothing keeps it, and of where a reader comes from
 * only the host is told. Not `no-referrer`: with that a form says `Origin: null`, and where there is no TLS the
 * origin is all that tells a request of ours from another site's.
 */
function sendForOnce(request: Request, response: Response, page: Html, status = 200): void {
  sendPage(request, response, readyPage(page), {
    status,
    cacheControl: 'no-store',
    headers: { 'referrer-policy': 'strict-origin', vary: 'accept-encoding, cookie' },
  })
}

function goOn(response: Response, address: string): void {
  response.set('cache-control', 'no-store').redirect(303, address)
}
