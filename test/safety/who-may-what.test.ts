import { faultsOf, SCHEMAS } from '../../server/contract.ts'
import {
  ANYBODY,
  homesOf,
  may,
  mayAnywhere,
  NO_PROFILE,
  reaches,
  type Act,
  type Target,
} from '../../server/domain/people/abilities.ts'
import type { Route } from '../../server/http/route.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { mayInReview, reachesInReview, type Standpoint } from '../../server/domain/review/acts.ts'
import { SEATED, type KnownPanel } from '../support/panels-in-world.ts'
import { sampleAt, SAMPLES, type Sample } from '../support/requests-by-route.ts'
import { PANEL_SAMPLES } from '../support/requests-to-panels.ts'
import { talkTo, type Answer, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, type KnownProfile, type Visitor, type World } from '../support/world.ts'

/*
 * Every route as every role, for everything and for the right and the wrong part of it, as somebody without a role, as
 * somebody half-way in and as a stranger; with every field, and with every optional field left out. What each is
 * answered is compared with the table of the domain (server/domain/people/abilities.ts).
 */

/** What somebody is to be answered: no, and which; yes; or that it cannot be as things stand. */
type Verdict =
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'allowed' }
  | { readonly is: 'not as it stands' }
type Attempt = {
  readonly route: Route
  readonly profile: KnownProfile
  /** The review that is meant, where it is one. */
  readonly panel?: KnownPanel
  readonly leaves: 'nothing out' | 'out what it can'
  readonly visitor: Visitor
  readonly verdict: Verdict
}

const REFUSALS = [
  'not-signed-in',
  'not-allowed',
  'profile-not-found',
  'workshop-not-found',
  'review-not-found',
]
const NOT_AS_IT_STANDS = ['draft-not-found', 'edition-not-found', 'draft-exists', 'review-stage']

/** A loaded machine takes longer for some hundred requests than a test is given otherwise. */
const ENOUGH_MS = 60_000

let world: World
let quiet: { readonly app: TestApp; readonly talk: Talk }
beforeAll(async () => {
  world = await buildWorld()
  quiet = await appOn(world)
}, ENOUGH_MS)
afterAll(async () => {
  await quiet.talk.close()
  await quiet.app.close()
  world.remove()
})

async function appOn(there: World) {
  const app = await startTestApp({}, there.copy())
  return { app, talk: await talkTo(app.app) }
}

test('every route of the API has its row in the walk, and every row its route', () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(ROUTES.map(({ id }) => id).toSorted())
})

describe.each(ROUTES.map((route) => [route.id, route] as const))('%s', (_, route) => {
  test(
    'is refused to all whom the table does not allow it, and leaves no trace',
    async () => {
      const before = await head(quiet.app)
      const refused = attemptsAt(route).filter(({ verdict }) => verdict.is !== 'allowed')
      const wrong = await wrongOf(refused, quiet.talk)
      expect(wrong).toEqual([])
      expect(await head(quiet.app)).toEqual(before)
    },
    ENOUGH_MS,
  )

  test(
    'is done for all whom the table allows it',
    async () => {
      const { app, talk } = await appOn(world)
      const allowed = attemptsAt(route).filter(({ verdict }) => verdict.is === 'allowed')
      expect(allowed.length).toBeGreaterThan(0)
      expect(await wrongOf(allowed, talk)).toEqual([])
      await talk.close()
      await app.close()
    },
    ENOUGH_MS,
  )
})

describe('a seat', () => {
  const SEAT_ROUTES = ['/seat', '/seat/outcome', '/seat/nearest?text=lyfta']
  const askFor = (path: string, cookie: string | undefined, talk = quiet.talk) =>
    talk.ask({ method: 'GET', path: `/api/v1${path}`, headers: { 'x-forwarded-for': '192.0.2.9', ...(cookie && { cookie }) } }) // prettier-ignore

  test.each(SEAT_ROUTES)('GET %s is for nobody without one, however far their roles reach', async (path) => {
    const cookies = world.visitors.map(({ secret }) => (secret ? `profilverkstad=${secret}` : undefined))
    for (const cookie of [...cookies, 'profilverkstad-seat=', 'profilverkstad-seat=guessed'])
      expect((await askFor(path, cookie)).code).toBe('not-seated')
  })

  test.each(SEAT_ROUTES)('GET %s is no longer for somebody who has been taken out', async (path) => {
    const { app, talk } = await appOn(world)
    const { seatId, seatSecret } = world.profiles[0]!.workshop
    const cookie = `profilverkstad-seat=${seatSecret}`
    expect((await askFor(path, cookie, talk)).status).toBe(200)
    await app.storage.write(async ({ workshops }) => {
      const seat = await workshops.findSeat(seatId)
      await workshops.saveSeat({ ...seat!, removedAt: '2026-03-01T09:00:00.000Z' })
    })
    expect((await askFor(path, cookie, talk)).code).toBe('not-seated')
    await talk.close()
    await app.close()
  })

  test('shows its own group and no other, also to whoever leads the workshop', async () => {
    const administrator = world.visitors.find(({ name }) => name === 'administrator of everything')
    for (const { workshop } of world.profiles) {
      const seat = `profilverkstad-seat=${workshop.seatSecret}`
      for (const cookie of [seat, `${seat}; profilverkstad=${administrator?.secret}`]) {
        const { text } = await askFor('/seat', cookie)
        expect([text.includes(workshop.groupId), text.includes(workshop.otherGroupId)]).toEqual([true, false])
      }
    }
  })

  test('opens nothing that is for those who lead workshops', async () => {
    const { id: workshopId, seatSecret } = world.profiles[0]!.workshop
    for (const route of ROUTES.filter(
      ({ path, method }) => path.includes('{workshopId}') && method === 'get',
    )) {
      const path = route.path.replace('{workshopId}', workshopId).replace('{groupId}', world.profiles[0]!.workshop.groupId) // prettier-ignore
      expect([path, (await askFor(path, `profilverkstad-seat=${seatSecret}`)).code]).toEqual([
        path,
        'not-signed-in',
      ])
    }
  })
})

describe('the addresses beside the API', () => {
  test.each<[string, string, string, number]>([
    ['GET', '/metrics', 'without a token in the settings', 404],
    ['GET', '/logo/0123456789abcdef', 'without a logo', 404],
    ['GET', '/healthz', 'for whoever looks after the process', 200],
    ['GET', '/profiler/published', 'what is published', 200],
    ['GET', '/profiler/drafted', 'what is not', 404],
    ['GET', '/profiler/drafted/versioner', 'what is not', 404],
    ['GET', '/profiler/drafted/1.0.0', 'what is not', 404],
    ['GET', '/v/drafted/1.0.0', 'what is not', 404],
    ['POST', '/logga-in/00000-a-link-that-nobody-was-given', 'a link that never was', 410],
  ])('%s %s (%s) answers everybody alike: %4$i', async (method, path, _, status) => {
    for (const { secret } of world.visitors.filter((_visitor, index) => index % 4 < 3)) {
      const headers = { accept: 'text/html', ...(secret && { cookie: `profilverkstad=${secret}` }) }
      expect((await quiet.talk.ask({ method, path, headers })).status).toBe(status)
    }
  })

  test.each(['/konto/uppgifter', '/en/konto/uppgifter'])(
    '%s shows everybody their own, once they are in',
    async (path) => {
      const before = await head(quiet.app)
      for (const each of world.visitors.filter(({ stands }) => stands !== 'inside')) {
        const { status, headers } = await quiet.talk.ask({ method: 'GET', path, headers: cookieOf(each) })
        expect([status, String(headers.location)]).toEqual([303, expect.stringMatching(/\/logga-in$/u)])
      }
      expect(await head(quiet.app)).toEqual(before)
      const { app, talk } = await appOn(world)
      for (const each of world.visitors.filter(({ stands }) => stands === 'inside')) {
        const { status, text } = await talk.ask({ method: 'GET', path, headers: cookieOf(each) })
        expect([status, text.includes(each.name)]).toEqual([200, true])
      }
      await talk.close()
      await app.close()
    },
  )

  test('what is held about a person is shown to those who keep the register, and nobody else', async () => {
    const path = `/administration/personer/${world.target.id}/uppgifter`
    const before = await head(quiet.app)
    for (const each of world.visitors.filter(
      ({ viewer, stands }) => stands !== 'inside' || !mayAnywhere(viewer, 'managePeople'),
    )) {
      const { status, text } = await quiet.talk.ask({ method: 'GET', path, headers: cookieOf(each) })
      expect([status, text.includes(world.target.id)]).toEqual([each.stands === 'inside' ? 403 : 303, false])
    }
    expect(await head(quiet.app)).toEqual(before)
    const { app, talk } = await appOn(world)
    for (const each of world.visitors.filter(
      ({ viewer, stands }) => stands === 'inside' && mayAnywhere(viewer, 'managePeople'),
    ))
      expect((await talk.ask({ method: 'GET', path, headers: cookieOf(each) })).status).toBe(200)
    await talk.close()
    await app.close()
  })

  test('the list on the first page names no draft to anybody', async () => {
    for (const { secret } of world.visitors) {
      const headers = {
        'x-forwarded-for': '192.0.2.7',
        ...(secret && { cookie: `profilverkstad=${secret}` }),
      }
      const { status, text } = await quiet.talk.ask({ method: 'GET', path: '/', headers })
      expect([status, text.includes('/profiler/published'), text.includes('/profiler/drafted')]).toEqual([
        200,
        true,
        false,
      ])
    }
  })

  test('the metrics open for their token alone, and for nobody’s session', async () => {
    const app = await startTestApp({ metricsToken: 'a-token-of-the-settings' }, world.copy())
    const talk = await talkTo(app.app)
    const read = async (headers: Record<string, string>) =>
      (await talk.ask({ method: 'GET', path: '/metrics', headers })).status
    for (const { secret } of world.visitors)
      expect(await read(secret ? { cookie: `profilverkstad=${secret}` } : {})).toBe(401)
    expect(await read({ authorization: 'Bearer a-token-of-the-setting' })).toBe(401)
    expect(await read({ authorization: 'bearer a-token-of-the-settings' })).toBe(401)
    expect(await read({ authorization: 'Bearer a-token-of-the-settings' })).toBe(200)
    await talk.close()
    await app.close()
  })
})

/**
 * A review is asked about at every stage that it comes to, also by those who have a place in it: what is done there is
 * compared with the review's own table (server/domain/review/acts.ts).
 */
function attemptsInReviews(route: Route): Attempt[] {
  const sample = PANEL_SAMPLES[route.id]
  const [profile] = world.profiles
  if (!sample || !profile) return []
  const panels = world.panels.filter(({ stage }) => stage === sample.at || !sample.onlyThere)
  const leavings = optionalFields(route).length > 0 ? (['nothing out', 'out what it can'] as const) : (['nothing out'] as const) // prettier-ignore
  return panels.flatMap((panel) =>
    leavings.flatMap((leaves) =>
      world.visitors.map((visitor) => {
        const verdict = verdictInReview(route, { panel, leaves, visitor })
        return { route, profile, panel, leaves, visitor, verdict }
      }),
    ),
  )
}

function verdictInReview(
  route: Route,
  { panel, leaves, visitor }: { panel: KnownPanel; leaves: Attempt['leaves']; visitor: Visitor },
): Verdict {
  const sample = PANEL_SAMPLES[route.id]
  if (!sample || visitor.stands !== 'inside') return refused('not-signed-in')
  if (route.access !== 'anyone-signed-in' && !mayAnywhere(visitor.viewer, route.access as Act))
    return refused('not-allowed')
  if (!isValid(route, leaves)) return refused('request-invalid')
  const seat = panel.isKnownToMembers && visitor.seat ? SEATED[visitor.seat] : null
  const here = { profileId: panel.profileId, organisationId: world.ours }
  const standpoint: Standpoint = {
    may: (act) => reaches(visitor.viewer, act, here),
    place: seat,
  }
  if (!reachesInReview(standpoint, 'readText') || (sample.needsPlace && !seat))
    return refused(seat || !reachesInReview(standpoint, 'readText') ? 'review-not-found' : placeless(route))
  if (!reachesInReview(standpoint, sample.act)) return refused('not-allowed')
  return mayInReview(standpoint, sample.act, panel.status) ? { is: 'allowed' } : { is: 'not as it stands' }
}

/** Whoever may know of a review without having a place in it has no desk there, and nothing to say as a member. */
function placeless({ id }: Route): string {
  return id === 'readDesk' ? 'review-not-found' : 'member-not-found'
}

function attemptsAt(route: Route): Attempt[] {
  if (route.path.includes('{reviewId}')) return attemptsInReviews(route)
  const profiles = isOfAProfile(route) ? world.profiles : world.profiles.slice(0, 1)
  const wholes = profiles.map((profile) => ({ profile, leaves: 'nothing out' as const }))
  // Whether a field may be left out does not depend on where the profile is on its way.
  const parts = profiles.slice(0, optionalFields(route).length > 0 ? 1 : 0)
  return [...wholes, ...parts.map((profile) => ({ profile, leaves: 'out what it can' as const }))].flatMap(
    ({ profile, leaves }) =>
      world.visitors.map((visitor) => ({
        route,
        profile,
        leaves,
        visitor,
        verdict: verdictOn(route, { profile, leaves, visitor }),
      })),
  )
}

function verdictOn(route: Route, { profile, leaves, visitor }: Omit<Attempt, 'route' | 'verdict'>): Verdict {
  const isInside = visitor.stands === 'inside'
  const viewer = isInside ? visitor.viewer : ANYBODY
  const here: Target = { profileId: profile.id, organisationId: world.ours, status: profile.status }
  const isOfProfile = isOfAProfile(route)
  const unknown = route.path.includes('{workshopId}') ? 'workshop-not-found' : 'profile-not-found'
  if (route.access === 'anyone') {
    const mayKnow =
      profile.status !== 'drafted' || (may(viewer, 'readDraft', here) && !route.path.includes('{version}'))
    return isOfProfile && !mayKnow ? refused('profile-not-found') : { is: 'allowed' }
  }
  if (!isInside) return refused('not-signed-in')
  if (route.access === 'anyone-signed-in') return { is: 'allowed' }
  if (!mayAnywhere(viewer, route.access)) return refused('not-allowed')
  if (!isValid(route, leaves)) return refused('request-invalid')
  if (!isOfProfile) return allows(viewer, route, leaves) ? { is: 'allowed' } : refused('not-allowed')
  if (may(viewer, route.access, here)) return { is: 'allowed' }
  if (reaches(viewer, route.access, here)) return { is: 'not as it stands' }
  const mayKnow = profile.status !== 'drafted' || may(viewer, 'readDraft', here)
  return refused(mayKnow ? 'not-allowed' : unknown)
}

/** A workshop is known to those who may know of its profile. */
function isOfAProfile({ path }: Route): boolean {
  return path.includes('{slug}') || path.includes('{workshopId}')
}

/** Where no profile is meant: a new one is for the organisation that is named, or for the first that it can be for. */
function allows(viewer: Visitor['viewer'], route: Route, leaves: Attempt['leaves']): boolean {
  const isNamed = route.id === 'createProfile' && leaves === 'nothing out'
  const homes = isNamed ? [world.ours] : homesOf(viewer)
  const acts: Act[] = [route.access as Act]
  if (route.id === 'importProfile' && leaves === 'nothing out') acts.push('publish')
  return homes.some((organisationId) =>
    acts.every((act) => reaches(viewer, act, { ...NO_PROFILE, organisationId })),
  )
}

/** Every attempt that is answered otherwise than it is to be, in words. */
async function wrongOf(attempts: readonly Attempt[], talk: Talk): Promise<string[]> {
  const wrong: string[] = []
  const done = new Set<string>()
  for (const attempt of attempts) {
    const { route, profile, panel, leaves, visitor, verdict } = attempt
    const sample = sampleOf(attempt)
    const answer = await talk.ask(asked(attempt, sample))
    // The first who does it shows that the request is a good one; after that it may have been done already.
    const where = panel?.slug ?? profile.slug
    const isFirst =
      leaves === 'nothing out' && !done.has(where) && (!panel || panel.stage === PANEL_SAMPLES[route.id]?.at)
    if (isFirst) done.add(where)
    if (!fits(verdict, answer, isFirst ? (sample.answer ?? route.answer.status) : undefined)) {
      wrong.push(
        `${visitor.name}, leaving ${leaves}, ${panel?.stage ?? profile.status}: ${answer.status} ${answer.code} for ${JSON.stringify(verdict)}`,
      )
    }
  }
  return wrong
}

function fits(verdict: Verdict, { status, code }: Answer, wanted: string | number | undefined): boolean {
  if (verdict.is === 'refused') return code === verdict.code
  if (verdict.is === 'not as it stands') return NOT_AS_IT_STANDS.includes(String(code))
  if (wanted !== undefined) return status === wanted || code === wanted
  return status < 500 && status !== 401 && !REFUSALS.includes(String(code))
}

function sampleOf({ route, profile, panel }: Pick<Attempt, 'route' | 'profile' | 'panel'>): Sample {
  return panel ? sampleAt(route.id, panel) : (SAMPLES[route.id]?.(world, profile) ?? {})
}

function cookieOf({ secret }: Visitor): Record<string, string> {
  return {
    accept: 'text/html',
    'x-forwarded-for': '192.0.2.8',
    ...(secret && { cookie: `profilverkstad=${secret}` }),
  }
}

let askers = 0

function asked({ route, profile, leaves, visitor }: Attempt, { params, query = '', body, seat }: Sample) {
  const named: Readonly<Record<string, string>> = { slug: profile.slug, ...params }
  const path = route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')
  const sent = leaves === 'nothing out' ? body : withoutOptional(route, body)
  return {
    method: route.method.toUpperCase(),
    path: `/api/v1${path}${query}`,
    headers: {
      // Each from an address of its own: how often one may ask is another matter.
      'x-forwarded-for': `10.${(++askers >> 16) & 255}.${(askers >> 8) & 255}.${askers & 255}`,
      ...((visitor.secret || seat) && {
        cookie: [visitor.secret && `profilverkstad=${visitor.secret}`, seat && `profilverkstad-seat=${seat}`]
          .filter(Boolean)
          .join('; '),
      }),
      ...(route.ifMatch && { 'if-match': `"r${profile.revision}"` }),
    },
    ...(sent !== undefined && { body: sent }),
  }
}

function optionalFields({ body }: Route): string[] {
  const schema = SCHEMAS.get(`requests/${body}`) as { required?: string[]; properties?: object } | undefined
  return Object.keys(schema?.properties ?? {}).filter((name) => !schema?.required?.includes(name))
}

function withoutOptional(route: Route, body: unknown): unknown {
  const optional = optionalFields(route)
  return Object.fromEntries(Object.entries(body as object).filter(([name]) => !optional.includes(name)))
}

function isValid(route: Route, leaves: Attempt['leaves']): boolean {
  if (!route.body || leaves === 'nothing out') return true
  const [profile] = world.profiles
  const sample = profile && SAMPLES[route.id]?.(world, profile)
  return faultsOf(`requests/${route.body}`, withoutOptional(route, sample?.body)).length === 0
}

function refused(code: string): Verdict {
  return { is: 'refused', code }
}

function head({ storage }: TestApp): Promise<unknown> {
  return storage.read(({ log }) => log.head())
}
