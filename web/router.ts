/** The workshop's pages. What is not one of these is the start page. */
export type Place =
  | { readonly page: 'start' }
  | { readonly page: 'editor'; readonly slug: string; readonly section: Section }
  | { readonly page: 'history'; readonly slug: string }
  | { readonly page: 'publish'; readonly slug: string }
  | { readonly page: 'account' }
  | { readonly page: 'administration'; readonly part: AdministrationPart }
  | { readonly page: 'person'; readonly personId: string }

/** The parts of a draft, one at a time on the screen. */
export type Section =
  | { readonly part: 'role' | 'suitability' | 'delimitations' | 'words' }
  | { readonly part: 'module'; readonly moduleId: string }

const PARTS = {
  yrkesrollen: 'role',
  lamplighet: 'suitability',
  avgransningar: 'delimitations',
  yrkessprak: 'words',
} as const
const ROOT = '/verkstad'
const ACCOUNT = '/konto'
const ADMINISTRATION = '/administration'

const ADMINISTRATION_PARTS = {
  people: 'personer',
  organisations: 'organisationer',
  settings: 'installningar',
  status: 'drift',
  mail: 'e-post',
  log: 'logg',
} as const
/** The parts of the administration, one at a time on the screen. */
export type AdministrationPart = keyof typeof ADMINISTRATION_PARTS
export const ADMINISTRATION_MENU = Object.keys(ADMINISTRATION_PARTS) as AdministrationPart[]

/** What lies below these and is not said here is the server's own. */
const OURS = new RegExp(
  `^(?:${ROOT}(?:/.*)?|${ACCOUNT}/?|${ADMINISTRATION}(?:/(?:${Object.values(ADMINISTRATION_PARTS).join('|')}|personer/[0-9a-f-]+))?/?)$`,
  'u',
)

export function placeAt(path: string): Place {
  if (path.startsWith(ACCOUNT)) return { page: 'account' }
  if (path.startsWith(ADMINISTRATION)) return administrationAt(path)
  const [slug, first, second] = path.slice(ROOT.length).split('/').filter(Boolean).map(decodeURIComponent)
  if (!slug) return { page: 'start' }
  if (first === 'historik') return { page: 'history', slug }
  if (first === 'publicera') return { page: 'publish', slug }
  if (first === 'moduler' && second)
    return { page: 'editor', slug, section: { part: 'module', moduleId: second } }
  const part = PARTS[first as keyof typeof PARTS] ?? 'role'
  return { page: 'editor', slug, section: { part } }
}

function administrationAt(path: string): Place {
  const [name, personId] = path.slice(ADMINISTRATION.length).split('/').filter(Boolean)
  if (personId) return { page: 'person', personId }
  const part = ADMINISTRATION_MENU.find((each) => ADMINISTRATION_PARTS[each] === name) ?? 'people'
  return { page: 'administration', part }
}

export function addressOf(place: Place): string {
  switch (place.page) {
    case 'start':
      return ROOT
    case 'account':
      return ACCOUNT
    case 'administration':
      return `${ADMINISTRATION}/${ADMINISTRATION_PARTS[place.part]}`
    case 'person':
      return `${ADMINISTRATION}/personer/${place.personId}`
    case 'history':
      return `${ROOT}/${place.slug}/historik`
    case 'publish':
      return `${ROOT}/${place.slug}/publicera`
    case 'editor': {
      const { section, slug } = place
      if (section.part === 'module') return `${ROOT}/${slug}/moduler/${section.moduleId}`
      const name = Object.entries(PARTS).find(([, part]) => part === section.part)?.[0] ?? ''
      return `${ROOT}/${slug}/${name}`
    }
  }
}

/** Goes to a place without loading the page anew. */
export function goTo(place: Place): void {
  history.pushState(null, '', addressOf(place))
  dispatchEvent(new PopStateEvent('popstate'))
}

/**
 * Tells of every change of place, also of links that are followed within the workshop, and whether somebody has gone
 * there anew or back to where they were. Gives the function that stops.
 */
export function watchPlace(changed: (place: Place, isNew: boolean) => void): () => void {
  const tell = (event: Event) =>
    changed(placeAt(location.pathname), !(event instanceof PopStateEvent && event.isTrusted))
  const follow = (event: MouseEvent) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!link || !plain || link.target || link.origin !== location.origin || !isOurs(link.pathname)) return
    event.preventDefault()
    history.pushState(null, '', link.pathname + link.hash)
    tell(event)
  }
  addEventListener('popstate', tell)
  document.addEventListener('click', follow)
  return () => {
    removeEventListener('popstate', tell)
    document.removeEventListener('click', follow)
  }
}

export function isOurs(path: string): boolean {
  return OURS.test(path)
}
