import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics.ts'
import { requestId } from './request-id.ts'

/** What is asked for too often to be told of each time. */
const IN_THE_BACKGROUND = new Set(['/assets', '/healthz', '/readyz', '/metrics'])

/**
 * One line and one measurement for each request when it is over. Nothing in them is about a person: the route as it is
 * written in the code, and not the address (which may hold a sign-in token), no query, cookie, network address or
 * browser. Refusals are no warnings, since strangers make them; a failure of ours is logged where it is caught.
 */
export function observeRequests(metrics: Pick<Metrics, 'observe'> | null, log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    response.once('close', () => {
      const ms = Math.round((performance.now() - began) * 10) / 10
      const { method } = request
      const route = routeOf(request)
      // Listeners stay until they leave: that says nothing of how quick an answer was, and is no broken one.
      const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream')
      const isAborted = !response.writableFinished && !isStream
      const status = isAborted ? 'aborted' : response.statusCode
      if (!isStream) metrics?.observe({ method, route, status, ms })
      const level = IN_THE_BACKGROUND.has(route) ? 'debug' : 'info'
      if (log.isLevelEnabled(level)) {
        log[level]({ requestId: requestId(response), method, route, status, ms }, 'request')
      }
    })
    next()
  }
}

/** Where routers are mounted. Read from the address: Express has forgotten it when a handler throws. */
const MOUNTED = /^(?:\/api\/v1|\/en)(?=\/|\?|$)/iu
/** Addresses that no route of a fixed name stands for. */
const WHOLE = /^\/(?:assets|verkstad)(?=\/|\?|$)/iu

/** The address's template, such as `/api/v1/profiles/{slug}`; `other` for what no route is there for. */
function routeOf({ route, originalUrl }: Request): string {
  const path: unknown = (route as { path?: unknown } | undefined)?.path
  if (typeof path !== 'string') return WHOLE.exec(originalUrl)?.[0].toLowerCase() ?? 'other'
  const mount = MOUNTED.exec(originalUrl)?.[0].toLowerCase() ?? ''
  return mount + path.replaceAll(/:(\w+)/gu, '{$1}')
}
