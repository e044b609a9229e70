import { ClientError } from 'openid-client'
import type { CustomFetch } from 'openid-client'
import { ProblemError } from '../problems.ts'

/** The issuer cannot be reached, takes too long, or is ill itself. */
class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

/** Asks the issuer. One place decides what counts as no answer; the library would call it many things. */
export const askIssuer: CustomFetch = async (address, { body, ...options }) => {
  const answer = await fetch(address, { ...options, body: body ?? null }).catch(() => null)
  if (answer === null || answer.status >= 500) throw new Unanswered('the issuer does not answer')
  return answer
}

/**
 * Does something with the issuer, and says in our own words how it went wrong. The library's errors carry tokens, claims
 * and texts of the issuer, so nothing of them goes on, not even as a cause (causes are logged), but a code.
 */
export async function heedingRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Unanswered)
      throw new ProblemError('open-id-unreachable')
    if (isRefusal(error)) throw new ProblemError('open-id-refused', reasonOf(error))
    throw error
  }
}

/** What makes a refusal traceable: the issuer's code for its error or the library's, if it looks like a code. */
export function reasonOf(error: unknown): { readonly reason?: string } {
  if (typeof error !== 'object' || error === null) return {}
  const { error: theirs, code } = error as { error?: unknown; code?: unknown }
  const said = theirs ?? code
  const reason = typeof said === 'string' ? said.toLowerCase() : ''
  return /^[a-z_]{1,40}$/u.test(reason) ? { reason } : {}
}

function isRefusal(error: unknown): boolean {
  if (error instanceof ClientError) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('OAUTH_')
}
