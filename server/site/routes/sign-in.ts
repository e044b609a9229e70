import type { RequestHandler, Router, Request, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { authenticate, clearSessionCookie, entranceOf } from '../../http/authenticate.ts'
import { cookieAttributes, cookieIn } from '../../http/cookies.ts'
import { inEvenTime } from '../../http/in-even-time.ts'
import { addressKey, takeSignIn } from '../../http/rate-limits.ts'
import { refuseCrossSite } from '../../http/refuse-cross-site.ts'
import { ProblemError } from '../../problems.ts'
import { requestLink } from '../../usecases/people/request-link.ts'
import { LINK_LASTS, linkIsOpen } from '../../usecases/people/sign-in-link.ts'
import { signInByLink, signInByPassword, signOut } from '../../usecases/people/sign-in.ts'
import { routerOf } from '../handlers.ts'
import type { Site } from '../page.ts'
import { linkSentPage } from '../pages/link-sent.ts'
import { secondStepPage } from '../pages/second-step.ts'
import { alreadyInPage, signInLinkPage, spentLinkPage } from '../pages/sign-in.ts'
import { waysInPage, type Attempt } from '../pages/ways-in.ts'
import { FORM_BODY, fieldsIn, wrongFields } from '../read-form.ts'
import type { Say } from '../say.ts'
import { goOn, letIn, sendForOnce, sentToCookie } from '../send-for-once.ts'
import { rememberWayBack, wayBack } from '../way-back.ts'

const SPENT = 410
const MALFORMED = 422

/** Signing in by link or password, without script, and out. Opening a link changes nothing; pressing its button does, once. */
export function signInRoutes(context: AppContext, site: Site, say: Say): Router {
  const { deps, limits } = context
  return routerOf(
    {
      async '/logga-in'(request, response) {
        const { name, halfSessionOf } = await authenticate(request, context)
        const asked = rememberWayBack(request, response, context)
        if (halfSessionOf !== null) return goOn(response, say.to.secondStep)
        if (name !== null && asked !== null) return goOn(response, asked)
        const back = asked ?? wayBack(request, context)
        const page = name === null ? waysInPage(site, say, back) : alreadyInPage(site, say, name)
        sendForOnce(request, response, page)
      },

      '/logga-in/skickad'(request, response) {
        const email = addressSentTo(request)
        if (email === undefined) return goOn(response, say.to.signIn)
        sendForOnce(request, response, linkSentPage(site, say, email))
      },

      async '/logga-in/nyckel'(request, response) {
        const { halfSessionOf } = await authenticate(request, context)
        if (halfSessionOf === null) return goOn(response, say.to.signIn)
        sendForOnce(request, response, secondStepPage(site, say, wayBack(request, context)))
      },

      async '/logga-in/:token'(request, response, { token = '' }) {
        const isOpen = await linkIsOpen(deps, token)
        if (isOpen) rememberWayBack(request, response, context)
        if (isOpen) sendForOnce(request, response, signInLinkPage(site, say, token))
        else sendForOnce(request, response, spentLinkPage(site, say), SPENT)
      },
    },
    {
      async '/logga-in'(request, response) {
        if (!deps.sendsMail) throw new ProblemError('not-found')
        const { email } = trimmed(fieldsIn(request, ['email']))
        const isWrong = wrongFields('request-link', { email }).length > 0
        if (isWrong) return showAgain(request, response, { by: 'mail', email, fault: 'email' }, MALFORMED)
        limits.take('linkPerAddress', addressKey(request.ip))
        limits.take('linkPerPerson', email.toLowerCase())
        await inEvenTime(requestLink(deps, { email }))
        rememberAddress(response, email)
        goOn(response, say.to.linkSent)
      },

      async '/logga-in/losenord'(request, response) {
        if (!site.config.passwords) throw new ProblemError('not-found')
        const { email, password } = trimmed(fieldsIn(request, ['email', 'password']))
        const [wrong] = wrongFields('sign-in-by-password', { email, password })
        if (wrong !== undefined) {
          const fault = wrong === 'password' ? 'password' : 'email'
          return showAgain(request, response, { by: 'password', email, fault }, MALFORMED)
        }
        takeSignIn(limits, email.toLowerCase(), addressKey(request.ip))
        try {
          const entrance = entranceOf(request, context)
          letIn(response, context, say, await signInByPassword(deps, { email, password, ...entrance }))
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== 'sign-in-refused') throw error
          showAgain(request, response, { by: 'password', email, fault: 'refused' }, error.status)
        }
      },

      async '/logga-in/:token'(request, response, { token = '' }) {
        limits.take('signInPerAddress', addressKey(request.ip))
        try {
          const entrance = entranceOf(request, context)
          letIn(response, context, say, await signInByLink(deps, { token, ...entrance }))
        } catch (error) {
          if (!(error instanceof ProblemError) || error.code !== 'sign-in-link-spent') throw error
          sendForOnce(request, response, spentLinkPage(site, say), SPENT)
        }
      },

      async '/logga-ut'(request, response) {
        const asker = await authenticate(request, context)
        await signOut(deps, asker)
        clearSessionCookie(response, context)
        goOn(response, say.to.profiles)
      },
    },
    [refuseCrossSite as RequestHandler, FORM_BODY],
  )

  function showAgain(request: Request, response: Response, attempt: Attempt, status: number): void {
    sendForOnce(request, response, waysInPage(site, say, wayBack(request, context), attempt), status)
  }

  /**
   * A page of its own after the form: telephones throw a page away while its reader is in the mail program, and what
   * they load again then must not be a form that sends one more link. It knows the address by a cookie, for no
   * address of ours holds anything about a person.
   */
  function rememberAddress(response: Response, email: string): void {
    response.cookie(sentToCookie(context), email, { ...cookieAttributes(context), maxAge: LINK_LASTS.mailed })
  }

  function addressSentTo(request: Request): string | undefined {
    const email = decoded(cookieIn(request, sentToCookie(context)))
    return email !== undefined && wrongFields('request-link', { email }).length === 0 ? email : undefined
  }
}

/** A space that a keyboard on a screen has put after an address is no part of it. */
function trimmed<Fields extends { email: string }>(fields: Fields): Fields {
  return { ...fields, email: fields.email.trim() }
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value && decodeURIComponent(value)
  } catch {
    return undefined
  }
}
