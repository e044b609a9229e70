import type { NextFunction, Request, Response } from 'express'
import { v7 } from 'uuid'

/** Every answer carries the id that finds its request in the log; one that a proxy has given is kept if it is harmless. */
export function giveRequestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id')
  response.set('x-request-id', given && /^[\w-]{8,64}$/u.test(given) ? given : v7())
  next()
}

export function requestId(response: Response): string {
  return response.get('x-request-id') ?? ''
}
