import helmet from 'helmet'
import type { RequestHandler } from 'express'
import type { Config } from '../config.ts'

/**
 * Everything that a page needs comes from here, and nothing of it is written into the page: no inline script or
 * style, no other hosts, no frames; and no script makes elements out of text, but Lit out of its own templates. HSTS
 * only where people come over TLS.
 */
export function securityHeaders({ baseUrl }: Config): RequestHandler {
  const secure = baseUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        // A page that opens without a network vouches for the address of its worker, and for no other.
        trustedTypes: ['lit-html', 'page-worker'],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  })
}
