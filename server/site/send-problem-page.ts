import type { Request, Response } from 'express'
import { requestId } from '../http/request-id.ts'
import { LOCALES, type Locale } from '../i18n/catalogue.ts'
import type { ProblemError } from '../problems.ts'
import { localeOfPath } from './addresses.ts'
import type { Site } from './page.ts'
import { errorPage } from './pages/error-page.ts'
import { readyPage, sendPage } from './send-page.ts'

/** Says which language whoever asks reads, where the address does not. */
export function answerIn(response: Response, locale: Locale): void {
  response.locals.locale = locale
}

/** Answers a person's browser with a page about the problem, in the language of the address that was asked for. */
export function sendProblemPage(
  site: Site,
  request: Request,
  response: Response,
  problem: ProblemError,
): void {
  const path = request.originalUrl.split('?')[0] ?? ''
  const chosen: unknown = response.locals.locale
  const page = errorPage(site, problem, {
    locale: LOCALES.find((each) => each === chosen) ?? localeOfPath(path),
    requestId: requestId(response),
    isSigningIn: /^(?:\/en)?\/logga-in(?:\/|$)/u.test(path),
  })
  const { retryAfter } = problem.context
  if (typeof retryAfter === 'number') response.set('retry-after', String(retryAfter))
  sendPage(request, response, readyPage(page), { status: problem.status, cacheControl: 'no-store' })
}
