import express, { type Request, type Response } from 'express'
import { faultsOf } from '../contract.ts'
import { cleanTexts, isTooDeep } from '../domain/profile/clean-text.ts'
import { ProblemError, type Fault } from '../problems.ts'
import { revisionFrom, type Route } from './route.ts'

const USUAL_BODY = express.json({ limit: '1mb', strict: true })
const LARGE_BODY = express.json({ limit: '8mb', strict: true })
const IMAGE_BODY = express.raw({ limit: '300kb', type: ['image/png', 'image/jpeg'] })
/** Strangers send no more than the secret that they sign in with. */
const STRANGERS_BODY = express.json({ limit: '8kb', strict: true })
const MOST_PIXELS = 2000
/** Nobody reads more faults than these. */
const MOST_FAULTS = 100
export const MAX_LIMIT = 100
export const MAX_PAGE = 999_999
export const FIRST_PAGE = { limit: 20, page: 1 }

/** After the door and not before it: nobody makes the server read what they may not send. */
export function readBody(
  request: Request,
  response: Response,
  { largeBody, access, image }: Route,
): Promise<void> {
  const parse = image
    ? IMAGE_BODY
    : largeBody
      ? LARGE_BODY
      : access === 'anyone'
        ? STRANGERS_BODY
        : USUAL_BODY
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error)
      else resolve()
    })
  })
}

/** Texts are cleaned (composed, nothing invisible) before anything else sees them, and before anything is hashed. */
export function checkedBody(schema: string, request: Request): unknown {
  if (!request.is('application/json')) throw new ProblemError('media-type-unsupported')
  if (isTooDeep(request.body)) {
    throw new ProblemError('request-invalid', {}, [{ pointer: '', code: 'depth', detail: 'nested too deep' }])
  }
  const body = cleaned(schema, request.body)
  const faults = faultsOf(`requests/${schema}`, body)
  if (faults.length > 0) throw new ProblemError('request-invalid', {}, faults.slice(0, MOST_FAULTS))
  return body
}

/** The bytes of a picture: its content says what it is, whatever the header says. Throws media-type-unsupported, request-invalid. */
export async function imageIn({ body }: Request): Promise<Buffer> {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ProblemError('media-type-unsupported')
  const { type, width, height } = await pictureIn(body)
  if (type !== 'png' && type !== 'jpg') throw new ProblemError('media-type-unsupported')
  if (Math.max(width, height) > MOST_PIXELS || Math.min(width, height) < 1) {
    throw new ProblemError('request-invalid', {}, [
      { pointer: '', code: 'size', detail: `must be ${MOST_PIXELS} pixels at most each way` },
    ])
  }
  return body
}

async function pictureIn(body: Buffer) {
  const { imageSize } = await import('image-size')
  try {
    return imageSize(body)
  } catch {
    throw new ProblemError('media-type-unsupported')
  }
}

/** A file to import is cleaned where it is read, so that the report can say what was mended. */
function cleaned(schema: string, body: unknown): unknown {
  if (schema !== 'import-profile' || typeof body !== 'object' || body === null) return cleanTexts(body)
  const { file, ...others } = body as Record<string, unknown>
  return { ...cleanTexts(others), ...('file' in body && { file }) }
}

/** The named parts of an address. Nothing of ours has a control character in its name, and PostgreSQL takes no NUL. */
export function addressParts({ params }: Request): Readonly<Record<string, string>> {
  const parts = params as Record<string, string>
  if (Object.values(parts).some((part) => /\p{Cc}/u.test(part))) throw new ProblemError('not-found')
  return parts
}

/** A parameter that is given twice counts as not given. */
export function singleValues({ query }: Request): Record<string, string | undefined> {
  const single = Object.entries(query).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(single) as Record<string, string>
}

export function pagingFrom(request: Request): { limit: number; page: number } {
  const faults: Fault[] = []
  const read = (name: 'limit' | 'page', fallback: number, most: number) => {
    const given = request.query[name]
    if (given === undefined) return fallback
    const value = typeof given === 'string' && /^\d{1,6}$/u.test(given) ? Number(given) : 0
    if (value >= 1 && value <= most) return value
    faults.push({ pointer: `query:${name}`, code: 'range', detail: `must be a number from 1 to ${most}` })
    return fallback
  }
  const paging = {
    limit: read('limit', FIRST_PAGE.limit, MAX_LIMIT),
    page: read('page', FIRST_PAGE.page, MAX_PAGE),
  }
  if (faults.length > 0) throw new ProblemError('request-invalid', {}, faults)
  return paging
}

export function expectedRevision(request: Request): number {
  const tag = request.get('if-match')
  if (tag === undefined) throw new ProblemError('precondition-required')
  const revision = revisionFrom(tag)
  if (revision === undefined) {
    throw new ProblemError('request-invalid', {}, [
      { pointer: 'header:if-match', code: 'format', detail: 'must be the strong entity tag of the draft' },
    ])
  }
  return revision
}
