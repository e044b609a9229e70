/** The workshop's pages. What is not one of these is the start page. */
export type Place =
  | { readonly page: 'start' }
  | { readonly page: 'editor'; readonly slug: string; readonly section: Section }
  | { readonly page: 'history'; readonly slug: string }
  | { readonly page: 'publish'; readonly slug: string }
  | { readonly page: 'account' }
  | { readonly page: 'administration'; readonly part: AdministrationPart }
  | { readonly page: 'person'; readonly personId: string }
  | WorkshopPlace
  | ReviewPlace

/** The pages for those who prepare, settle and lead a panel's work on a profile. */
export type ReviewPlace =
  | { readonly page: 'review' | 'settling' | 'closing'; readonly slug: string }
  | { readonly page: 'panel-meeting' | 'panel-projector'; readonly slug: string; readonly meetingId: string }

/** The pages for those who lead workshops. `planning` without a workshop plans a new one. */
export type WorkshopPlace =
  | { readonly page: 'workshops'; readonly slug: string }
  | { readonly page: 'planning'; readonly slug: string; readonly workshopId: string | null }
  | { readonly page: 'workshop' | 'projector'; readonly slug: string; readonly workshopId: string }
  | CompilePlace
  | ReplayPlace

/** How a group's board came about. */
export type ReplayPlace = {
  readonly page: 'replay'
  readonly slug: string
  readonly workshopId: string
  readonly groupNumber: number
}

/** Where a workshop's results are put together: all themes, or one of them. */
export type CompilePlace = {
  readonly page: 'compile'
  readonly slug: string
  readonly workshopId: string
  readonly themeId?: string
}

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
const WORKSHOPS = 'workshoppar'
const PANEL = 'panel'
const WALL = 'projektor'
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
  const [slug, first, second, third, fourth] = path
    .slice(ROOT.length)
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent)
  if (!slug) return { page: 'start' }
  if (first === 'historik') return { page: 'history', slug }
  if (first === 'publicera') return { page: 'publish', slug }
  if (first === WORKSHOPS) return workshopAt(slug, second, third, fourth)
  if (first === PANEL) return reviewAt(slug, second, third, fourth)
  if (first === 'moduler' && second)
    return { page: 'editor', slug, section: { part: 'module', moduleId: second } }
  const part = PARTS[first as keyof typeof PARTS] ?? 'role'
  return { page: 'editor', slug, section: { part } }
}

const COMPILE = 'sammanstall'
const REPLAY = 'uppspelning'
const WORKSHOP_VIEWS = { plan: 'planning', [WALL]: 'projector', [COMPILE]: 'compile' } as const

function workshopAt(slug: string, workshopId: string | undefined, view = '', below?: string): WorkshopPlace {
  if (!workshopId) return { page: 'workshops', slug }
  if (workshopId === 'ny') return { page: 'planning', slug, workshopId: null }
  if (view === COMPILE) return { page: 'compile', slug, workshopId, ...(below && { themeId: below }) }
  if (view === REPLAY) return { page: 'replay', slug, workshopId, groupNumber: Number(below) || 1 }
  return { page: WORKSHOP_VIEWS[view as keyof typeof WORKSHOP_VIEWS] ?? 'workshop', slug, workshopId }
}

const REVIEW_VIEWS = { settling: 'synpunkter', closing: 'beslut' } as const
const MEETING = 'mote'

function reviewAt(slug: string, view?: string, meetingId?: string, below?: string): ReviewPlace {
  if (view === MEETING && meetingId)
    return { page: below === WALL ? 'panel-projector' : 'panel-meeting', slug, meetingId }
  if (view === REVIEW_VIEWS.settling) return { page: 'settling', slug }
  return { page: view === REVIEW_VIEWS.closing ? 'closing' : 'review', slug }
}

function addressOfReview(place: ReviewPlace): string {
  const panel = `${ROOT}/${place.slug}/${PANEL}`
  if (place.page === 'review') return panel
  if ('meetingId' in place)
    return `${panel}/${MEETING}/${place.meetingId}${place.page === 'panel-projector' ? `/${WALL}` : ''}`
  return `${panel}/${REVIEW_VIEWS[place.page]}`
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
    case 'workshops':
      return `${ROOT}/${place.slug}/${WORKSHOPS}`
    case 'planning':
    case 'workshop':
    case 'projector':
    case 'compile':
      return addressOfWorkshop(place)
    case 'review':
    case 'settling':
    case 'closing':
    case 'panel-meeting':
    case 'panel-projector':
      return addressOfReview(place)
    case 'replay':
      return [ROOT, place.slug, WORKSHOPS, place.workshopId, REPLAY, place.groupNumber].join('/')
    case 'editor': {
      const { section, slug } = place
      if (section.part === 'module') return `${ROOT}/${slug}/moduler/${section.moduleId}`
      const name = Object.entries(PARTS).find(([, part]) => part === section.part)?.[0] ?? ''
      return `${ROOT}/${slug}/${name}`
    }
  }
}

function addressOfWorkshop(place: Exclude<WorkshopPlace, { page: 'workshops' } | ReplayPlace>): string {
  const { page, slug, workshopId } = place
  const view = Object.entries(WORKSHOP_VIEWS).find(([, each]) => each === page)?.[0]
  const parts = workshopId === null ? ['ny'] : view ? [workshopId, view] : [workshopId]
  const below = place.page === 'compile' && place.themeId ? [place.themeId] : []
  return [ROOT, slug, WORKSHOPS, ...parts, ...below].join('/')
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
