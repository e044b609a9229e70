import { get } from 'node:http'
import type TestAgent from 'supertest/lib/agent.js'
import { compose } from '../../server/mail/compose.ts'
import { letterContents } from '../../server/mail/letter-contents.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import type { Role } from '../../schemas/types.ts'
import { createOrganisation } from '../../server/usecases/people/keep-organisations.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { readPdf, wholeText } from '../support/pdf-reader.ts'
import {
  EVERYBODY,
  holdPanelOfSecrets,
  NAMED,
  nameOf,
  reasonOf,
  remarkOf,
  type PanelOfSecrets,
  type Situation,
  type Who,
} from '../support/panel-of-secrets.ts'
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

const NOTHING: Knowledge[] = []
const STANDS: Knowledge[] = ['how perspectives stand', 'how each member stands', 'why somebody disagrees']
const REMARKS: Knowledge[] = ['what is remarked', 'who has remarked it']
const LINK: Knowledge[] = ['the link to the meeting']
const NAMES: Knowledge[] = ['the members’ names', 'who has agreed to be named']
const LOG: Knowledge[] = ['what members have done, in the log']
const BY_PERSPECTIVE: Knowledge[] = ['how perspectives stand', 'what is remarked']

const INSIDE: Knowledge[] = [...NAMES, ...STANDS, ...REMARKS, ...LINK, 'who has something left']
type Sees = Readonly<Record<Asking, Knowledge[]>>

/** While everybody’s positions are seen: the panel sees who says what, the others by perspective. */
const SEEN: Sees = {
  'a member': INSIDE,
  'the substitute': INSIDE,
  'an observer': INSIDE,
  'the coordinator': INSIDE,
  'an administrator': [...INSIDE, ...LOG],
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
  'the coordinator': [...NAMES, ...LINK, 'who has something left', 'what is remarked'],
  'an administrator': [...NAMES, ...LINK, 'who has something left', 'what is remarked', ...LOG],
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

async function another({ context }: TestApp): Promise<string> {
  return (await createOrganisation(context.deps, THE_PROGRAM, { name: 'En annan' })).id
}

function cookieIn(agent: TestAgent): string {
  const { jar } = agent as unknown as { jar: { getCookies(access: unknown): { toValueString(): string }[] } }
  const access = { domain: '127.0.0.1', path: '/', secure: false, script: false }
  return jar
    .getCookies(access)
    .map((cookie) => cookie.toValueString())
    .join('; ')
}

/** Every address that can be read: all of the API, and the pages; where nothing is meant by a name, nothing is found. */
function addresses({ slug, reviewId, meetingId, criterionId, seats }: PanelOfSecrets): string[] {
  const named: Readonly<Record<string, string>> = {
    slug,
    reviewId,
    meetingId,
    itemId: criterionId,
    version: '1.0.0',
    other: '1.0.0',
    memberId: seats.bo,
  }
  const api = ROUTES.filter(({ method }) => method === 'get').map(
    ({ path }) =>
      `/api/v1${path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? seats.bo)}`,
  )
  const pages = [
    '/',
    `/profiler/${slug}`,
    `/profiler/${slug}/versioner`,
    `/profiler/${slug}/1.0.0`,
    `/profiler/${slug}/1.0.0/beslut`,
    `/profiler/${slug}/1.0.0/kedja/${criterionId}`,
    `/en/profiler/${slug}/1.0.0/beslut`,
    `/v/${slug}/1.0.0`,
    '/konto/uppgifter',
    '/healthz',
  ]
  const more = [`/api/v1/reviews/${reviewId}/minutes?language=en`, '/api/v1/log?limit=100']
  return [...api, ...pages, ...more]
}

type Read = { readonly path: string; readonly text: string; readonly json: unknown }

/** Of a stream the first that is said. */
async function read(port: number, path: string, cookie: string): Promise<Read> {
  const headers = { accept: path.startsWith('/api/') ? '*/*' : 'text/html', ...(cookie && { cookie }) }
  const { type, bytes } = await new Promise<{ type: string; bytes: Buffer }>((resolve, reject) => {
    const asking = get({ port, path, headers }, (response) => {
      const said = String(response.headers['content-type'])
      const chunks: Buffer[] = []
      const end = () => resolve({ type: said, bytes: Buffer.concat(chunks) })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (!said.startsWith('text/event-stream')) return
        end()
        response.destroy()
      })
      response.on('end', end)
      response.on('error', end)
    })
    asking.on('error', reject)
  })
  if (type.startsWith('application/pdf')) {
    const pdf = await readPdf(bytes)
    return { path, text: `${wholeText(pdf)} ${pdf.xmp} ${JSON.stringify(pdf.bookmarks)}`, json: null }
  }
  const text = bytes.toString()
  return { path, text, json: type.startsWith('application/json') ? (JSON.parse(text) as unknown) : null }
}

type About = { readonly me: Who | undefined; readonly panel: PanelOfSecrets }

/** What an answer tells of the others: looked for in its words, and in the shapes that answers have. */
function knowledgeIn({ path, text, json }: Read, { me, panel }: About): Set<Knowledge> {
  const known = new Set<Knowledge>()
  const others = EVERYBODY.filter((who) => who !== me)
  const tells = (of: (who: Who) => string, whom: readonly Who[] = others) =>
    whom.some((who) => text.toLowerCase().includes(of(who).toLowerCase()))
  // The register of people is the administrator’s, and knows nothing of panels.
  if (
    !path.startsWith('/api/v1/people') &&
    tells(
      nameOf,
      others.filter((who) => who !== NAMED),
    )
  )
    known.add('the members’ names')
  if (!path.startsWith('/api/v1/people') && tells(nameOf, [NAMED])) known.add('who has agreed to be named')
  if (tells(reasonOf, ['bo'])) known.add('why somebody disagrees')
  if (
    tells(
      reasonOf,
      others.filter((who) => who !== 'bo'),
    )
  )
    known.add('why somebody wants a change')
  if (text.includes('vqzideo')) known.add('the link to the meeting')
  if (tells(remarkOf)) known.add('what is remarked')
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
