import { compose } from '../../server/mail/compose.ts'
import { letterContents } from '../../server/mail/letter-contents.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import type { Role } from '../../schemas/types.ts'
import { createOrganisation } from '../../server/usecases/people/keep-organisations.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import {
  EVERYBODY,
  holdPanelOfSecrets,
  NAMED,
  nameOf,
  reasonOf,
  remarkOf,
  SAID,
  takenBackBy,
  type PanelOfSecrets,
  type Situation,
  type Who,
} from '../support/panel-of-secrets.ts'
import type { KnownPanel } from '../support/panels-in-world.ts'
import { addresses, cookieIn, read, reading, type Read } from '../support/read-everything.ts'
import { sampleAt } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/*
 * Who sees whose position. The table says what somebody may get to know of what the others at the panel think; the test
 * asks every address that can be read as everybody, PDFs and mails too, and compares what can be found in the answers
 * with it: neither more nor less.
 */

type Knowledge =
  | 'the members’ names'
  | 'who has agreed to be named'
  | 'who has something left'
  | 'how perspectives stand'
  | 'how each member stands'
  | 'why somebody disagrees'
  | 'why somebody wants a change'
  | 'what is remarked'
  | 'who has remarked it'
  | 'what members have done, in the log'
  | 'the link to the meeting'
  | 'who comes to the meeting, and speaks there'
  | 'the members’ addresses'
  | 'what somebody has taken back'
  | 'how somebody rates the parts'

const NOTHING: Knowledge[] = []
const STANDS: Knowledge[] = ['how perspectives stand', 'how each member stands', 'why somebody disagrees']
const REMARKS: Knowledge[] = ['what is remarked', 'who has remarked it']
const LINK: Knowledge[] = ['the link to the meeting', 'who comes to the meeting, and speaks there']
const ADDRESSES: Knowledge[] = ['the members’ addresses']
const NAMES: Knowledge[] = ['the members’ names', 'who has agreed to be named']
const LOG: Knowledge[] = ['what members have done, in the log']
/** What is held about somebody is theirs to be given, all of it: the administrator who takes it out reads it. */
const REGISTER: Knowledge[] = ['what somebody has taken back', 'how somebody rates the parts']
const BY_PERSPECTIVE: Knowledge[] = ['how perspectives stand', 'what is remarked']

const INSIDE: Knowledge[] = [...NAMES, ...STANDS, ...REMARKS, ...LINK, 'who has something left']
type Sees = Readonly<Record<Asking, Knowledge[]>>

/** While everybody’s positions are seen: the panel sees who says what, the others by perspective. */
const SEEN: Sees = {
  'a member': INSIDE,
  'the substitute': INSIDE,
  'an observer': INSIDE,
  'the coordinator': [...INSIDE, ...ADDRESSES],
  'an administrator': [...INSIDE, ...ADDRESSES, ...LOG, ...REGISTER],
  'the steering group': [...NAMES, ...BY_PERSPECTIVE],
  'an editor': BY_PERSPECTIVE,
  'a facilitator': BY_PERSPECTIVE,
  'a reader': NOTHING,
  'a coordinator of another organisation': NOTHING,
  'somebody without a role': NOTHING,
  'a stranger': NOTHING,
}

/** While they are hidden: nobody but oneself; whoever runs the panel sees who has answered, and answers remarks without names. */
const HIDDEN: Sees = {
  ...SEEN,
  'a member': [...NAMES, ...LINK],
  'the substitute': [...NAMES, ...LINK],
  'an observer': [...NAMES, ...LINK],
  'the coordinator': [...NAMES, ...ADDRESSES, ...LINK, 'who has something left', 'what is remarked'],
  'an administrator': [...NAMES, ...ADDRESSES, ...LINK, 'who has something left', 'what is remarked', ...LOG],
  'the steering group': NAMES,
  'an editor': ['what is remarked'],
  'a facilitator': NOTHING,
}

/** A decision says why somebody disagrees, by perspective, to all who follow the review. */
const CLOSED: Sees = {
  ...SEEN,
  'the steering group': [...NAMES, ...BY_PERSPECTIVE, 'why somebody disagrees'],
  'an editor': [...BY_PERSPECTIVE, 'why somebody disagrees'],
  'a facilitator': [...BY_PERSPECTIVE, 'why somebody disagrees'],
}

/** What is published, everybody reads: by perspective, and never by name but of those who have agreed to it. */
const IN_PUBLIC: Knowledge[] = [...BY_PERSPECTIVE, 'why somebody disagrees', 'who has agreed to be named']
const PUBLISHED: Sees = Object.fromEntries(
  Object.entries(CLOSED).map(([asking, knows]) => [asking, [...new Set([...knows, ...IN_PUBLIC])]]),
) as Sees

const TABLE: readonly (readonly [string, Situation, Sees])[] = [
  ['while it is open', { visibility: 'open', round: 'ordinary', stage: 'open' }, SEEN],
  ['in a quiet round', { visibility: 'open', round: 'quiet', stage: 'open' }, HIDDEN],
  ['in a quiet round that has been revealed', { visibility: 'open', round: 'revealed', stage: 'open' }, SEEN],
  ['under a rule that hides until it closes', { visibility: 'hidden', round: 'ordinary', stage: 'open' }, HIDDEN],
  ['in a revealed round under a rule that hides', { visibility: 'hidden', round: 'revealed', stage: 'open' }, HIDDEN],
  ['after a mistaken close under a rule that hides', { visibility: 'hidden', round: 'ordinary', stage: 'recalled' }, HIDDEN],
  ['when it has closed', { visibility: 'hidden', round: 'quiet', stage: 'closed' }, CLOSED],
  ['when it has been published', { visibility: 'hidden', round: 'ordinary', stage: 'published' }, PUBLISHED],
] // prettier-ignore

const ASKING = {
  'a member': null,
  'the substitute': null,
  'an observer': null,
  'the coordinator': 'coordinator',
  'an administrator': 'administrator',
  'the steering group': 'steeringGroup',
  'an editor': 'editor',
  'a facilitator': 'facilitator',
  'a reader': 'reader',
  'a coordinator of another organisation': 'coordinator',
  'somebody without a role': null,
  'a stranger': null,
} as const satisfies Record<string, Role | null>
type Asking = keyof typeof ASKING
const SEAT_OF: Partial<Record<Asking, Who>> = { 'a member': 'asta', 'the substitute': 'frej', 'an observer': 'greta' } // prettier-ignore

const ENOUGH_MS = 120_000

describe.each(TABLE)('%s', (_, situation, sees) => {
  let app: TestApp
  let talk: Talk
  let panel: PanelOfSecrets
  let cookies: Map<Asking, string>
  const done = new Set<string>()
  beforeAll(async () => {
    app = await startTestApp({ mail: { smtpUrl: 'smtp://localhost:1', from: 'verkstaden@exempel.se' } })
    talk = await talkTo(app.app)
    panel = await holdPanelOfSecrets(app, situation)
    cookies = new Map()
    for (const asking of Object.keys(ASKING) as Asking[]) cookies.set(asking, await cookieFor(asking))
  }, ENOUGH_MS)
  afterAll(async () => {
    await talk.close()
    await app.close()
  })

  async function cookieFor(asking: Asking): Promise<string> {
    if (asking === 'a stranger') return ''
    const seat = SEAT_OF[asking]
    const role = ASKING[asking]
    const isElsewhere = asking === 'a coordinator of another organisation'
    const agent = seat
      ? panel.members[seat]
      : await app.as(role, isElsewhere ? { kind: 'organisation', id: await another(app) } : undefined)
    return cookieIn(agent)
  }

  test.each(Object.keys(ASKING) as Asking[])(
    '%s gets to know what the table says, and nothing else',
    async (asking) => {
      const found = new Map<Knowledge, string>()
      const me = SEAT_OF[asking]
      for (const path of addresses(panel)) {
        const answer = await read(talk.port, path, cookies.get(asking) ?? '')
        for (const knowledge of knowledgeIn(answer, { me, panel })) found.set(knowledge, path)
      }
      const unforeseen = [...found].filter(([knowledge]) => !sees[asking].includes(knowledge))
      expect(unforeseen).toEqual([])
      expect([...found.keys()].toSorted()).toEqual([...new Set(sees[asking])].toSorted())
    },
    ENOUGH_MS,
  )

  const isOpen = situation.stage === 'open' || situation.stage === 'recalled'
  for (const asking of isOpen ? (Object.keys(ASKING) as Asking[]) : [])
    test(
      `${asking} learns no more from the answers to what they do`,
      async () => {
        const found = new Map<Knowledge, string>()
        const cookie = cookies.get(asking) ?? ''
        for (const route of ROUTES.filter(({ id }) => ACTS.includes(id))) {
          const { params, body } = { ...sampleAt(route.id, asKnown(panel)), ...OTHERWISE[route.id] }
          const path = `/api/v1${route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => params?.[name] ?? '')}`
          const headers: Record<string, string> = cookie ? { cookie } : {}
          const { status, text, headers: said } = await talk.ask({ method: route.method.toUpperCase(), path, headers, body }) // prettier-ignore
          if (status < 300) done.add(route.id)
          const answer = reading(path, String(said['content-type']), text)
          for (const knowledge of knowledgeIn(answer, { me: SEAT_OF[asking], panel }))
            found.set(knowledge, path)
        }
        expect([...found].filter(([knowledge]) => !sees[asking].includes(knowledge))).toEqual([])
      },
      ENOUGH_MS,
    )

  test(`and ${isOpen ? 'most' : 'nothing'} of it was done by somebody`, () => {
    expect(DONE.filter((id) => done.has(id))).toEqual(isOpen ? DONE : [])
  })

  test('no mail tells what anybody has said, or who else sits there', async () => {
    const { deps, installation } = app.context
    const mails = await app.storage.read(({ mails: store }) => store.page({ limit: 200, page: 1 }))
    expect(mails.mails.length).toBeGreaterThan(10)
    for (const mail of mails.mails) {
      const contents = await letterContents(deps, installation.setup(), mail)
      if (!contents || contents === 'moot') continue
      const letter = compose(mail.kind, mail.locale, contents.values, contents.installation)
      const text = JSON.stringify([letter, contents.values])
      const others = EVERYBODY.filter((who) => !contents.to.name.startsWith(nameOf(who)))
      for (const who of others) expect(text).not.toContain(nameOf(who))
      for (const who of EVERYBODY) {
        expect(text).not.toContain(reasonOf(who))
        expect(text).not.toContain(remarkOf(who))
      }
    }
  })
})

/** What is done in a review that is open, and does not make another situation of it. */
const AFTER_OTHERS = ['openRound', 'revealRound', 'closeReview', 'recallDecision', 'publishReview', 'withdrawSubmission'] // prettier-ignore
const ACTS = ROUTES.filter(
  ({ id, path, method }) => path.includes('{reviewId}') && method !== 'get' && !AFTER_OTHERS.includes(id),
).map(({ id }) => id)

/** Those whose answers tell how the panel stands, what is remarked, or who sits there. */
const DONE = ['recuseMember', 'takePosition', 'rateParts', 'enterPositions', 'makeRemark', 'settleRemark', 'amendText', 'planMeeting', 'notePresence', 'conductMeeting', 'handOver', 'consentToName'] // prettier-ignore
const OTHERWISE: Readonly<Record<string, { readonly body: unknown }>> = {
  settleRemark: { body: { outcome: 'declined', reason: 'Det står redan.', amendmentId: null } },
}

/** The same panel, as what is done is aimed at it. */
function asKnown({ reviewId, meetingId, slug, seats, outcome, part, remarkId }: PanelOfSecrets): KnownPanel {
  return {
    stage: 'open',
    status: 'open',
    isKnownToMembers: true,
    profileId: '',
    slug,
    reviewId,
    meetingId,
    seats: { member: seats.bo, replaced: seats.elof, standIn: seats.frej, substitute: seats.frej, observer: seats.greta, recused: seats.cilla, editor: seats.disa }, // prettier-ignore
    recusalId: remarkId,
    part,
    criterion: { ...outcome, formerHash: outcome.hash },
    remarkId,
    amendmentId: remarkId,
    state: '',
  }
}

async function another({ context }: TestApp): Promise<string> {
  return (await createOrganisation(context.deps, THE_PROGRAM, { name: 'En annan' })).id
}

type About = { readonly me: Who | undefined; readonly panel: PanelOfSecrets }

/** What an answer tells of the others: looked for in its words, and in the shapes that answers have. */
function knowledgeIn({ path, text, json }: Read, { me, panel }: About): Set<Knowledge> {
  const known = new Set<Knowledge>()
  const others = EVERYBODY.filter((who) => who !== me)
  const tells = (of: (who: Who) => string, whom: readonly Who[] = others) =>
    whom.some((who) => text.toLowerCase().includes(of(who).toLowerCase()))
  const but = (whom: Who) => others.filter((who) => who !== whom)
  // The register of people is the administrator’s, and knows nothing of who sits where.
  if (!/^\/(?:api\/v1\/people|administration)/u.test(path)) {
    if (tells(nameOf, but(NAMED))) known.add('the members’ names')
    if (tells(nameOf, [NAMED])) known.add('who has agreed to be named')
    if (tells((who) => `${nameOf(who)}@`)) known.add('the members’ addresses')
  }
  if (tells(reasonOf, ['bo'])) known.add('why somebody disagrees')
  if (tells(reasonOf, but('bo'))) known.add('why somebody wants a change')
  if (text.includes('vqzideo')) known.add('the link to the meeting')
  if (tells(remarkOf)) known.add('what is remarked')
  if (tells(takenBackBy)) known.add('what somebody has taken back')
  walk(json, (node) => learn(node, known, { me, panel }))
  return known
}

const KINDS = ['agree', 'agreeWithChange', 'disagree', 'abstain'] as const

function learn(node: Readonly<Record<string, unknown>>, known: Set<Knowledge>, { me, panel }: About): void {
  const counts = KINDS.map((kind) => node[kind]).filter((count) => typeof count === 'number')
  const isTallied = counts.some((count) => count > 0) || ('partId' in node && ['ready', 'stopped'].includes(String(node['state']))) // prettier-ignore
  const isMarked = KINDS.some((kind) => kind === node['mark'])
  if (isTallied || isMarked || Number(node['ready']) > 0) known.add('how perspectives stand')
  const mine = me ? panel.seats[me] : undefined
  const isOther = typeof node['memberId'] === 'string' && node['memberId'] !== mine
  if (isOther && 'mark' in node) known.add('how each member stands')
  if (isOther && 'changes' in node && 'parts' in node) known.add('who has something left')
  const speakers: unknown = node['speakers']
  if ((isOther && 'wasPresent' in node && node['answer'] !== null) || (Array.isArray(speakers) && speakers.length > 0)) known.add('who comes to the meeting, and speaks there') // prettier-ignore
  if (node['clarity'] === SAID.bo.clarity) known.add('how somebody rates the parts')
  if (typeof node['author'] === 'string' && node['isMine'] === false) known.add('who has remarked it')
  const event = node['event'] as { kind?: string; act?: string } | undefined
  if (event?.kind === 'panel-act' && MEMBERS_ACTS.includes(String(event.act)))
    known.add('what members have done, in the log')
}

const MEMBERS_ACTS = ['position-taken', 'parts-rated', 'remark-made', 'remark-withdrawn', 'name-consented']

function walk(node: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Record<string, unknown>)
  for (const each of Object.values(node)) walk(each, visit)
}
