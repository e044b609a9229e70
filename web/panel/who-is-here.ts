/** The server's cookie with the id of whoever is signed in; behind TLS it has the prefix. */
const NAME = 'profilverkstad-person'
const nameOver = (protocol: string) => (protocol === 'https:' ? `__Host-${NAME}` : NAME)

/**
 * The person who is signed in in this browser, as far as that can be known without a network; null for nobody. The
 * cookie comes and goes with the session, in whichever tab somebody signs in or out.
 */
export function personHere(cookies: string, protocol: string): string | null {
  const name = nameOver(protocol)
  const found = cookies.split('; ').find((cookie) => cookie.startsWith(`${name}=`))
  return found?.slice(name.length + 1) || null
}

/** What to set as a cookie when the server says who is here, and no cookie does: the session is from before there was one. */
export function isHere(personId: string, protocol: string): string {
  return `${nameOver(protocol)}=${personId}; Path=/; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`
}

/** What to set as a cookie when the server says that the session has ended elsewhere: from now on nobody is here. */
export function nobodyHere(protocol: string): string {
  return `${nameOver(protocol)}=; Max-Age=0; Path=/${protocol === 'https:' ? '; Secure' : ''}`
}
