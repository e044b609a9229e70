import type { Page } from 'playwright-core'
import type TestAgent from 'supertest/lib/agent.js'
import type { Closing } from '../../schemas/types.ts'
import { erasePerson } from '../../server/usecases/people/erase-person.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile } from '../support/build-profile.ts'
import {
  API,
  member,
  NINE,
  openReview,
  putDraft,
  readPanelText,
  takeAll,
  type HeldReview,
  type Proposed,
} from '../support/hold-review.ts'
import { look, startPanelJourney, type PanelJourney } from '../support/panel-journey.ts'

/*
 * What a member's pages say at the edges: to those who are not asked, when the act of one's own is refused, and when there is
 * nothing left to say.
 */

let panel: PanelJourney

beforeAll(async () => void (panel = await startPanelJourney()), 60_000)
afterAll(() => panel.close())

const deps = () => panel.journey.context.deps
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const agentOf = (held: HeldReview, name: string) => held.members[name] as TestAgent

/** A panel on a small profile of its own, whose members have addresses of their own. */
async function hold(name: string, more: readonly Proposed[] = []): Promise<HeldReview> {
  const texts = ['Byter en låscylinder utan att skada dörren.', 'Antecknar vem som fick nyckeln.']
  const newId = () => deps().newId()
  const link = (title: string, criteria: readonly string[]) =>
    buildLink({
      id: newId(),
      title,
      outcomes: [
        buildOutcome({
          id: newId(),
          criteria: criteria.map((text) => buildCriterion({ id: newId(), text })),
        }),
      ],
    })
  const profile = buildProfile({
    id: newId(),
    slug: name,
    title: name,
    delimitations: 'Det här hör *inte* hit:\n\n1. **el**\n2. tak',
    modules: [link('Lås', texts), link('Ljus', ['Byter en lampa.'])],
  })
  const members = [...NINE, ...more].map((each) => ({ ...each, email: `${name}-${each.email}` }))
  return openReview(panel.app, { slug: await putDraft(panel.app, profile), members })
}

async function open(held: HeldReview, page: Page, path = ''): Promise<Page> {
  await page.goto(panel.address(`/panel/${held.id}${path}`))
  await page.locator('main h1.title').waitFor()
  return page
}

const comeTo = async (held: HeldReview, email: string, path = '') =>
  open(held, await panel.comeIn(email), path)
const recuse = (held: HeldReview, name: string, partId: string | null) =>
  held.coordinator
    .post(`${API}/reviews/${held.id}/members/${held.seats[name]}/recusals`)
    .send({ partId, reason: 'Har skrivit den.' })
    .expect(201)

test('those who are not asked are told why, on the first page and where the answer would stand', async () => {
  const held = await hold('sidan', [{ ...member('Olle Se', 'industryBody'), part: 'observer' }])
  const { parts } = await readPanelText(held.coordinator, held.id)
  const partOf = (at: number) => `/text/${parts[at]?.id}`
  const olle = await comeTo(held, 'sidan-olle@panel.example')
  await olle.getByText('Du är med som observatör.').waitFor()
  await olle.getByRole('link', { name: 'Översikt' }).waitFor()
  expect(await look(olle, 'observator')).toEqual([])
  await open(held, olle, partOf(1))
  await olle.getByRole('heading', { name: 'Modul 1 som helhet' }).waitFor()
  await olle.getByText('Du är observatör och tar inte ställning.').waitFor()
  await olle.getByRole('button', { name: 'Skriv om kriterium 1.1 a' }).waitFor()

  const jonna = await comeTo(held, 'sidan-jonna@panel.example')
  await jonna.getByText('Du är ersättare för Gustav Å.').waitFor()
  expect(await look(jonna, 'ersattare')).toEqual([])
  const standIn = `${API}/reviews/${held.id}/members/${held.seats['Gustav']}/stand-in`
  await held.coordinator.put(standIn).send({ substituteId: held.seats['Jonna'] }).expect(200)
  await jonna.getByText('Du tar ställning i stället för Gustav Å.').waitFor()
  const gustav = await comeTo(held, 'sidan-gustav@panel.example', partOf(1))
  await gustav.getByText('Jonna Ny tar ställning i ditt ställe.').waitFor()

  await recuse(held, 'Bo', null)
  const bo = await comeTo(held, 'sidan-bo@panel.example')
  await bo.getByText('Skäl: Har skrivit den.').waitFor()
  expect(await look(bo, 'javig')).toEqual([])
  await recuse(held, 'Cilla', parts[2]?.id ?? '')
  const cilla = await comeTo(held, 'sidan-cilla@panel.example')
  await cilla.getByText('Två delar av texten väntar på ditt svar.').waitFor()
  await open(held, cilla, partOf(2))
  await cilla.getByText('Du får ingen fråga här, eftersom du är jävig.').waitFor()
  expect(await look(cilla, 'javig-i-en-modul')).toEqual([])
}, 90_000)

test('texts in Markdown are read as they are meant, and are Swedish also where the page is in English', async () => {
  const held = await hold('sprak')
  const { parts } = await readPanelText(held.coordinator, held.id)
  const page = await panel.comeIn('sprak-asta@panel.example', { locale: 'en' })
  await open(held, page, `/text/${parts[0]?.id}`)
  const prose = page.getByRole('region', { name: 'Left out' }).or(page.locator('.prose:has(ol)')).first()
  expect(await prose.locator('li').allInnerTexts()).toEqual(['el', 'tak'])
  expect(await prose.innerText()).toContain('Det här hör inte hit:')
  expect(await look(page, 'pa-engelska')).toEqual([])
  await open(held, page, `/text/${parts[1]?.id}`)
  const isSwedish = (element: Element) => element.closest('[lang]')?.getAttribute('lang')
  expect(await page.locator('.criteria .wording').first().evaluate(isSwedish)).toBe('sv')
  expect(await page.locator('h1 span').last().evaluate(isSwedish)).toBe('sv')
}, 60_000)

test('what is said to be spelling is asked about by itself, and the answer stands when two have said so', async () => {
  const held = await hold('stavning')
  for (const name of ['Asta', 'Disa']) await takeAll(deps(), agentOf(held, name), held.id)
  const { parts } = await readPanelText(held.coordinator, held.id)
  const amend = (at: number, to: string, claimsEditorial: boolean) => {
    const item = parts[at]?.items.find(({ kind }) => kind === 'criterion')
    const change = { act: 'reword', itemId: item?.id, hash: item?.hash, to }
    return held.coordinator
      .post(`${API}/reviews/${held.id}/amendments`)
      .send({ id: deps().newId(), change, reason: 'Skäl.', remarkIds: [], claimsEditorial })
      .expect(201)
  }
  await amend(1, 'Byter en låscylinder och provar den.', false)
  await amend(2, 'Byter en glödlampa.', true)
  const disa = await comeTo(held, 'stavning-disa@panel.example')
  await disa.getByText(/En mening har ändrats i modul 1/u).waitFor()
  await disa.getByText('Dessutom ska du säga om en rättning bara är stavning.').waitFor()
  await disa.getByText('1 av 1').waitFor()
  expect(await look(disa, 'stavning')).toEqual([])
  await disa.getByRole('button', { name: 'Ja, det är bara stavning' }).click()
  await disa.getByText('Ditt svar står kvar när en till säger samma sak.').waitFor()
  await open(held, disa, `/text/${parts[1]?.id}`)
  await disa.locator('.quotable:has(ins)').evaluate((words) => getSelection()?.selectAllChildren(words))
  const quoted = disa.getByRole('region', { name: 'Markerade ord' }).locator('.quoted')
  expect(await quoted.innerText()).toBe('”Byter en låscylinder och provar den.”')
  const asta = await comeTo(held, 'stavning-asta@panel.example')
  await asta.getByRole('button', { name: 'Ja, det är bara stavning' }).click()
  await asta.getByText('Två i panelen har sagt att det bara är stavning.').waitFor()
  expect(await look(asta, 'bara-stavning')).toEqual([])
}, 60_000)

test('an answer that is refused is kept with the reason, and one who is signed out is told to sign in', async () => {
  const held = await hold('nej')
  const { parts } = await readPanelText(held.coordinator, held.id)
  const asta = await comeTo(held, 'nej-asta@panel.example', `/text/${parts[1]?.id}`)
  panel.line.cut()
  await asta.getByRole('radio', { name: 'Instämmer inte' }).check()
  await asta.getByLabel('Varför instämmer du inte?').fill('Det saknas något om barn.')
  await asta.getByRole('button', { name: 'Spara' }).click()
  await recuse(held, 'Asta', null)
  panel.line.mend()
  const told = asta.getByRole('alert')
  await told.getByText('Det saknas något om barn.').waitFor({ timeout: 30_000 })
  await asta.getByText('Du får ingen fråga här, eftersom du är jävig.').waitFor()
  expect(await look(asta, 'nekad')).toEqual([])

  const bo = await comeTo(held, 'nej-bo@panel.example', `/text/${parts[1]?.id}`)
  await bo.context().clearCookies({ name: 'profilverkstad' })
  await bo.getByRole('radio', { name: 'Avstår' }).check()
  await bo.getByRole('button', { name: 'Spara' }).click()
  await bo.getByRole('heading', { name: 'Du är utloggad' }).waitFor()
  expect(await look(bo, 'utloggad')).toEqual([])

  const cilla = await comeTo(held, 'nej-cilla@panel.example', `/text/${deps().newId()}`)
  await cilla.getByRole('link', { name: 'Alla delar' }).waitFor()
  expect(await look(cilla, 'ingen-sadan-del')).toEqual([])
}, 90_000)

test('when all is said the page tells what comes next, that a decision was taken back, and where the version is', async () => {
  const held = await hold('klart')
  for (const { name } of NINE.filter(({ part }) => part === 'member'))
    await takeAll(deps(), agentOf(held, name.split(' ')[0] ?? ''), held.id)
  const asta = await comeTo(held, 'klart-asta@panel.example')
  await asta.getByText('Alla i panelen har svarat. Nu kan panelen fatta sitt beslut.').waitFor()

  const decide = async () => {
    const closing = (await held.coordinator.get(`${API}/reviews/${held.id}/closing`).expect(200))
      .body as Closing
    const decision = { decidedOn: '2026-11-20', decidedBy: 'Panelen', grounds: 'Alla står bakom.' }
    const path = `${API}/reviews/${held.id}/closing`
    await held.coordinator
      .post(path)
      .send({ state: closing.state, outcome: 'approved', ...decision })
      .expect(200)
    return closing
  }
  await decide()
  await heading(asta, 'Panelen har godkänt texten').waitFor()
  expect(await look(asta, 'godkand')).toEqual([])
  await held.coordinator.post(`${API}/reviews/${held.id}/recall`).send({ reason: 'Fel dag.' })
  await asta.getByText(/Beslutet togs tillbaka/u).waitFor()
  expect(await look(asta, 'aterkallat')).toEqual([])
  const { version } = await decide()
  const edition = { version, versionReason: '' }
  await held.coordinator.post(`${API}/reviews/${held.id}/edition`).send(edition).expect(201)
  await asta.getByRole('link', { name: `Läs version ${version}` }).click()
  await asta.waitForURL(`**/profiler/klart/${version}`)
}, 90_000)

test('the place of somebody who has been erased says so', async () => {
  const held = await hold('borta')
  await panel.app.as('administrator')
  const person = await deps().storage.read(({ people }) => people.findByEmail('borta-elof@panel.example'))
  await erasePerson(deps(), THE_PROGRAM, { personId: person?.id ?? '' })
  const asta = await comeTo(held, 'borta-asta@panel.example', '/mote')
  await asta.getByText('personen finns inte kvar').waitFor()
  expect(await look(asta, 'borttagen')).toEqual([])
}, 60_000)
