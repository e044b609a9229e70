export type Purpose = 'sign-in' | 'connect'

/** What has to be known when somebody comes back from the issuer: that it is they who left, and what for. */
export type Memory = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly purpose: Purpose
  /** When they left, in milliseconds since 1970. */
  readonly begun: number
}

/** How long somebody may be away at the issuer; a code that comes later has been lying about. */
export const LONGEST = 10 * 60_000

/** About 300 characters, all fit for a cookie. */
export function packMemory(memory: Memory): string {
  return Buffer.from(JSON.stringify(memory)).toString('base64url')
}

/**
 * The memory, or null when it is none or too old. It is not signed, for its owner can only deceive themselves: state and
 * nonce must be those that the issuer sends back, and the verifier the one whose hash it has. What nobody else may do is
 * read or set it, and what the purpose allows hangs on the session, not on this.
 */
export function unpackMemory(packed: string | undefined, now: Date): Memory | null {
  const memory = parsed(packed ?? '')
  if (!isMemory(memory)) return null
  return Math.abs(now.getTime() - memory.begun) <= LONGEST ? memory : null
}

function parsed(packed: string): unknown {
  try {
    return JSON.parse(Buffer.from(packed, 'base64url').toString())
  } catch {
    return null
  }
}

function isMemory(value: unknown): value is Memory {
  if (typeof value !== 'object' || value === null) return false
  const { state, nonce, verifier, purpose, begun } = value as Record<string, unknown>
  return (
    [state, nonce, verifier].every((secret) => typeof secret === 'string' && secret !== '') &&
    (purpose === 'sign-in' || purpose === 'connect') &&
    typeof begun === 'number'
  )
}
