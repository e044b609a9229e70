import type { Closing, Review, ReviewItem } from '../../schemas/types.ts'
import {
  API,
  member,
  openReview,
  putDraft,
  readDesk,
  readPanelText,
  submit,
  take,
  takeAll,
  type HeldReview,
} from '../support/hold-review.ts'
import { compose } from '../../server/mail/compose.ts'
import { letterContents } from '../../server/mail/letter-contents.ts'
import { textOf } from '../support/read-html.ts'
import { expectHarmless } from '../support/expect-harmless.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const ENOUGH_MS = 60_000
const FEW = [member('Asta Ek', 'employer'), member('Bo Lind', 'employee')]
const PLAN = {
  startsAt: '2026-03-01T08:00:00Z',
  endsAt: '2026-03-01T10:00:00Z',
  place: 'Kista',
  video: '',
  material: '',
  answerBy: null,
}

let app: TestApp
beforeEach(async () => (app = await startTestApp()))
afterEach(() => app.close())

const newId = () => app.context.deps.newId()
const at = ({ id: reviewId }: Pick<HeldReview, 'id'>, path: string) => `${API}/reviews/${reviewId}${path}`
const codeOf = (body: unknown) => String((body as { type?: string }).type).replace('/problems/', '')
/** Signs that cannot be seen, or that turn the text around, are not kept. */
const visible = (text = '') => text.normalize().replaceAll(/\p{C}/gu, '')

async function firstItem(held: HeldReview): Promise<ReviewItem> {
  const { parts } = await readPanelText(held.coordinator, held.id)
  const found = parts.flatMap(({ items }) => items).find(({ kind }) => kind === 'criterion')
  if (!found) throw new Error('the text has no criterion')
  return found
}

const HOSTILE = {
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  CSS: '</style>*{display:none}',
  JSON: '{"__proto__":{"isAdmin":true}}',
  'a calendar': 'Kista\r\nATTENDEE:mailto:x@y.example\nEND:VCALENDAR',
  'right to left': '‮dnuH ‏שלום‏',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  'four thousand signs without a space': 'å'.repeat(4000),
  'four thousand combining marks': `a${'\u0301'.repeat(1999)}`,
} as const

describe.each(Object.entries(HOSTILE))('%s where words are expected', (_, hostile) => {
  test(
    'is kept as words, and breaks neither answer nor print',
    async () => {
      const short = (length: number) => hostile.slice(0, length).toWellFormed().trim()
      const members = FEW.map((seat) => ({ ...seat, organisation: short(60) }))
      const held = await openReview(app, { members })
      const asta = held.members['Asta'] ?? held.coordinator
      const { id: itemId, hash } = await firstItem(held)
      const anchor = { scope: 'item', itemId, hash, quote: short(500) }
      const made = { id: newId(), anchor, text: hostile, proposal: short(500) }
      await asta.post(at(held, '/remarks')).send(made).expect(201)
      await take(app.context.deps, asta, held.id, { itemId, position: 'disagree', reason: hostile })
      const settled = { outcome: 'declined', reason: short(900), amendmentId: null }
      await held.coordinator
        .put(at(held, `/remarks/${made.id}/disposition`))
        .send(settled)
        .expect(200)
      await held.coordinator
        .post(at(held, `/members/${held.seats['Bo']}/recusals`))
        .send({ partId: null, reason: short(400) })
        .expect(201)
      const plan = { ...PLAN, startsAt: '2026-03-01T08:00:00Z', endsAt: '2026-03-01T10:00:00Z', place: short(80), material: hostile } // prettier-ignore
      const { body } = await held.coordinator.post(at(held, '/meetings')).send(plan).expect(201)
      const meetingId = (body as Review).meetings[0]?.id ?? ''
      const { text: calendar } = await asta.get(at(held, `/meetings/${meetingId}/calendar`)).expect(200)
      expect(calendar.match(/^(?:ATTENDEE|END:VCALENDAR)/gmu)).toEqual(['END:VCALENDAR'])
      for (const path of ['/hand-out', '/minutes']) {
        const print = await asta.get(at(held, path)).responseType('blob').expect(200)
        expect((await readPdf(print.body as Buffer)).pages.length).toBeGreaterThan(0)
      }
      const { remarks, positions } = await readDesk(asta, held.id)
      expect(visible(remarks[0]?.text)).toBe(visible(hostile))
      expect(visible(positions[0]?.reason)).toBe(visible(hostile))
    },
    ENOUGH_MS,
  )
})

test(
  'a panel of two hundred is put together, and one more is not',
  async () => {
    const coordinator = await app.as('coordinator')
    const review = await submit(coordinator, await putDraft(app))
    const many = Array.from({ length: 201 }, (_, index) => ({
      ...member(`Namn ${index}`, 'employer'),
      email: `namn${index}@panel.example`,
    }))
    const compose = (members: object[]) => coordinator.put(at(review, '/composition')).send({ members })
    expect(codeOf((await compose(many)).body)).toBe('request-invalid')
    const { body } = await compose(many.slice(0, 200)).expect(200)
    expect((body as Review).composition.members).toHaveLength(200)
    expect(codeOf((await compose([...many.slice(0, 10), many[0] ?? {}])).body)).toBe('composition-unsound')
  },
  ENOUGH_MS,
)

test(
  'what is hostile HTML runs on no page of a decision, and in no mail',
  async () => {
    await app.close()
    app = await startTestApp({ mail: { smtpUrl: 'smtp://localhost:1', from: 'verkstaden@exempel.se' } })
    const attack = HOSTILE.HTML
    const four = ['Asta', 'Bo', 'Cilla', 'Disa'].map((name) => member(`${name} ${attack}`, 'employer'))
    const held = await openReview(app, { members: four.map((seat) => ({ ...seat, organisation: attack })) })
    const asta = held.members['Asta'] ?? held.coordinator
    const { id: itemId, hash } = await firstItem(held)
    const anchor = { scope: 'item', itemId, hash, quote: attack }
    const remark = { id: newId(), anchor, text: attack, proposal: attack }
    await asta.post(at(held, '/remarks')).send(remark).expect(201)
    await asta.put(at(held, '/me/name')).send({ isNamed: true }).expect(200)
    const change = { act: 'reword', itemId, hash, to: attack }
    const amendment = { id: newId(), change, reason: attack, remarkIds: [remark.id], claimsEditorial: false }
    await held.coordinator.post(at(held, '/amendments')).send(amendment).expect(201)
    for (const agent of Object.values(held.members)) await takeAll(app.context.deps, agent, held.id)
    await take(app.context.deps, asta, held.id, { itemId, position: 'disagree', reason: attack })
    const plan = { ...PLAN, place: attack, material: attack, video: 'https://x.example/"><img/src=x/onerror=alert(1)>' } // prettier-ignore
    const planned = await held.coordinator.post(at(held, '/meetings')).send(plan).expect(201)
    const meetingId = (planned.body as Review).meetings[0]?.id
    await held.coordinator.post(at(held, `/meetings/${meetingId}/summons`)).expect(200)
    const { state } = (await held.coordinator.get(at(held, '/closing')).expect(200)).body as Closing
    const closing = {
      state,
      outcome: 'approved',
      decidedOn: '2026-03-01',
      decidedBy: attack,
      grounds: attack,
    }
    await held.coordinator.post(at(held, '/closing')).send(closing).expect(200)
    const edition = { version: '1.0.0', versionReason: attack }
    await held.coordinator.post(at(held, '/edition')).send(edition).expect(201)

    const pages = ['', '/versioner', '/1.0.0', '/1.0.0/beslut', `/1.0.0/kedja/${itemId}`]
    const shown: string[] = []
    for (const page of pages.flatMap((path) => [`/profiler/testare${path}`, `/en/profiler/testare${path}`])) {
      const { text } = await app.stranger.get(page).set('accept', 'text/html').expect(200)
      expectHarmless(text)
      if (textOf(text).includes(attack)) shown.push(page)
    }
    const decision = ['1.0.0/beslut', `1.0.0/kedja/${itemId}`].map((page) => `/profiler/testare/${page}`)
    expect(shown).toEqual(expect.arrayContaining(decision))
    const { deps, installation } = app.context
    const { mails } = await app.storage.read((stores) => stores.mails.page({ limit: 200, page: 1 }))
    const kinds = new Set<string>()
    for (const mail of mails) {
      const contents = await letterContents(deps, installation.setup(), mail)
      if (!contents || contents === 'moot') continue
      kinds.add(mail.kind)
      expectHarmless(compose(mail.kind, mail.locale, contents.values, contents.installation).html)
    }
    expect([...kinds].toSorted()).toEqual(['panel-decided', 'remark-settled', 'summons'])
  },
  ENOUGH_MS,
)
