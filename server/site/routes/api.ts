import type { Router } from 'express'
import { SCHEMAS } from '../../contract.ts'
import type { Route } from '../../http/route.ts'
import { ProblemError } from '../../problems.ts'
import { routerOf, type Handler } from '../handlers.ts'
import type { Site } from '../page.ts'
import { apiPage } from '../pages/api.ts'
import { readyPage, sendPage, type ReadyPage } from '../send-page.ts'
import { raw } from '../html.ts'

const AN_HOUR = 'public, max-age=3600'
const ENDING = '.schema.json'

/** The API's description for people, and its schemas as they are. */
export function apiRoutes(site: Site, routes: readonly Route[]): Router {
  let page: ReadyPage | undefined
  return routerOf({
    '/api'(request, response) {
      page ??= readyPage(apiPage(site, routes))
      sendPage(request, response, page)
    },
    '/schemas/v1/:file': sendSchema,
    '/schemas/v1/requests/:file': (request, response, { file = '' }) =>
      sendSchema(request, response, { file: `requests/${file}` }),
  })
}

const sendSchema: Handler = (request, response, { file = '' }) => {
  const schema = file.endsWith(ENDING) ? SCHEMAS.get(file.slice(0, -ENDING.length)) : undefined
  if (!schema) throw new ProblemError('not-found')
  sendPage(request, response, readyPage(raw(JSON.stringify(schema, null, 2))), {
    cacheControl: AN_HOUR,
    headers: { 'content-type': 'application/schema+json; charset=utf-8' },
  })
}
