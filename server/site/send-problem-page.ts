import type { Request, Response } from 'express'
import { requestId } from '../http/request-id.ts'
import type { ProblemError } from '../problems.ts'
import { localeOfPath } from './addresses.ts'
import type { Site } from './page.ts'
import { errorPage } from './pages/error-page.ts'
import { readyPage, sendPage } from './send-page.ts'

/** Answers a person's browser with a page about the problem, in the language of the address that was asked for. */
export function sendProblemPage(
  site: Site,
  request: Request,
  response: Response,
  problem: ProblemError,
): void {
  const page = errorPage(
    site,
    problem,
    localeOfPath(request.originalUrl.split('?')[0] ?? ''),
    requestId(response),
  )
  sendPage(request, response, readyPage(page), { status: problem.status, cacheControl: 'no-store' })
}
