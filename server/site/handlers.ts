import { Router, type Request, type RequestHandler, type Response } from 'express'
import { addressParts } from '../http/read-request.ts'

/** Answers a request for a page; `params` are the named parts of the address. */
export type Handler = (
  request: Request,
  response: Response,
  params: Readonly<Record<string, string>>,
) => Promise<void> | void

type Handlers = Readonly<Record<string, Handler>>

/** A router of addresses, which are tried in the order in which they stand. `before` goes first on those that act. */
export function routerOf(get: Handlers, post: Handlers = {}, before: readonly RequestHandler[] = []): Router {
  const router = Router({ caseSensitive: true })
  for (const [path, handler] of Object.entries(get)) router.get(path, answering(handler))
  for (const [path, handler] of Object.entries(post)) router.post(path, ...before, answering(handler))
  return router
}

/** Express 5 hands on what a returned promise is rejected with. */
function answering(handler: Handler): RequestHandler {
  return (request, response) => handler(request, response, addressParts(request))
}
