import type { Router } from 'express'
import { ProblemError } from '../../problems.ts'
import { routerOf, type Handler } from '../handlers.ts'
import type { Html } from '../html.ts'
import type { Site } from '../page.ts'
import { isProblemCode, problemPage } from '../pages/problem.ts'
import { privacyPage } from '../pages/privacy.ts'
import { accessibilityPage, howWeWorkPage } from '../pages/prose.ts'
import type { Say } from '../say.ts'
import { readyPage, sendPage } from '../send-page.ts'

/** Pages that say the same to everybody: how it is done, what is stored, what is accessible, what errors mean. */
export function proseRoutes(site: Site, say: Say): Router {
  const sending =
    (page: (ofSite: Site, inLanguage: Say) => Html): Handler =>
    (request, response) =>
      sendPage(request, response, readyPage(page(site, say)))

  return routerOf({
    '/sa-arbetar-vi': sending(howWeWorkPage),
    '/integritet': sending(privacyPage),
    '/tillganglighet': sending(accessibilityPage),
    '/problems/:code'(request, response, { code = '' }) {
      if (!isProblemCode(code)) throw new ProblemError('not-found')
      sendPage(request, response, readyPage(problemPage(site, say, code)))
    },
  })
}
