const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u

/**
 * Whether an issuer's identifier may be asked: https, or http on this very machine (what is said there leaves it not).
 * An identifier has no user, query or fragment (OpenID Connect Discovery 1.0, 3).
 */
export function isAllowedIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer) || /[?#]/u.test(issuer)) return false
  const { protocol, username, password } = new URL(issuer)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || isInTheClear(issuer)
}

/** An issuer that is allowed although nothing hides what is said to it. */
export function isInTheClear(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && LOOPBACK.test(hostname)
}
