import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type {
  Closing,
  Edition,
  PositionKind,
  Review,
  ReviewTally,
  ReviewText,
  Role,
} from '../../schemas/types.ts'
import { buildApp } from '../../server/app.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { API, firstName, NINE, readDesk, take } from '../support/hold-review.ts'
import { axeFindings, DESKTOP, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'
import { startMailServer, type MailServer, type ReceivedMail } from '../support/mail-server.ts'
import { readPdf, wholeText } from '../support/pdf-reader.ts'

/*
 * The shipped Personlig assistent goes through a panel of nine with six perspectives, as it is promised: composition
 * approved, summons, remarks and a proposal from a phone, an amendment that makes two positions stale, a dissent, close,
 * minutes, the version that the rulings demand, and the published page with the chain behind its sentence. With
 * PICTURES=<folder> in the environment every step is photographed.
 */

const SLUG = 'personlig-assistent'
const TITLE = 'Personlig assistent'

let journey: Journey
let mail: MailServer
let sara: Page
let per: Page
let disa: Page
let reviewId = ''
/** Everybody on the panel by first name, asking by themselves where a page would only repeat what another has shown. */
const members: Record<string, TestAgent> = {}
let criterion: { id: string; number: string; wording: string; partId: string }

beforeAll(async () => {
  mail = await startMailServer()
  journey = await startJourney({ SMTP_URL: mail.url, MAIL_FROM: 'panel@profiler.example' })
  sara = await comeIn('Sara Ny', 'coordinator')
  per = await comeIn('Per Styr', 'steeringGroup')
  const editor = await journey.editor('Karin Ek')
  await editor.getByRole('button', { name: `Starta utkast ${TITLE}` }).click()
  await editor.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
}, 90_000)
afterAll(async () => {
  await journey.close()
  await mail.stop()
})

async function comeIn(name: string, role: Role): Promise<Page> {
  const { deps } = journey.context
  const invited = { name, email: null, organisationId: null, locale: 'sv', sendMail: false } as const
  const { id } = await invitePerson(deps, THE_PROGRAM, { ...invited, role, scope: EVERYTHING })
  const { token } = await handOverLink(deps, THE_PROGRAM, { personId: id })
  const page = await journey.visitor()
  await page.goto(`${journey.url}/logga-in/${token}`)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL('**/verkstad')
  return page
}

async function agentOf(email: string): Promise<TestAgent> {
  const { deps } = journey.context
  const person = await deps.storage.read(({ people }) => people.findByEmail(email))
  const { token } = await handOverLink(deps, THE_PROGRAM, { personId: person?.id ?? '' })
  const agent = request.agent(buildApp(journey.context))
  await agent.post(`${API}/session`).send({ token }).expect(201)
  return agent
}

const PICTURES = process.env['PICTURES']
let pictures = 0
async function look(page: Page, name: string): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await fitsItsWidth(page)).toBe(true)
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  // Not by `page.screenshot`, which writes a style into the page, and the page forbids that.
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot', { captureBeyondViewport: true })
  const file = `national-${String(++pictures).padStart(2, '0')}-${name}.png`
  writeFileSync(path.join(PICTURES, file), Buffer.from(data, 'base64'))
}

const ask = async <T>(page: Page, where: string): Promise<T> =>
  (await (await page.request.get(`${journey.url}${API}${where}`)).json()) as T
const send = async (page: Page, method: 'post' | 'put', where: string, data: object = {}) => {
  const answer = await page.request[method](`${journey.url}${API}${where}`, {
    headers: { origin: journey.url },
    data,
  })
  expect([where, answer.status()]).toEqual([where, expect.any(Number)])
  if (!answer.ok()) throw new Error(`${where}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}
const say = (name: string, itemId: string, position: PositionKind, reason = '') =>
  take(journey.context.deps, members[name] as TestAgent, reviewId, { itemId, position, reason })
/** What the phone sends there has been answered. */
const arrived = (page: Page, where: string) =>
  page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith(where))
const bench = `/verkstad/${SLUG}/panel`

test('the draft is submitted, and a panel of nine with six perspectives is laid before the steering group', async () => {
  await sara.goto(`${journey.url}${bench}`)
  await look(sara, 'lamna-in')
  await sara.getByRole('button', { name: 'Lämna in till panelen' }).click()
  await sara.getByRole('heading', { name: 'Sätt samman panelen' }).waitFor()
  const { items } = await ask<{ items: Review[] }>(sara, `/profiles/${SLUG}/reviews`)
  reviewId = items[0]?.id ?? ''

  await sara.getByRole('button', { name: 'Lägg till' }).first().click()
  const dialog = sara.locator('wa-dialog[open]')
  await dialog.getByLabel('Namn').fill('Asta Ek')
  await dialog.getByLabel('E-post').fill('asta@panel.example')
  await dialog.getByLabel('Organisation').fill('Organisationen employer')
  await dialog.getByLabel('Perspektiv').selectOption('employer')
  await look(sara, 'ledamot')
  await dialog.getByRole('button', { name: 'Lägg till' }).last().click()
  await dialog.getByText('Asta Ek är med').waitFor()
  await dialog.getByRole('button', { name: 'Stäng' }).last().click()
  await send(sara, 'put', `/reviews/${reviewId}/composition`, { members: NINE })
  await sara.getByRole('rowheader', { name: /Ivar Öst/u }).waitFor()
  await look(sara, 'sammansattning')
  await sara.getByRole('button', { name: 'Lägg fram för styrgruppen' }).click()
  await sara.getByRole('heading', { name: 'Panelen ligger hos styrgruppen' }).waitFor()
  const { composition } = await ask<Review>(sara, `/reviews/${reviewId}`)
  expect([composition.status, composition.members.length]).toEqual(['proposed', NINE.length])
}, 60_000)

test('the steering group approves, and is on record', async () => {
  await per.goto(`${journey.url}${bench}`)
  await per.getByRole('heading', { name: 'Ta ställning till panelen' }).waitFor()
  await look(per, 'styrgruppen')
  await per.getByRole('button', { name: 'Godkänn panelen' }).click()
  await per.getByText('Panelen är godkänd.').first().waitFor()
  await sara
    .getByText(/Per Styr/u)
    .first()
    .waitFor()
  await look(sara, 'godkand')
  const { composition } = await ask<Review>(sara, `/reviews/${reviewId}`)
  expect(composition.answers.map(({ outcome, by }) => [outcome, by])).toEqual([['approved', 'Per Styr']])
}, 60_000)

test('the first round is opened, and the panel is summoned: mail and calendar say the same', async () => {
  await sara.getByRole('button', { name: 'Öppna omgång 1' }).click()
  await sara.locator('wa-dialog[open]').getByRole('button', { name: 'Öppna omgång 1' }).click()
  await sara.getByRole('button', { name: 'Planera ett möte' }).waitFor()
  for (const { name, email } of NINE) members[firstName(name)] = await agentOf(email)

  await sara.getByRole('button', { name: 'Planera ett möte' }).click()
  const dialog = sara.locator('wa-dialog[open]')
  await dialog.getByLabel('Dag').fill('2027-05-20')
  await dialog.getByLabel('Börjar').fill('09:00')
  await dialog.getByLabel('Slutar').fill('12:00')
  await dialog.getByLabel('Plats').fill('Sobona, Stockholm')
  await look(sara, 'planera-mote')
  await dialog.getByRole('button', { name: 'Planera mötet' }).click()
  await sara.getByRole('button', { name: 'Skicka kallelsen' }).first().click()
  await sara.locator('wa-dialog[open]').getByRole('button', { name: 'Skicka kallelsen' }).click()
  await sara.getByText('Kallelse skickad').waitFor()
  const summons = await summonsTo('disa@panel.example')
  expect(summons.parsed.text).toContain('Sobona, Stockholm')
  const file = summons.parsed.attachments.find(({ contentType }) => contentType.includes('ics'))
  const calendar = new ICAL.Component(ICAL.parse(String(file?.content)))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  // Nine in the morning in Sweden, in May.
  expect(event.startDate.toJSDate().toISOString()).toBe('2027-05-20T07:00:00.000Z')
  await look(sara, 'kallad')

  const [link = ''] = /http:\/\/localhost:\d+\/logga-in\/\S+/u.exec(summons.parsed.text ?? '') ?? []
  disa = await journey.visitor({ viewport: PHONE })
  await disa.goto(link)
  await disa.getByRole('button', { name: 'Logga in' }).click()
  await disa.getByRole('heading', { level: 1, name: 'Det här är kvar för dig' }).waitFor()
  expect(new URL(disa.url()).pathname).toBe(`/panel/${reviewId}`)
  await look(disa, 'telefon')
}, 60_000)

/** Mails of other kinds may lie before it. */
async function summonsTo(address: string): Promise<ReceivedMail> {
  for (;;) {
    const received = await mail.next(address)
    if (received.parsed.attachments.some(({ contentType }) => contentType.includes('ics'))) return received
  }
}

test('a remark and a proposal come from a phone', async () => {
  const text = await ask<ReviewText>(sara, `/reviews/${reviewId}/text`)
  const part = text.parts[4]
  const item = part?.items.find(({ kind }) => kind === 'criterion')
  if (!part || !item) throw new Error('the text has no such criterion')
  criterion = { ...item, partId: part.id }
  await disa.goto(`${journey.url}/panel/${reviewId}`)
  await disa.getByRole('link', { name: part.title }).click()
  await disa.getByRole('heading', { level: 1, name: part.title }).waitFor()
  await disa.getByRole('button', { name: `Svara eller skriv om kriterium ${item.number}` }).click()
  await disa.getByRole('button', { name: 'Lämna en synpunkt' }).first().click()
  await disa.getByLabel('Vad vill du säga?').fill('Det här går inte att se.')
  await disa.getByRole('button', { name: 'Lämna synpunkten' }).click()
  await disa.getByText('Det här går inte att se.').first().waitFor()
  await disa.getByRole('button', { name: `Svara eller skriv om kriterium ${item.number}` }).click()
  await disa.getByRole('button', { name: 'Föreslå en annan ordalydelse' }).click()
  await disa.getByLabel('Så borde det stå').fill('Kontrollerar lås, bromsar och sele före varje lyft.')
  await look(disa, 'forslag')
  const sent = arrived(disa, '/remarks')
  await disa.getByRole('button', { name: 'Lämna förslaget' }).click()
  await sent
  const desk = await readDesk(members['Disa'] as TestAgent, reviewId)
  expect(desk.remarks.map(({ text: said, proposal }) => [said, proposal !== null])).toEqual([
    ['Det här går inte att se.', false],
    ['', true],
  ])
}, 60_000)

test('taking the proposal makes the two positions on those words stale, and no others', async () => {
  for (const name of ['Disa', 'Elof']) await say(name, criterion.partId, 'agree')
  await sara.goto(`${journey.url}${bench}/synpunkter`)
  await sara.getByRole('heading', { name: 'Två synpunkter väntar på svar' }).waitFor()
  await look(sara, 'synpunkter')
  await sara.getByRole('button', { name: 'Godta förslaget' }).click()
  await sara.getByLabel('Varför ändras det?').fill('En arbetstagare föreslog ord som går att se.')
  await sara.getByRole('button', { name: 'Ändra texten', exact: true }).click()
  await sara.getByText('Texten är ändrad. De som skrev får svar.').first().waitFor()
  const open = sara.getByRole('button', { name: 'Godta utan att ändra texten' })
  if ((await open.count()) > 0) {
    await open.first().click()
    await sara.getByLabel('Vad svarar du?').fill('Se den nya meningen.')
    await sara.getByRole('button', { name: 'Godta', exact: true }).click()
  }
  await sara.getByRole('heading', { name: 'Alla synpunkter har fått svar' }).waitFor()

  const desk = await readDesk(members['Elof'] as TestAgent, reviewId)
  expect(desk.changes.map(({ itemId }) => itemId)).toEqual([criterion.id])
  await disa.goto(`${journey.url}/panel/${reviewId}`)
  await disa.getByRole('heading', { level: 1, name: 'Sedan du sist tog ställning' }).waitFor()
  await disa.getByText(/En mening har ändrats/u).waitFor()
  await look(disa, 'sedan-sist')
  await disa.getByRole('radio', { name: 'Instämmer', exact: true }).first().check()
  const answered = arrived(disa, '/positions')
  await disa.getByRole('button', { name: /Spara/u }).first().click()
  await answered
  await say('Elof', criterion.id, 'agree')
}, 60_000)

test('the table says what is missing, and then that all is ready, with one who disagrees', async () => {
  const { parts } = await ask<ReviewText>(sara, `/reviews/${reviewId}/text`)
  for (const name of ['Asta', 'Bo', 'Disa', 'Elof', 'Freja', 'Gustav', 'Hanna'])
    for (const { id } of parts) await say(name, id, 'agree')
  await sara.goto(`${journey.url}${bench}`)
  await sara
    .getByText(/Arbetsförmedlingen/u)
    .first()
    .waitFor()
  await look(sara, 'laget')
  for (const { id } of parts) await say('Ivar', id, 'agree')
  for (const { id } of parts)
    await say('Cilla', id, id === parts[5]?.id ? 'disagree' : 'agree', 'Hör till introduktionen.')
  await sara
    .getByText('Klar att anta.')
    .nth(parts.length - 1)
    .waitFor()
  const { ready } = await ask<ReviewTally>(sara, `/reviews/${reviewId}/tally`)
  expect(ready).toBe(parts.length)
  await look(sara, 'klart')
  await sara.setViewportSize(PHONE)
  await look(sara, 'klart-smalt')
  await sara.setViewportSize(DESKTOP)
}, 120_000)

test('the meeting rules on the reworded demand, and the panel decides', async () => {
  const { meetings } = await ask<Review>(sara, `/reviews/${reviewId}`)
  await sara.goto(`${journey.url}${bench}/mote/${meetings[0]?.id}`)
  await sara.getByRole('heading', { level: 1 }).waitFor()
  await look(sara, 'motet')
  await sara.goto(`${journey.url}${bench}/mote/${meetings[0]?.id}/projektor`)
  await sara.getByRole('heading', { level: 1 }).waitFor()
  await look(sara, 'projektor')
  await send(sara, 'put', `/reviews/${reviewId}/meetings/${meetings[0]?.id}/presence`, {
    present: (await ask<Review>(sara, `/reviews/${reviewId}`)).composition.members
      .slice(0, 8)
      .map(({ id }) => id),
    absent: [],
  })
  const { rewordings } = await ask<ReviewText>(sara, `/reviews/${reviewId}/text`)
  expect(rewordings.map(({ itemId }) => itemId)).toEqual([criterion.id])
  for (const { itemId, formerHash, hash } of rewordings)
    await send(sara, 'put', `/reviews/${reviewId}/rulings`, {
      itemId,
      formerHash,
      hash,
      equivalent: true,
      reason: 'Samma sak, med ord som går att se.',
    })
  // Who is named in the minutes is for each to say.
  await (members['Asta'] as TestAgent)
    .put(`${API}/reviews/${reviewId}/me/name`)
    .send({ isNamed: true })
    .expect(200)

  const closing = await ask<Closing>(sara, `/reviews/${reviewId}/closing`)
  expect([closing.version, closing.obstacles]).toEqual(['1.1.0', []])
  await sara.goto(`${journey.url}${bench}/beslut`)
  await sara
    .getByText(/1\.1\.0/u)
    .first()
    .waitFor()
  await look(sara, 'beslut')
  await sara.getByRole('radio', { name: /^Godkänd(?! med)/u }).check()
  await sara.getByLabel('Beslutat av').fill('Nationella panelen för personlig assistans')
  await sara.getByLabel('Grunder för beslutet').fill('Alla sex perspektiv står bakom profilen.')
  await sara.getByRole('button', { name: 'Fatta beslutet' }).click()
  await sara
    .getByRole('button', { name: /Ta tillbaka/u })
    .first()
    .waitFor()
  await look(sara, 'fattat')
}, 60_000)

test('the minutes say what was decided, with the name of the one who has agreed to that', async () => {
  const minutes = await sara.request.get(`${journey.url}${API}/reviews/${reviewId}/minutes`)
  expect(minutes.status()).toBe(200)
  const bytes = await minutes.body()
  if (PICTURES !== undefined) writeFileSync(path.join(PICTURES, 'protokoll.pdf'), bytes)
  const text = wholeText(await readPdf(bytes))
  expect(text).toContain('Asta Ek')
  expect(text).not.toContain('Bo Lind')
  expect(text).toContain('Hör till introduktionen.')
  // The meeting is still to come by the calendar, and eight have been noted as there: it has been held.
  expect(text).toMatch(/Närvarande.*8 personer/su)
  const handOut = await sara.request.get(`${journey.url}${API}/reviews/${reviewId}/hand-out`)
  expect(handOut.status()).toBe(200)
  if (PICTURES !== undefined) writeFileSync(path.join(PICTURES, 'underlag.pdf'), await handOut.body())
}, 60_000)

test('version 1.1.0 is published with its dissent, and the chain behind the sentence opens', async () => {
  await sara.getByRole('button', { name: /^Publicera/u }).click()
  await sara
    .getByText(/1\.1\.0/u)
    .first()
    .waitFor()
  await sara.getByRole('link', { name: 'Se vad som skiljer den från 1.0.0' }).waitFor()
  await look(sara, 'publicerat-beslut')
  const reader = await journey.visitor()
  await reader.goto(`${journey.url}/profiler/${SLUG}/1.1.0`)
  await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  const edition = await ask<Edition>(reader, `/profiles/${SLUG}/editions/1.1.0`)
  expect(edition.panel?.dissents.map(({ perspective, reason }) => [perspective, reason])).toEqual([
    ['employer', 'Hör till introduktionen.'],
  ])
  expect(JSON.stringify(edition)).not.toContain('Cilla')
  await look(reader, 'publicerad')
  await reader.goto(`${journey.url}/profiler/${SLUG}/1.1.0/beslut`)
  await reader.getByText('Hör till introduktionen.').first().waitFor()
  await look(reader, 'beslutssida')
  await reader.goto(`${journey.url}/profiler/${SLUG}/1.1.0/kedja/${criterion.id}`)
  await reader.getByText('En arbetstagare föreslog ord som går att se.').first().waitFor()
  await look(reader, 'kedja')
  expect(await reader.content()).not.toMatch(/Disa|Elof|Cilla/u)
}, 60_000)
