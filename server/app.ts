import type { RequestListener } from 'node:http'
import compression from 'compression'
import express, { type Express, type Request, type Response } from 'express'
import type { AppContext } from './context.ts'
import { assetRoutes } from './http/assets.ts'
import { securityHeaders } from './http/security-headers.ts'
import { healthRoutes, metricsRoute } from './http/health.ts'
import { logoRoute } from './http/logo.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { observeRequests } from './http/observe-requests.ts'
import { problemHandler } from './http/problem-handler.ts'
import { limitByAddress } from './http/rate-limits.ts'
import { refuseCrossSite } from './http/refuse-cross-site.ts'
import { giveRequestId } from './http/request-id.ts'
import { ROUTES } from './http/v1/routes.ts'
import { log } from './log.ts'
import { ProblemError } from './problems.ts'
import { siteOf } from './site/page.ts'
import { sendProblemPage } from './site/send-problem-page.ts'
import { siteRoutes } from './site/site-routes.ts'

/**
 * The whole program, not yet listening. What is published lies ready to be sent and is offered before anything is
 * computed, before Express too, which takes longer to begin than the answer does.
 */
export function buildApp(context: AppContext): RequestListener {
  const app = buildExpress(context)
  return (request, response) => {
    if (!context.shelf.offer(request, response)) app(request, response)
  }
}

function buildExpress(context: AppContext): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // Express' tags are weak, and If-Match compares strongly: the routes make their own.
  app.set('query parser', 'simple')
  app.set('trust proxy', context.config.trustedProxies)
  app.use(giveRequestId, observeRequests(context.metrics, log), securityHeaders(context.config))
  app.use(healthRoutes({ storage: context.deps.storage, isStopping: () => context.isStopping }))
  app.use(metricsRoute(context.metrics, context.config.metricsToken))
  app.use(compression({ filter: isNoStream }), assetRoutes(), logoRoute(context.installation))
  app.get('/api-info', (_request, response) => response.redirect(308, '/api/v1/api-info'))
  app.use('/api/v1', refuseCrossSite, mountRoutes(ROUTES, context))
  const site = siteOf(context.installation.setup)
  app.use(limitByAddress(context.limits, 'requestsPerAddress'), siteRoutes(context, site), () => {
    throw new ProblemError('not-found')
  })
  app.use(problemHandler((request, response, problem) => sendProblemPage(site, request, response, problem)))
  return app
}

/** Events must go out as they happen, not when a compressor has enough of them. */
function isNoStream(request: Request, response: Response): boolean {
  const isStream = response.get('content-type')?.startsWith('text/event-stream')
  return !isStream && compression.filter(request, response)
}
