import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildApp } from './app.ts'
import type { AppContext } from './context.ts'

export type Serving = { readonly port: number; readonly stop: (patienceMs?: number) => Promise<void> }

/** How long requests under way are waited for. */
const PATIENCE_MS = 5_000

/** Starts listening. Throws what the system says when the port is taken. */
export async function serve(context: AppContext): Promise<Serving> {
  const server = createServer(buildApp(context))
  // A body that trickles in ties up nobody but itself, and not for long.
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(context.config.port, context.config.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: (patienceMs = PATIENCE_MS) => stop(server, context, patienceMs),
  }
}

/** Requests under way are answered; listeners, and connections on which nothing is ever said, are let go. */
async function stop(server: Server, context: AppContext, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  context.announcements.end()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), patienceMs).unref()
  await closed
  await context.deps.storage.close()
}
