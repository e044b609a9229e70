import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildApp } from './app.ts'
import type { AppContext } from './context.ts'

export type Serving = { readonly port: number; readonly stop: (patienceMs?: number) => Promise<void> }

/** How long requests under way are waited for. */
const PATIENCE_MS = 5_000

/** A request that trickles in ties up nobody but itself, and not for long: it is answered with 408 and let go. */
const SLOWEST = { headersMs: 15_000, requestMs: 60_000, lookEveryMs: 5_000 }

/** Starts listening. Throws what the system says when the port is taken. */
export async function serve(
  context: AppContext,
  { headersMs, requestMs, lookEveryMs } = SLOWEST,
): Promise<Serving> {
  const slowest = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: lookEveryMs,
  }
  const server = createServer(slowest, buildApp(context))
  context.boards.attach(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(context.config.port, context.config.host, resolve)
  })
  await context.background.start()
  return {
    port: (server.address() as AddressInfo).port,
    stop: (patienceMs = PATIENCE_MS) => stop(server, context, patienceMs),
  }
}

/** Requests under way are answered; listeners, and connections on which nothing is ever said, are let go. */
async function stop(server: Server, context: AppContext, patienceMs: number): Promise<void> {
  context.isStopping = true
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  context.announcements.end()
  await context.boards.stop()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), patienceMs).unref()
  await closed
  await context.background.stop()
  await context.deps.storage.close()
}
