import type { Response } from 'express'
import type { Act } from '../domain/people/abilities.ts'
import type { ProblemCode } from '../problems.ts'
import type { Paging } from '../usecases/profile/list-profiles.ts'
import type { Asker } from '../usecases/deps.ts'
import type { Entrance } from '../usecases/people/open-session.ts'
import type { AppContext } from '../context.ts'
import type { Locale } from '../i18n/text.ts'

/**
 * One address and method of the API, described and carried out by the same value: what is not described is not
 * reachable, and the OpenAPI document is made from these.
 */
export type Route<Body = never> = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string
  /** The operation's name: a verb and what it is done to. */
  readonly id: string
  readonly summary: string
  /** Who gets past the door; a use case may still say no for the state that things are in. */
  readonly access: 'anyone' | 'anyone-signed-in' | Act
  /** Schema of the request's body, under `schemas/requests`. */
  readonly body?: string
  /** The body is a picture, not JSON. */
  readonly image?: boolean
  /** A body may be larger than usual (files that are imported). */
  readonly largeBody?: boolean
  readonly paged?: boolean
  /** The act concerns the whole: the request names the revision it was decided on. */
  readonly ifMatch?: boolean
  readonly query?: Readonly<Record<string, string>>
  readonly answer: RouteAnswer
  /** What can go wrong, besides what can go wrong everywhere. */
  readonly problems: readonly ProblemCode[]
  readonly handle: (request: ApiRequest<Body>, context: AppContext) => Promise<ApiAnswer>
}

export type RouteAnswer = {
  readonly status: 200 | 201 | 204
  readonly description: string
  /** Schema of the body, under `schemas`. */
  readonly schema?: string
  /** Media type of a body that is no JSON. */
  readonly mediaType?: string
}

export type ApiRequest<Body> = {
  readonly asker: Asker
  readonly locale: Locale
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly paging: Paging
  readonly body: Body
  /** The revision in `If-Match`; only for routes that ask for it. */
  readonly revision: number
  /** From where the request comes: what the browser says it is, and the session that it has until now. */
  readonly entrance: Entrance
  /** By what a participant's device is known to have a seat in a workshop. */
  readonly seatSecret: string | undefined
  /** The network address, for limits; it is written down nowhere. */
  readonly address: string
  readonly ifNoneMatch: string | undefined
}

export type ApiAnswer = {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** For answers that are no single JSON text: streams, files, bytes that lie ready. */
  readonly send?: (response: Response) => void
}

/** Gives a route its body's type; the schema named in `body` is what holds it to it. */
export function route<Body = never>(description: Route<Body>): Route {
  return description
}

/** An entity tag for a revision of a draft, and back. */
export function revisionTag(revision: number): string {
  return `"r${revision}"`
}

export function revisionFrom(tag: string): number | undefined {
  const found = /^"r(\d+)"$/u.exec(tag.trim())
  return found ? Number(found[1]) : undefined
}
