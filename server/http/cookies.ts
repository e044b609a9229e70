import type { Request } from 'express'
import type { Config } from '../config.ts'

/** What a cookie's name and reach depend on. */
type Site = Pick<Config, 'baseUrl'>
type Asked = Pick<Request, 'headers'>

export function sessionSecret(request: Asked, config: Site): string | undefined {
  return cookieIn(request, cookieName(config))
}

/** By what a participant's device is known; participants have no session. */
export function seatSecret(request: Asked, config: Site): string | undefined {
  return cookieIn(request, seatCookieName(config))
}

/** Names the person of the session to the pages that open without a network too: see setSessionCookie. */
export function personCookieName(config: Site): string {
  return cookieName(config, '-person')
}

export function seatCookieName(config: Site): string {
  return cookieName(config, '-seat')
}

export function cookieIn(request: Asked, name: string): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Behind TLS the name's prefix makes the browser hold the cookie to this host and to TLS. */
export function cookieName({ baseUrl }: Site, suffix = ''): string {
  return `${baseUrl.startsWith('https:') ? '__Host-' : ''}profilverkstad${suffix}`
}

export function cookieAttributes({ config }: { readonly config: Site }) {
  return { httpOnly: true, sameSite: 'lax', secure: config.baseUrl.startsWith('https:'), path: '/' } as const
}
