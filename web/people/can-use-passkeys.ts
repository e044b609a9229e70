import { browserSupportsWebAuthn } from '@simplewebauthn/browser'

/** Browsers offer passkeys over TLS and on localhost, and never under an IP address. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/u.test(location.hostname)
}
