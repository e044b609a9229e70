import { Router, type Request, type Response } from 'express'
import type { AppContext } from '../context.ts'
import { mayAnywhere } from '../domain/people/abilities.ts'
import { ProblemError } from '../problems.ts'
import type { Asker } from '../usecases/deps.ts'
import { authenticate, entranceOf } from './authenticate.ts'
import { seatSecret } from './cookies.ts'
import { localeOf } from './locale.ts'
import {
  addressParts,
  checkedBody,
  expectedRevision,
  FIRST_PAGE,
  imageIn,
  pagingFrom,
  readBody,
  singleValues,
} from './read-request.ts'
import { addressKey } from './rate-limits.ts'
import type { ApiAnswer, ApiRequest, Route } from './route.ts'

/** Makes an Express router of routes: who asks, is the body what its schema says, then the route's own work. */
export function mountRoutes(routes: readonly Route[], context: AppContext): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/gu, ':$1')
    router[route.method](path, async (request: Request, response: Response) => {
      let asker = await authenticate(request, context)
      countRequest(context, asker, request)
      admit(route, asker)
      if (route.body || route.image) {
        await readBody(request, response, route)
        // A body may be a minute on its way, and whoever keeps it back may have lost their right meanwhile.
        asker = await authenticate(request, context)
        admit(route, asker)
      }
      answer(response, route, await carryOut(route, request, asker, context))
    })
  }
  for (const [path, methods] of methodsByPath(routes)) {
    router.all(path, (_request, response) => {
      response.set('allow', methods.join(', '))
      throw new ProblemError('method-not-allowed')
    })
  }
  return router
}

async function carryOut(
  route: Route,
  request: Request,
  asker: ApiRequest<never>['asker'],
  context: AppContext,
): Promise<ApiAnswer> {
  const apiRequest: ApiRequest<unknown> = {
    asker,
    locale: localeOf(request),
    params: addressParts(request),
    query: singleValues(request),
    paging: route.paged ? pagingFrom(request) : FIRST_PAGE,
    body: route.body ? checkedBody(route.body, request) : route.image ? await imageIn(request) : undefined,
    revision: route.ifMatch ? expectedRevision(request) : 0,
    entrance: entranceOf(request, context),
    seatSecret: seatSecret(request, context.config),
    address: addressKey(request.ip),
    ifNoneMatch: request.get('if-none-match'),
  }
  return route.handle(apiRequest as ApiRequest<never>, context)
}

/** Nobody gets to keep the server from others. */
function countRequest({ limits }: AppContext, { personId }: Asker, request: Request): void {
  if (personId === null) limits.take('requestsPerAddress', addressKey(request.ip))
  else limits.take('requestsPerPerson', personId)
}

function admit({ access }: Route, asker: Asker): void {
  if (access === 'anyone') return
  if (asker.personId === null) throw new ProblemError('not-signed-in')
  if (access !== 'anyone-signed-in' && !mayAnywhere(asker.viewer, access))
    throw new ProblemError('not-allowed')
}

function answer(response: Response, route: Route, { body, headers, send }: ApiAnswer): void {
  response.status(route.answer.status)
  response.set('cache-control', 'no-store')
  for (const [name, value] of Object.entries(headers ?? {})) response.set(name, value)
  if (send) return send(response)
  if (body === undefined) response.end()
  else response.type('application/json').send(JSON.stringify(body))
}

function methodsByPath(routes: readonly Route[]): ReadonlyMap<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const { path, method } of routes) {
    const expressPath = path.replaceAll(/\{(\w+)\}/gu, ':$1')
    methods.set(expressPath, [...(methods.get(expressPath) ?? []), method.toUpperCase()])
  }
  return methods
}
