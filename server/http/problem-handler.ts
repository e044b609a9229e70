import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Problem } from '../../schemas/types.ts'
import { log } from '../log.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError, type ProblemCode } from '../problems.ts'
import { AlreadyThere, StorageFailure } from '../storage/storage.ts'
import { localeOf } from './locale.ts'
import { requestId } from './request-id.ts'

export type ShowProblem = (request: Request, response: Response, problem: ProblemError) => void

/**
 * The only place where an error becomes an answer: RFC 9457 to machines, a page (`showPage`) to people. What nobody
 * foresaw says nothing of its cause but its request's id.
 */
export function problemHandler(showPage: ShowProblem): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = problemFrom(error, request)
    if (problem.status >= 500) log.error({ err: error, requestId: requestId(response) }, 'request failed')
    if (isForPeople(request)) return showPage(request, response, problem)
    response.set({ 'content-language': localeOf(request), 'cache-control': 'no-store' })
    const { retryAfter } = problem.context
    if (typeof retryAfter === 'number') response.set('retry-after', String(retryAfter))
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(present(problem, request, requestId(response), localeOf(request))))
  }
}

function isForPeople(request: Request): boolean {
  return !request.originalUrl.startsWith('/api/') && request.accepts(['html', 'json']) === 'html'
}

function present(problem: ProblemError, request: Request, id: string, locale: Locale): Problem {
  const { code, status, context, errors } = problem
  return {
    // First, so that no word of the context stands where the format has one of its own.
    ...context,
    type: `/problems/${code}`,
    title: text(locale, `problems.${code}.title`),
    status,
    detail: text(locale, `problems.${code}.detail`),
    instance: request.originalUrl.split('?', 1)[0] ?? '', // the rest may hold what an issuer has said
    requestId: id,
    ...(errors && { errors: [...errors] }),
  }
}

function problemFrom(error: unknown, request: Request): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof StorageFailure) return new ProblemError(`storage-${error.kind}`)
  if (error instanceof AlreadyThere) return new ProblemError(TAKEN[error.table] ?? 'id-taken')
  if (error instanceof URIError) return new ProblemError('not-found') // an address that cannot be decoded
  // What a body was unpacked with names its error in a way of its own.
  if (request.get('content-encoding') !== undefined && statusOf(error) === 400)
    return new ProblemError('body-malformed')
  const code = BODY_ERRORS[typeOf(error)]
  return new ProblemError(code ?? 'internal-error')
}

/** What somebody else has put there since it was asked for. */
const TAKEN: Readonly<Record<string, ProblemCode>> = {
  profile: 'slug-taken',
  draft: 'draft-exists',
  edition: 'version-taken',
  person: 'email-taken',
}

/** How Express' body parser names what it cannot read. */
const BODY_ERRORS: Record<string, ProblemCode> = {
  'entity.parse.failed': 'body-malformed',
  'request.aborted': 'body-malformed',
  'request.size.invalid': 'body-malformed',
  'entity.too.large': 'body-too-large',
  'encoding.unsupported': 'media-type-unsupported',
  'charset.unsupported': 'media-type-unsupported',
  'stream.encoding.set': 'media-type-unsupported',
}

function typeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : ''
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
}
