import type { Problem } from '../../schemas/types.ts'
import { locale } from '../i18n/locale.ts'

/** The server has answered no, and said why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }

  /** The kind of problem, as the catalogue of problems names it. */
  get code(): string {
    return this.problem.type.replace('/problems/', '')
  }
}

/** No answer has come: no network, or a server that is not there. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** The server's no in an error, or null when no answer has come. Anything else is a fault of ours, and is thrown on. */
export function problemIn(error: unknown): Problem | null {
  if (error instanceof ApiProblem) return error.problem
  if (error instanceof NoAnswer) return null
  throw error
}

/** A proxy that never answers is as good as none. */
const PATIENCE_MS = 20_000

type AskOptions = {
  readonly body?: unknown
  readonly ifMatch?: string
  /** In whose name: the server answers nobody else, whoever is signed in by then. */
  readonly as?: string
  readonly keepalive?: boolean
}

/** Asks the API; the only place that does. A picture goes as it is, anything else as JSON. Throws ApiProblem or NoAnswer. */
export async function ask<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { body, ifMatch, as, keepalive = false }: AskOptions = {},
): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      keepalive,
      headers: {
        'accept-language': locale(),
        ...(body === undefined
          ? {}
          : { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...(as === undefined ? {} : { 'acting-person': as }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (error) {
    throw new NoAnswer('no answer', { cause: error })
  }
  if (response.status === 204) return undefined as Answer
  const answer: unknown = await response.json().catch((error: unknown) => {
    throw new NoAnswer('no answer that can be read', { cause: error })
  })
  if (!response.ok) throw new ApiProblem(answer as Problem)
  return answer as Answer
}
