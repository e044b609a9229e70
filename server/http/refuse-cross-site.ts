import type { NextFunction, Request, Response } from 'express'
import { ProblemError } from '../problems.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page of somebody else's cannot act in a signed-in person's name: browsers say on every request where it comes
 * from. Programs that are no browsers send neither header, and no cookie that they were not given.
 */
export function refuseCrossSite(request: Request, _response: Response, next: NextFunction): void {
  if (SAFE.has(request.method)) return next()
  const site = request.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('cross-site')
  const origin = request.get('origin')
  if (site === undefined && origin !== undefined && hostOf(origin) !== request.get('host')) {
    throw new ProblemError('cross-site')
  }
  next()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
