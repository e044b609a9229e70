import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { RequestHandler, Response } from 'express'
import { faultsOf } from '../../server/contract.ts'
import { problemsOf } from '../../server/http/openapi.ts'
import type { Route } from '../../server/http/route.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'

/** Every answer of the API that its description does not foresee. */
export type Undescribed = string[]

/** Notes each answer under /api/v1 that is not what its route says: another status, another form, an unnamed problem. */
export function watchAnswers(undescribed: Undescribed): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request // later on they are those of whatever router the request has gone into
    if (!path.startsWith('/api/v1/') || method === 'HEAD') return next() // a head has nothing to be compared with
    const chunks: Buffer[] = []
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    }
    const write = response.write.bind(response) as (...args: unknown[]) => boolean
    const end = response.end.bind(response) as (...args: unknown[]) => Response
    response.write = (chunk: unknown, ...rest: unknown[]) => {
      keep(chunk)
      return write(chunk, ...rest)
    }
    response.end = (chunk?: unknown, ...rest: unknown[]) => {
      keep(chunk)
      const sent = decoded(Buffer.concat(chunks), response.get('content-encoding'))
      const fault = faultIn(method, path, response.statusCode, String(response.get('content-type')), sent)
      if (fault)
        undescribed.push(`${request.method} ${request.originalUrl} → ${response.statusCode}: ${fault}`)
      return end(chunk, ...rest)
    }
    next()
  }
}

/** What the client reads, however it was packed on the way. */
function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes // 304, or HEAD
  if (encoding === 'gzip') return gunzipSync(bytes)
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes
}

function faultIn(
  method: string,
  path: string,
  status: number,
  type: string,
  body: Buffer,
): string | undefined {
  const route = ROUTES.find((each) => each.method === method.toLowerCase() && pattern(each).test(path))
  if (status >= 400) return problemFault(route, status, type, body)
  if (!route) return 'no such route'
  if (status === 304) return undefined
  if (status !== route.answer.status) return `${route.answer.status} is described`
  if (status === 204) return body.length > 0 ? 'a body with 204' : undefined
  const mediaType = route.answer.mediaType ?? 'application/json'
  if (!type.startsWith(mediaType)) return `${type} instead of ${mediaType}`
  if (!route.answer.schema || mediaType !== 'application/json') return undefined
  const [fault] = faultsOf(route.answer.schema, JSON.parse(body.toString()))
  return fault && `${route.answer.schema} ${fault.pointer} ${fault.detail}`
}

function problemFault(
  route: Route | undefined,
  status: number,
  type: string,
  body: Buffer,
): string | undefined {
  if (!type.startsWith('application/problem+json')) return `${type} for a problem`
  const problem = JSON.parse(body.toString()) as { type: string; status: number }
  const [fault] = faultsOf('problem', problem)
  if (fault) return `problem ${fault.pointer} ${fault.detail}`
  if (problem.status !== status) return `status ${problem.status} in the body`
  const code = problem.type.replace('/problems/', '')
  if (!route) return code === 'not-found' || code === 'method-not-allowed' ? undefined : code
  return problemsOf(route).some((each) => each === code) ? undefined : `${code} is not described`
}

function pattern({ path }: Route): RegExp {
  return new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u')
}
