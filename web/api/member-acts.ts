import type { Problem } from '../../schemas/types.ts'
import { ask, problemIn } from './http-client.ts'

type Sendable = {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body: unknown
  readonly personId: string
}

/** Sends what a member has done, as it was kept, in their name and no other. Throws ApiProblem or NoAnswer. */
export function sendAct({ method, path, body, personId }: Sendable): Promise<unknown> {
  return ask(method, path, { body, as: personId })
}

/** Reads what a member's page needs, for them and nobody else. Throws ApiProblem or NoAnswer. */
export function readForMember(path: string, personId: string): Promise<unknown> {
  return ask('GET', path, { as: personId })
}

/** The server's no in an error; null when no answer has come, also where a network on the way answers in its place. */
export function noOfOurServer(error: unknown): Problem | null {
  const problem = problemIn(error)
  const isOurs = typeof problem?.type === 'string' && problem.type.startsWith('/problems/')
  return isOurs ? problem : null
}
