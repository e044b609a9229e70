import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { faultsOf } from '../contract.ts'
import type { AppContext } from '../context.ts'
import { cleanTexts, isTooDeep } from '../domain/profile/clean-text.ts'
import { hasRoleFor } from '../domain/people/abilities.ts'
import { ProblemError, type Fault } from '../problems.ts'
import type { Asker } from '../usecases/deps.ts'
import { authenticate, sessionSecret } from './authenticate.ts'
import { localeOf } from './locale.ts'
import { revisionFrom, type ApiAnswer, type ApiRequest, type Route } from './route.ts'

const USUAL_BODY = express.json({ limit: '1mb', strict: true })
const LARGE_BODY = express.json({ limit: '8mb', strict: true })
const MAX_LIMIT = 100
const DEFAULT_LIMIT = 20

/** Makes an Express router of routes: who asks, is the body what its schema says, then the route's own work. */
export function mountRoutes(routes: readonly Route[], context: AppContext): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/gu, ':$1')
    router[route.method](path, async (request: Request, response: Response) => {
      const asker = await authenticate(request, context)
      admit(route, asker)
      if (route.body) await readBody(request, response, route.largeBody ? LARGE_BODY : USUAL_BODY)
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

/** After the door and not before it: nobody makes the server read what they may not send. */
function readBody(request: Request, response: Response, parse: RequestHandler): Promise<void> {
  return new Promise((resolve, reject) => {
    void parse(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error)
      else resolve()
    })
  })
}

async function carryOut(
  route: Route,
  request: Request,
  asker: ApiRequest<never>['asker'],
  context: AppContext,
): Promise<ApiAnswer> {
  const paging = route.paged ? pagingFrom(request) : { limit: DEFAULT_LIMIT, page: 1 }
  const apiRequest: ApiRequest<unknown> = {
    asker,
    locale: localeOf(request),
    params: request.params as Record<string, string>,
    query: singleValues(request),
    paging,
    body: route.body ? checkedBody(route.body, request) : undefined,
    revision: route.ifMatch ? expectedRevision(request) : 0,
    sessionSecret: sessionSecret(request, context),
    ifNoneMatch: request.get('if-none-match'),
  }
  return route.handle(apiRequest as ApiRequest<never>, context)
}

function admit({ access }: Route, asker: Asker): void {
  if (access === 'anyone') return
  if (asker.personId === null) throw new ProblemError('not-signed-in')
  if (access !== 'anyone-signed-in' && !hasRoleFor(asker.viewer, access))
    throw new ProblemError('not-allowed')
}

/** Texts are cleaned (composed, nothing invisible) before anything else sees them, and before anything is hashed. */
function checkedBody(schema: string, request: Request): unknown {
  if (!request.is('application/json')) throw new ProblemError('media-type-unsupported')
  if (isTooDeep(request.body)) {
    throw new ProblemError('request-invalid', {}, [{ pointer: '', code: 'depth', detail: 'nested too deep' }])
  }
  // A file to import is cleaned where it is read, so that the report can say what was mended.
  const body: unknown = schema === 'import-profile' ? request.body : cleanTexts(request.body as unknown)
  const faults = faultsOf(`requests/${schema}`, body)
  if (faults.length > 0) throw new ProblemError('request-invalid', {}, faults)
  return body
}

/** A parameter that is given twice counts as not given. */
function singleValues({ query }: Request): Record<string, string | undefined> {
  const single = Object.entries(query).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(single) as Record<string, string>
}

function pagingFrom(request: Request): { limit: number; page: number } {
  const faults: Fault[] = []
  const read = (name: 'limit' | 'page', fallback: number, most: number) => {
    const given = request.query[name]
    if (given === undefined) return fallback
    const value = typeof given === 'string' && /^\d{1,6}$/u.test(given) ? Number(given) : 0
    if (value >= 1 && value <= most) return value
    faults.push({ pointer: `query:${name}`, code: 'range', detail: `must be a number from 1 to ${most}` })
    return fallback
  }
  const paging = { limit: read('limit', DEFAULT_LIMIT, MAX_LIMIT), page: read('page', 1, 999_999) }
  if (faults.length > 0) throw new ProblemError('request-invalid', {}, faults)
  return paging
}

function expectedRevision(request: Request): number {
  const tag = request.get('if-match')
  if (tag === undefined) throw new ProblemError('precondition-required')
  const revision = revisionFrom(tag)
  if (revision === undefined) {
    throw new ProblemError('request-invalid', {}, [
      { pointer: 'header:if-match', code: 'format', detail: 'must be the strong entity tag of the draft' },
    ])
  }
  return revision
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
