import type { OccupationalProfile } from '../../schemas/types.ts'
import type { ProblemCode } from '../../server/problems.ts'
import { buildCriterion, buildDecision, buildLink, buildOutcome, buildProfile, id } from './build-profile.ts'
import { buildPlan } from './hold-workshop.ts'
import type { KnownPanel } from './panels-in-world.ts'
import { PANEL_SAMPLES } from './requests-to-panels.ts'
import {
  CRITERION,
  MODULE,
  OUTCOME,
  SHARED_MODULE,
  SUITABILITY,
  WORD,
  type KnownProfile,
  type World,
} from './world.ts'

/** One request to a route that does what the route is for; with every field that its schema has. */
export type Sample = {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly query?: string
  /** The cookie of a seat in a workshop. */
  readonly seat?: string
  /** What the request is answered with by whoever may do it, where that is not the success that the route describes. */
  readonly answer?: ProblemCode
}

const NOBODY = id('nobody')
const because = { kind: 'stated', text: 'Panelen bad om det.' }
const swap = <T>(from: T, to: T) => ({ from, to })

/** The smallest picture that there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

const passkey = (response: object) => ({
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', ...response },
  clientExtensionResults: {},
})

const itemRoutes = (
  name: string,
  itemId: string,
  { item, amendment, parentId }: { item: object; amendment: object; parentId?: string },
): Record<string, (world: World, profile: KnownProfile) => Sample> => ({
  [`add${name}`]: () => ({ body: { ...(parentId && { parentId }), before: null, item, because } }),
  [`read${name}`]: () => ({ params: { itemId } }),
  [`amend${name}`]: () => ({ params: { itemId }, body: { ...amendment, because } }),
  [`move${name}`]: (_world, profile) => ({
    params: { itemId },
    body: { parentId: parentId ?? profile.id, before: null, because },
  }),
  [`remove${name}`]: () => ({ params: { itemId } }),
})

let made = 0

/** A file of a profile that is nowhere yet, another one each time. */
export function newFile(given: Partial<OccupationalProfile> = {}) {
  const slug = `in-${++made}`
  const profile = buildProfile({ id: id(slug), slug, title: slug, ...given })
  return { format: 'profilverkstad-profile-1', profile, published: null }
}

/** Without a draft nothing can be planned for it, nor taken into it. */
const whereThereIsADraft = ({ status }: KnownProfile) =>
  status === 'published' ? { answer: 'draft-not-found' as const } : {}

/** What those who lead a workshop do with it, and those who take part. */
function workshopSamples(): Record<string, (world: World, profile: KnownProfile) => Sample> {
  const led = (body?: unknown, params: Readonly<Record<string, string>> = {}) =>
    (_world: World, { workshop }: KnownProfile): Sample => ({
      params: { workshopId: workshop.id, groupId: workshop.groupId, seatId: workshop.seatId, ...params },
      ...(body !== undefined && { body }),
    }) // prettier-ignore
  const seated = (query?: string) => (_world: World, { workshop }: KnownProfile): Sample => ({
    seat: workshop.seatSecret,
    ...(query !== undefined && { query }),
  }) // prettier-ignore
  return {
    listWorkshops: () => ({}),
    planWorkshop: (_world, profile) => ({ body: buildPlan(), ...whereThereIsADraft(profile) }),
    readWorkshop: led(),
    amendWorkshop: led({
      name: 'Åter',
      date: '2026-03-11',
      question: 'Vad räcker?',
      phases: [{ phase: 'collect', minutes: 5 }],
      // Less than those in the room have been told: more is a promise broken.
      anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
    }),
    endWorkshop: led(),
    addGroup: led({ place: 'I köket', seats: 5 }),
    amendGroup: led({ place: 'I köket', seats: 7 }),
    removeSeat: led(),
    moveSeat: (world, profile) => ({
      ...led()(world, profile),
      body: { groupId: profile.workshop.otherGroupId },
    }),
    moveToPhase: led({ phase: 'sort' }),
    setClock: led({ act: 'start', minutes: 5 }),
    sayToAll: led({ text: 'Fika!' }),
    rehearse: (_world, { workshop }) => ({ params: { workshopId: workshop.rehearsalId } }),
    overseeWorkshop: led(),
    watchWorkshop: led(),
    printGroupSheets: led(),
    printMinutes: led(),
    readReplay: led(),
    readCompilation: led(),
    ruleOnRow: (_world, profile) => ({
      params: { workshopId: profile.workshop.id, rowId: profile.workshop.rowId },
      body: {
        kind: 'leftOut',
        statementIds: [profile.workshop.rowId],
        text: 'lyfta rätt',
        criterionIds: [],
        reason: 'Hör till en annan profil.',
      },
      ...whereThereIsADraft(profile),
    }),
    listOrigins: () => ({}),
    readOrigins: () => ({ params: { itemId: OUTCOME } }),
    readOffer: (_world, { workshop }) => ({ params: { code: workshop.code } }),
    takeSeat: (_world, { workshop }) => ({ body: { code: workshop.code, name: 'Ny', perspective: '' } }),
    returnToSeat: (_world, { workshop: { code, word } }) => ({ body: { code, word } }),
    readSeat: seated(),
    readCardFates: seated(),
    findNearest: seated('?text=lyfta'),
    leaveSeat: seated(),
  }
}

/** What is done in reviews, at the panel that has come to where it can be done. */
function panelSamples(): Record<string, (world: World) => Sample> {
  return Object.fromEntries(
    Object.entries(PANEL_SAMPLES).map(([routeId, { at }]) => [
      routeId,
      ({ panels }: World) => {
        const panel = panels.find(({ stage }) => stage === at)
        return panel ? sampleAt(routeId, panel) : {}
      },
    ]),
  )
}

/** The request to a route of a review, to that one. */
export function sampleAt(routeId: string, panel: KnownPanel): Sample {
  const { params, ...rest } = PANEL_SAMPLES[routeId]?.ask?.(panel) ?? {}
  return { ...rest, params: { reviewId: panel.reviewId, ...params } }
}

/** By the route's id. A route that has none here fails the walk. */
export const SAMPLES: Readonly<Record<string, (world: World, profile: KnownProfile) => Sample>> = {
  ...panelSamples(),
  listProfiles: () => ({}),
  listReviews: () => ({}),
  submitDraft: () => ({}),
  listOwnReviews: () => ({}),
  readChain: () => ({ params: { version: '1.0.0', itemId: OUTCOME } }),
  createProfile({ ours }) {
    const slug = `ny-${++made}`
    return { body: { title: slug, slug, organisationId: ours } }
  },
  readProfile: () => ({}),
  listEditions: () => ({}),
  publishEdition: () => ({
    body: { version: '9.0.0', versionReason: 'En nystart.', decision: buildDecision(), rulings: [] },
  }),
  proposePublication: () => ({ body: { rulings: [] } }),
  readEdition: () => ({ params: { version: '1.0.0' } }),
  exportEdition: () => ({ params: { version: '1.0.0' } }),
  compareEditions: () => ({ params: { version: '1.0.0', other: '1.0.0' } }),
  printEdition: () => ({ params: { version: '1.0.0' } }),
  printDraft: () => ({}),
  readDraft: () => ({}),
  startDraft: () => ({ body: { fromVersion: '1.0.0' } }),
  amendProfile: (_world, { slug }) => ({ body: { title: swap(slug, 'Bytt'), because } }),
  discardDraft: () => ({}),
  takeModule: ({ elsewhere }) => ({
    body: {
      source: { profileSlug: elsewhere.slug, version: '1.0.0', moduleId: SHARED_MODULE },
      how: 'copy',
      obligation: 'mandatory',
      before: null,
      newIds: [id('taken')],
    },
  }),
  exportDraft: () => ({}),
  ...itemRoutes('Module', MODULE, {
    item: buildLink({ id: id('newmodule') }),
    amendment: { title: swap('Förflyttning', 'Lyft') },
  }),
  ...itemRoutes('Outcome', OUTCOME, {
    item: buildOutcome({ id: id('newout') }),
    amendment: { category: swap('skills', 'knowledge') },
    parentId: MODULE,
  }),
  ...itemRoutes('Criterion', CRITERION, {
    item: buildCriterion({ id: id('newcrit') }),
    amendment: { assessmentMethods: swap<string[]>([], ['observation']) },
    parentId: OUTCOME,
  }),
  ...itemRoutes('SuitabilityItem', SUITABILITY, {
    item: { id: id('newsuit'), text: 'Van', reason: '' },
    amendment: { text: swap('Lugn', 'Stadig') },
  }),
  ...itemRoutes('Word', WORD, {
    item: { id: id('newword'), term: 'sele', explanation: '', translations: [] },
    amendment: { term: swap('lyft', 'lyftsele') },
  }),
  readDraftFindings: () => ({}),
  listenToDraft: () => ({}),
  readHistory: () => ({}),
  explainChange: (_world, { seq }) => ({ params: { seq: String(seq) }, body: { text: 'Så sa panelen.' } }),
  ...workshopSamples(),
  importProfile: () => ({
    body: { file: newFile(), published: { version: '1.0.0', decision: buildDecision() } },
  }),
  readSession: () => ({}),
  signIn: () => ({ body: { token: 'a'.repeat(43) }, answer: 'sign-in-link-spent' }),
  signInByPassword: () => ({
    body: { email: 'karin@exempel.se', password: 'gissning' },
    answer: 'sign-in-refused',
  }),
  askForPasskey: () => ({ body: {} }),
  signInByPasskey: () => ({
    body: { response: passkey({ authenticatorData: 'AAAA', signature: 'AAAA' }) },
    answer: 'passkey-refused',
  }),
  requestLink: () => ({ body: { email: 'karin@exempel.se' } }),
  signOut: () => ({}),
  readAccount: () => ({}),
  amendAccount: () => ({ body: { name: 'Annat namn', locale: 'en', secondStep: false } }),
  // The installation has no passwords, unless it says otherwise.
  setPassword: () => ({
    body: { password: 'en lång mening', current: 'en annan mening' },
    answer: 'sign-in-refused',
  }),
  endOtherSessions: () => ({}),
  endSession: ({ target }) => ({ params: { sessionId: target.sessionId }, answer: 'session-not-found' }),
  askForNewPasskey: () => ({ body: {} }),
  addPasskey: () => ({
    body: { response: passkey({ attestationObject: 'AAAA' }), name: 'Telefonen' },
    answer: 'passkey-refused',
  }),
  removePasskey: () => ({ params: { passkeyId: 'AAAA' }, answer: 'passkey-not-found' }),
  disconnectIdentities: () => ({}),
  readOwnData: () => ({}),
  listPeople: () => ({}),
  invitePerson: ({ ours }) => ({
    body: {
      name: 'Ny Person',
      email: 'ny@exempel.se',
      organisationId: ours,
      locale: 'sv',
      role: 'editor',
      scope: { kind: 'organisation', id: ours },
      sendMail: false,
    },
  }),
  readPerson: ({ target }) => ({ params: { personId: target.id } }),
  amendPerson: ({ target, ours }) => ({
    params: { personId: target.id },
    body: { name: 'Nytt', email: 'nytt@exempel.se', organisationId: ours, locale: 'en', secondStep: false },
  }),
  erasePerson: ({ target }) => ({ params: { personId: target.id } }),
  handOverLink: ({ target }) => ({ params: { personId: target.id } }),
  mailInvitation: ({ target }) => ({ params: { personId: target.id }, answer: 'mail-not-sent' }),
  grantRole: ({ target }) => ({
    params: { personId: target.id },
    body: { role: 'administrator', scope: { kind: 'everything', id: null } },
  }),
  withdrawRole: ({ target }) => ({ params: { personId: target.id, roleId: target.roleId } }),
  removeWaysIn: ({ target }) => ({ params: { personId: target.id } }),
  endSessionsOf: ({ target }) => ({ params: { personId: target.id } }),
  readDataOf: ({ target }) => ({ params: { personId: target.id } }),
  listOrganisations: () => ({}),
  createOrganisation: () => ({ body: { name: 'Ny organisation' } }),
  renameOrganisation: ({ ours }) => ({ params: { organisationId: ours }, body: { name: 'Bytt' } }),
  removeOrganisation: ({ unused }) => ({ params: { organisationId: unused } }),
  handProfile: ({ theirs }) => ({ body: { organisationId: theirs } }),
  readSettings: () => ({}),
  changeSettings: () => ({
    body: {
      name: 'Vår verkstad',
      thirdCategory: 'competences',
      outcomeStem: 'Deltagaren kan',
      perspectives: [{ code: 'AG', id: 'employer', name: 'arbetsgivare' }],
      passwords: true,
      retention: { mailDays: 30, unansweredInvitationDays: 30, inactivePersonDays: null },
    },
  }),
  putUpLogo: () => ({ body: PNG }),
  takeDownLogo: () => ({}),
  readStatus: () => ({}),
  runJob: () => ({ params: { name: 'tidy' } }),
  previewTidying: () => ({}),
  readOutbox: () => ({}),
  sendTestMail: () => ({ answer: 'mail-not-sent' }),
  resendMail: () => ({ params: { mailId: NOBODY }, answer: 'mail-not-found' }),
  searchLog: () => ({ query: '?person=' + NOBODY }),
  exportLog: () => ({}),
  readApiInfo: () => ({}),
  readOpenApi: () => ({}),
}
