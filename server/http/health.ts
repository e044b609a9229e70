import { createHash, timingSafeEqual } from 'node:crypto'
import { Router, type Response } from 'express'
import type { Metrics } from '../metrics.ts'
import { ProblemError } from '../problems.ts'
import type { Storage } from '../storage/storage.ts'

/** How long the database may take before it counts as away. */
const PATIENCE_MS = 2_000

type Watched = {
  readonly storage: Pick<Storage, 'read'>
  readonly isStopping: () => boolean
  readonly patienceMs?: number
}

/**
 * For those who look after the process: `/healthz`, it answers (else start it again); `/readyz`, it can do its work
 * (else send nobody here). Which check failed is said, and not why: strangers may ask.
 */
export function healthRoutes({ storage, isStopping, patienceMs = PATIENCE_MS }: Watched): Router {
  let underWay: Promise<boolean> | undefined
  /** A database that hangs is asked once, however many want to know. */
  function databaseAnswers(): Promise<boolean> {
    underWay ??= cheapRead(storage).finally(() => (underWay = undefined))
    return within(patienceMs, underWay)
  }

  const router = Router({ caseSensitive: true, strict: true })
  router.get('/healthz', (_request, response) => say(response, 200, { status: 'ok' }))
  router.get('/readyz', async (_request, response) => {
    if (isStopping()) return say(response, 503, { status: 'unavailable', failed: 'stopping' })
    if (await databaseAnswers()) return say(response, 200, { status: 'ok' })
    return say(response, 503, { status: 'unavailable', failed: 'database' })
  })
  return router
}

/** `/metrics`, for those who have the token; without one in the settings there is no such address. */
export function metricsRoute(metrics: Metrics | null, token: string | null): Router {
  const router = Router({ caseSensitive: true, strict: true })
  if (metrics === null || token === null) return router
  router.get('/metrics', (request, response) => {
    if (isSame(request.get('authorization') ?? '', `Bearer ${token}`)) return sendMetrics(response, metrics)
    response.set('www-authenticate', 'Bearer')
    throw new ProblemError('not-signed-in')
  })
  return router
}

async function sendMetrics(response: Response, metrics: Metrics): Promise<void> {
  const { contentType, body } = await metrics.text()
  response.set({ 'content-type': contentType, 'cache-control': 'no-store' }).end(body)
}

function say(response: Response, status: 200 | 503, body: Readonly<Record<string, string>>): void {
  response.status(status).set('cache-control', 'no-store').json(body)
}

async function cheapRead(storage: Pick<Storage, 'read'>): Promise<boolean> {
  try {
    await storage.read(({ log }) => log.head())
    return true
  } catch {
    return false
  }
}

function within(patienceMs: number, answer: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs)
    void answer.then((answered) => {
      clearTimeout(timer)
      resolve(answered)
    })
  })
}

/** Takes as long wherever the two differ: by their digests, which also have one length. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
