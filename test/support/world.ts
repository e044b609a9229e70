import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Role, Scope } from '../../schemas/types.ts'
import { mayAnywhere, RULES, type Status, type Viewer } from '../../server/domain/people/abilities.ts'
import { EVERYTHING, type Grant } from '../../server/domain/people/grants.ts'
import { ROLES, scopesOf } from '../../server/domain/people/roles.ts'
import type { Route } from '../../server/http/route.ts'
import { bringToLatest } from '../../server/storage/database-form.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openSqlite } from '../../server/storage/kysely/sqlite.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { THE_PROGRAM, type Deps } from '../../server/usecases/deps.ts'
import { grantRole } from '../../server/usecases/people/give-and-take-roles.ts'
import { createOrganisation, handProfile } from '../../server/usecases/people/keep-organisations.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { signInByLink } from '../../server/usecases/people/sign-in.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { startDraft } from '../../server/usecases/profile/start-draft.ts'
import { addCard, addOutcome, addTheme } from '../../server/board/write-on-board.ts'
import { sha256 } from '../../server/seal.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from './build-profile.ts'
import { writeOn } from './hold-workshop.ts'
import { buildPanels, emailOf, grantsOf, SEATED, type KnownPanel, type Seated } from './panels-in-world.ts'
import { depsOn, draft, publish } from './published.ts'
import { storedGroup, storedSeat, storedWorkshop } from './stored-workshop.ts'

/** Somebody who asks: what they are called here, what they have been granted, and what their browser sends. */
export type Visitor = {
  readonly name: string
  readonly viewer: Viewer
  /** Where they stand at the door: inside, half-way in (a passkey is still asked for), or outside. */
  readonly stands: 'inside' | 'half-way' | 'outside'
  readonly secret: string | null
  /** Their place at every panel of the world. */
  readonly seat?: Seated
}

/** A profile whose every kind of item has a known id. */
export type KnownProfile = {
  readonly slug: string
  readonly id: string
  readonly status: Exclude<Status, 'absent'>
  readonly revision: number
  readonly seq: number
  readonly workshop: KnownWorkshop
}

/** A workshop with two groups, somebody in the first, and a wording of theirs; and a rehearsal. */
export type KnownWorkshop = {
  readonly id: string
  readonly rehearsalId: string
  readonly groupId: string
  readonly otherGroupId: string
  readonly code: string
  readonly seatId: string
  /** What the cookie of that somebody holds, and the words that lead back to the seat. */
  readonly seatSecret: string
  readonly word: string
  /** The row of the compilation that their wording is. */
  readonly rowId: string
}

/** An installation with two organisations, a profile in each status, and one person of each role for each scope. */
export type World = {
  readonly ours: string
  readonly theirs: string
  readonly unused: string
  readonly profiles: readonly KnownProfile[]
  /** Of profiles of their own, which belong to `ours` too. */
  readonly panels: readonly KnownPanel[]
  readonly elsewhere: { readonly slug: string; readonly id: string }
  readonly visitors: readonly Visitor[]
  /** A person whom nothing else is about, with a role and a session. */
  readonly target: { readonly id: string; readonly roleId: string; readonly sessionId: string }
  /** The same world once more, to be changed. */
  copy(): Storage
  remove(): void
}

export const MODULE = id('m')
export const OUTCOME = id('o')
export const CRITERION = id('c')
export const SUITABILITY = id('s')
export const WORD = id('w')
export const SHARED_MODULE = id('shared')

const ENTRANCE = { device: '', formerSecret: undefined }

export async function buildWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'who-may-what-'))
  const file = path.join(folder, 'world.sqlite')
  const db = openSqlite(file)
  await bringToLatest({ db, dialect: 'sqlite' })
  const storage = kyselyStorage({ db, dialect: 'sqlite' })
  const deps: Deps = { ...depsOn(storage), newSecret: secrets() }
  const [ours, theirs, unused] = (await Promise.all(
    ['Vår', 'Deras', 'Ingens'].map(
      async (name) => (await createOrganisation(deps, THE_PROGRAM, { name })).id,
    ),
  )) as [string, string, string]

  const profiles = await Promise.all(
    (['drafted', 'published', 'revised'] as const).map((status) => knownProfile(deps, status, ours)),
  )
  const elsewhere = { slug: 'annan', id: id('annan') }
  await publish(
    deps,
    buildProfile({ ...elsewhere, title: 'Annan', modules: [buildLink({ id: SHARED_MODULE })] }),
  )
  await handProfile(deps, THE_PROGRAM, { slug: elsewhere.slug, organisationId: theirs })

  const seated = await peopleSeated(deps)
  const panels = await buildPanels(deps, ours, seated)
  const reached = [...profiles.map((profile) => profile.id), ...panels.map(({ profileId }) => profileId)]
  const theProfiles = reached.map((profileId): Scope => ({ kind: 'profile', id: profileId }))
  const scopes: Record<string, readonly Scope[]> = {
    everything: [EVERYTHING],
    'the organisation': [{ kind: 'organisation', id: ours }],
    'another organisation': [{ kind: 'organisation', id: theirs }],
    'the profile': theProfiles,
    'another profile': [{ kind: 'profile', id: elsewhere.id }],
  }
  const visitors: Visitor[] = [
    { name: 'a stranger', viewer: { grants: [] }, stands: 'outside', secret: null },
    await halfWayIn(deps),
    await visitor(deps, 'somebody without a role', []),
  ]
  for (const role of ROLES) {
    for (const [reach, reached] of Object.entries(scopes)) {
      if (!reached.every(({ kind }) => scopesOf(role).includes(kind))) continue
      // Whoever may do nothing yet is turned away before it is asked how far that reaches.
      if (!hasActs(role) && !['everything', 'the profile'].includes(reach)) continue
      const grants = reached.map((scope) => ({ role, scope }))
      visitors.push(await visitor(deps, `${role} of ${reach}`, grants))
    }
  }
  for (const [seat, personId] of Object.entries(seated) as [Seated, string][]) {
    const { name } = SEATED[seat]
    const grants = grantsOf(seat, panels)
    for (const grant of grants.filter(({ role }) => role !== 'panelMember'))
      await grantRole(deps, THE_PROGRAM, { personId, ...grant })
    visitors.push({ name, viewer: { grants }, stands: 'inside', secret: await cameIn(deps, personId), seat })
  }
  const target = await aPerson(deps)
  await storage.close()

  let copies = 0
  return {
    ours,
    theirs,
    unused,
    profiles,
    panels,
    elsewhere,
    visitors,
    target,
    copy() {
      const copied = path.join(folder, `${++copies}.sqlite`)
      copyFileSync(file, copied)
      return kyselyStorage({ db: openSqlite(copied), dialect: 'sqlite' })
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function hasActs(role: Role): boolean {
  return Object.values(RULES).some(({ roles }) => roles.includes(role))
}

function secrets(): () => string {
  let count = 0
  return () => `${String(++count).padStart(6, '0')}-secret-that-nobody-guesses-${count}`
}

async function knownProfile(
  deps: Deps,
  status: KnownProfile['status'],
  organisationId: string,
): Promise<KnownProfile> {
  const profileId = id(status.slice(0, 9))
  const profile = buildProfile({
    id: profileId,
    slug: status,
    title: status,
    modules: [
      buildLink({
        id: MODULE,
        outcomes: [
          buildOutcome({ id: OUTCOME, criteria: [buildCriterion({ id: CRITERION }), buildCriterion()] }),
          buildOutcome(),
        ],
      }),
      buildLink(),
    ],
    personalSuitability: [{ id: SUITABILITY, text: 'Lugn', reason: 'Arbetet kräver det.' }],
    wordList: [{ id: WORD, term: 'lyft', explanation: 'att lyfta', translations: [] }],
  })
  if (status === 'drafted') await draft(deps, profile)
  else await publish(deps, profile)
  if (status === 'revised') await startDraft(deps, THE_PROGRAM, { slug: status })
  await handProfile(deps, THE_PROGRAM, { slug: status, organisationId })
  const workshop = await knownWorkshop(deps.storage, profileId, status)
  return deps.storage.read(async ({ drafts, log }) => {
    const { entries } = await log.page(profileId, { limit: 1, page: 1 })
    const revision = (await drafts.revision(profileId)) ?? 0
    return { slug: status, id: profileId, status, revision, seq: entries[0]?.seq ?? 0, workshop }
  })
}

const CODES = { drafted: 'AAAACC', published: 'AAAADD', revised: 'AAAAEE' }

/** Put in by hand: also where there is no draft any more, as there was when it was planned. */
async function knownWorkshop(
  storage: Storage,
  profileId: string,
  status: KnownProfile['status'],
): Promise<KnownWorkshop> {
  const named = (what: string) => id(`${status.slice(0, 3)} ${what}`)
  const code = CODES[status]
  const word = 'apa bok'
  const seatSecret = `the-seat-secret-of-somebody-in-${status}`
  const group = { id: named('g1'), workshopId: named('ws'), code }
  const seat = { id: named('seat'), groupId: group.id, hand: named('hand') }
  let rowId = ''
  await storage.write(async ({ workshops }) => {
    await workshops.insert(storedWorkshop({ id: named('ws'), profileId }))
    await workshops.insert(storedWorkshop({ id: named('reh'), profileId, isRehearsal: true }))
    await workshops.insertGroup(storedGroup(group))
    await workshops.insertGroup(
      storedGroup({ ...group, id: named('g2'), number: 2, code: `${code.slice(0, 5)}W` }),
    )
    await workshops.insertGroup(
      storedGroup({ id: named('g3'), workshopId: named('reh'), code: `${code.slice(0, 5)}X` }),
    )
    await workshops.insertSeat(storedSeat({ ...seat, wordHash: sha256(`${group.id} ${word}`) }))
    await workshops.addDevice(sha256(seatSecret), seat.id, '2026-03-01T09:00:00.000Z')
  })
  await writeOn(storage, group.id, { seatId: seat.id, hand: seat.hand }, (pen) => {
    const card = addCard(pen, { kind: 'skills', text: 'Lyfta rätt' })
    const themeId = addTheme(pen, 'Lyft')
    rowId = addOutcome(pen, { themeId, category: 'skills', text: 'lyfta', cardIds: [card] })
  })
  return {
    id: named('ws'),
    rehearsalId: named('reh'),
    groupId: group.id,
    otherGroupId: named('g2'),
    code,
    seatId: seat.id,
    seatSecret,
    word,
    rowId,
  }
}

async function peopleSeated(deps: Deps): Promise<Record<Seated, string>> {
  const people = new Map<Seated, string>()
  for (const seat of Object.keys(SEATED) as Seated[])
    people.set(seat, await invited(deps, SEATED[seat].name, [], emailOf(seat)))
  return Object.fromEntries(people) as Record<Seated, string>
}

async function invited(
  deps: Deps,
  name: string,
  grants: readonly Grant[],
  email: string | null = null,
): Promise<string> {
  const about = { name, email, organisationId: null, locale: 'sv', sendMail: false } as const
  const { id: personId } = await invitePerson(deps, THE_PROGRAM, about)
  for (const grant of grants) await grantRole(deps, THE_PROGRAM, { personId, ...grant })
  return personId
}

async function cameIn(deps: Deps, personId: string): Promise<string> {
  const { token } = await handOverLink(deps, THE_PROGRAM, { personId })
  return (await signInByLink(deps, { token, ...ENTRANCE })).secret
}

async function visitor(deps: Deps, name: string, grants: readonly Grant[]): Promise<Visitor> {
  const personId = await invited(deps, name, grants)
  return { name, viewer: { grants }, stands: 'inside', secret: await cameIn(deps, personId) }
}

/** An administrator even, but one who has not shown their passkey yet. */
async function halfWayIn(deps: Deps): Promise<Visitor> {
  const grants: Grant[] = [{ role: 'administrator', scope: EVERYTHING }]
  const personId = await invited(deps, 'half-way in', grants)
  await deps.storage.write(({ people }) => people.amend(personId, { secondStep: true }))
  const secret = await cameIn(deps, personId)
  return { name: 'an administrator half-way in', viewer: { grants }, stands: 'half-way', secret }
}

async function aPerson(deps: Deps): Promise<World['target']> {
  const personId = await invited(deps, 'Mål', [{ role: 'reader', scope: EVERYTHING }])
  await cameIn(deps, personId)
  return deps.storage.read(async ({ people, access }) => {
    const [role] = await people.grants(personId)
    const [session] = await access.sessions(personId, deps.now().toISOString())
    return { id: personId, roleId: role?.id ?? '', sessionId: session?.id ?? '' }
  })
}

/** The session of somebody who may do that somewhere: of the administrator, or of whoever it takes, a member of a panel too. */
export function cookieOfWhoever({ visitors }: World, access: Route['access']): string {
  const able = visitors.filter(
    ({ stands, viewer }) =>
      stands === 'inside' &&
      (access === 'anyone' || access === 'anyone-signed-in' || mayAnywhere(viewer, access)),
  )
  const first =
    able.find(({ name }) => name === 'administrator of everything') ??
    able.find(({ seat }) => seat === 'member') ??
    able[0]
  return `profilverkstad=${first?.secret}`
}
