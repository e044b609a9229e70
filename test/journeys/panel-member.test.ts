import type { Page } from 'playwright-core'
import type TestAgent from 'supertest/lib/agent.js'
import type { MemberDesk, ReviewPart } from '../../schemas/types.ts'
import {
  API,
  openReview,
  readDesk,
  readPanelText,
  take,
  takeAll,
  type HeldReview,
} from '../support/hold-review.ts'
import type { Journey } from '../support/journey.ts'
import { look as lookAt, startPanelJourney, type PanelJourney } from '../support/panel-journey.ts'

/*
 * A member of a panel on a phone: reads, takes positions, remarks and proposes; loses the network on a train; and later
 * sees only what has changed since. With PICTURES=<folder> in the environment every page is photographed.
 */

let panel: PanelJourney
let journey: Journey
let held: HeldReview
let line: PanelJourney['line']
let asta: Page
let parts: ReviewPart[]

beforeAll(async () => {
  panel = await startPanelJourney()
  ;({ journey, line } = panel)
  const administrator = await panel.app.as('administrator')
  await administrator.post(`${API}/profiles/personlig-assistent/draft`).send({}).expect(201)
  held = await openReview(panel.app, { slug: 'personlig-assistent' })
  parts = (await readPanelText(held.coordinator, held.id)).parts
  asta = await panel.comeIn('asta@panel.example')
}, 120_000)
afterAll(() => panel.close())

const address = (path: string) => panel.address(path)
const look = async (name: string) => expect(await lookAt(asta, `panel-${name}`)).toEqual([])
const partAt = (at: number): ReviewPart => {
  const part = parts[at]
  if (!part) throw new Error(`the text has no part ${at}`)
  return part
}
const criteriaOf = (at: number) => partAt(at).items.filter(({ kind }) => kind === 'criterion')
const heading = (name: string) => asta.getByRole('heading', { level: 1, name })
const deskOf = (name: string): Promise<MemberDesk> => readDesk(held.members[name] as TestAgent, held.id)
const whole = () => asta.locator('.part-end')
const isOnServer = () => asta.locator('pv-panel-badge .badge.ok').waitFor({ timeout: 30_000 })

async function answerWhole(position: string): Promise<void> {
  await whole().getByRole('radio', { name: position, exact: true }).check()
  await whole().getByRole('button', { name: 'Spara' }).click()
}

test('a member of one panel comes straight to what is left, with an honest estimate', async () => {
  await asta.goto(address('/panel'))
  await heading('Det här är kvar för dig').waitFor()
  expect(new URL(asta.url()).pathname).toBe(`/panel/${held.id}`)
  await asta.getByText('Nio delar av texten väntar på ditt svar.').waitFor()
  await look('kvar')
}, 60_000)

test('she reads a module, answers one sentence by itself, and then the whole', async () => {
  await asta.getByRole('link', { name: partAt(1).title }).click()
  await heading(partAt(1).title).waitFor()
  await look('modul')
  await asta.getByRole('button', { name: 'Svara eller skriv om kriterium 1.1 a' }).click()
  await asta.getByRole('button', { name: 'Svara på just den här' }).click()
  const item = asta.locator(`#item-${criteriaOf(1)[0]?.id}`)
  await item.getByRole('radio', { name: 'Instämmer med ändring' }).check()
  await item.getByRole('button', { name: 'Spara' }).click()
  await item.getByText('Skriv ett skäl').waitFor()
  await look('skal-saknas')
  await item.getByRole('textbox').fill('Säg också vem som bestämmer.')
  await item.getByRole('button', { name: 'Spara' }).click()
  await item.getByText('Instämmer med ändring').waitFor()
  await answerWhole('Instämmer')
  await heading(partAt(2).title).waitFor()
  expect(await asta.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await isOnServer()
  const { positions } = await deskOf('Asta')
  expect(positions.map(({ scope, position }) => [scope, position])).toEqual([
    ['item', 'agreeWithChange'],
    ['part', 'agree'],
  ])
}, 60_000)

test('she remarks on the words that she selects, and proposes other words for a sentence', async () => {
  const [first, second] = criteriaOf(2)
  const quote = await asta.locator(`#item-${first?.id} .quotable`).evaluate((wording) => {
    const words = [...wording.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const selection = getSelection()
    selection?.setBaseAndExtent(words ?? wording, 0, words ?? wording, 12)
    return selection?.toString().trim()
  })
  await asta.getByRole('region', { name: 'Markerade ord' }).getByRole('button').first().click()
  await asta.getByLabel('Vad vill du säga?').fill('Det här går inte att se.')
  await look('synpunkt')
  await asta.getByRole('button', { name: 'Lämna synpunkten' }).click()
  await asta.getByText('Det här går inte att se.').waitFor()

  await asta.getByRole('button', { name: 'Svara eller skriv om kriterium 2.1 b' }).click()
  await asta.getByRole('button', { name: 'Föreslå en annan ordalydelse' }).click()
  await asta.getByLabel('Så borde det stå').fill('Förstår och visar hänsyn på ett bra sätt.')
  await asta.locator('.advice li').first().waitFor()
  await look('forslag')
  await asta.getByRole('button', { name: 'Lämna förslaget' }).click()
  await asta.getByText('Ditt förslag').waitFor()
  await isOnServer()
  const { remarks } = await deskOf('Asta')
  expect(remarks.map(({ anchor, proposal }) => [anchor.itemId, anchor.quote, proposal])).toEqual([
    [first?.id, quote, null],
    [second?.id, '', 'Förstår och visar hänsyn på ett bra sätt.'],
  ])
}, 60_000)

test('a position given without a network is there in a tab opened without one, and arrives exactly once', async () => {
  await asta.evaluate(async () => void (await navigator.serviceWorker.ready))
  line.cut()
  await answerWhole('Avstår')
  await heading(partAt(3).title).waitFor()
  await asta.locator('pv-panel-badge .badge.wait').waitFor({ timeout: 30_000 })
  const context = asta.context()
  await asta.close()
  asta = await context.newPage()
  await asta.goto(address(`/panel/${held.id}`))
  await heading('Det här är kvar för dig').waitFor()
  const answered = asta.getByRole('region', { name: 'Det här gäller fortfarande' })
  await answered
    .getByRole('listitem')
    .filter({ hasText: partAt(2).title })
    .getByText('Avstår')
    .waitFor()
  await look('utan-nat')
  line.mend()
  await isOnServer()
  const { positions, review } = await deskOf('Asta')
  expect(positions.filter(({ itemId }) => itemId === partAt(2).id)).toHaveLength(1)
  const { entries } = await journey.context.deps.storage.read(({ log }) =>
    log.search({ profileId: review.profileId }, { limit: 500, page: 1 }),
  )
  const takings = entries.filter(
    ({ event }) =>
      event.kind === 'panel-act' && event.act === 'position-taken' && event.about === partAt(2).id,
  )
  expect(takings).toHaveLength(1)
}, 120_000)

test('an answer that was given otherwise on another device meanwhile stands until she has chosen', async () => {
  await asta.getByRole('link', { name: partAt(3).title }).click()
  await heading(partAt(3).title).waitFor()
  line.cut()
  await answerWhole('Instämmer')
  await asta.locator('pv-panel-badge .badge.wait').waitFor({ timeout: 30_000 })
  const elsewhere = { itemId: partAt(3).id, position: 'disagree', reason: 'På datorn.' } as const
  await take(journey.context.deps, held.members['Asta'] as TestAgent, held.id, elsewhere)
  line.mend()
  const choice = asta.getByRole('alert').filter({ hasText: 'Du har svarat två gånger' })
  await choice.getByText('På datorn.').waitFor({ timeout: 30_000 })
  await look('tva-svar')
  await choice.getByRole('button', { name: 'Svaret som jag gav här' }).click()
  await choice.waitFor({ state: 'detached' })
  await isOnServer()
  const { positions } = await deskOf('Asta')
  expect(positions.findLast(({ itemId }) => itemId === partAt(3).id)?.position).toBe('agree')
}, 120_000)

test('when two sentences change, she sees those two and nothing else, and answers them', async () => {
  for (const name of ['Asta', 'Bo'])
    await takeAll(journey.context.deps, held.members[name] as TestAgent, held.id)
  await asta.getByRole('link', { name: 'Kvar för dig' }).click()
  await heading('Du har svarat på allt').waitFor()
  const [first, , third] = criteriaOf(4)
  for (const item of [first, third]) {
    await held.coordinator
      .post(`${API}/reviews/${held.id}/amendments`)
      .send({
        id: journey.context.deps.newId(),
        change: {
          act: 'reword',
          itemId: item?.id,
          hash: item?.hash,
          to: 'Kontrollerar bromsar och sele före varje lyft.',
        },
        reason: 'En utbildare föreslog ord som går att se.',
        remarkIds: [],
        claimsEditorial: false,
      })
      .expect(201)
  }
  await heading('Sedan du sist tog ställning').waitFor()
  await asta.getByText(/Två meningar har ändrats i modul 4/u).waitFor()
  await asta.getByText('2 av 2').waitFor()
  await asta.emulateMedia({ colorScheme: 'dark' })
  await look('andrat-morkt')
  await asta.emulateMedia({ colorScheme: 'light' })
  await asta.getByRole('radio', { name: 'Instämmer inte' }).check()
  await asta.getByLabel('Varför instämmer du inte?').fill('Säg också när man låter bli.')
  await asta.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  await asta.locator('h2:focus', { hasText: third?.number ?? '' }).waitFor()
  await asta.getByRole('radio', { name: 'Instämmer', exact: true }).check()
  await asta.getByRole('button', { name: 'Spara', exact: true }).click()
  await heading('Du har svarat på allt').waitFor()
  await look('klar')
  await isOnServer()
  const { changes, unanswered } = await deskOf('Asta')
  expect([changes, unanswered]).toEqual([[], []])
}, 120_000)

test('she answers the summons, says that her name may be told, and finds what became of her remarks', async () => {
  const startsAt = new Date(Date.now() + 9 * 86_400_000)
  const meeting = {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
    place: 'Stockholm',
    video: 'https://video.example/panel',
    material: 'Läs texten före mötet.',
    answerBy: null,
  }
  await held.coordinator.post(`${API}/reviews/${held.id}/meetings`).send(meeting).expect(201)
  const [remark] = (await deskOf('Asta')).remarks
  await held.coordinator
    .put(`${API}/reviews/${held.id}/remarks/${remark?.id}/disposition`)
    .send({ outcome: 'accepted', reason: 'Vi tar in det.', amendmentId: null })
    .expect(200)
  await asta.getByRole('link', { name: 'Svara på kallelsen' }).click()
  await heading('Mötet och panelen').waitFor()
  await asta.getByRole('radio', { name: 'Jag deltar på distans' }).check()
  await asta.getByRole('radio', { name: 'Ja, skriv ut mitt namn' }).check()
  await isOnServer()
  await look('motet')
  await asta.getByRole('link', { name: 'Synpunkter' }).click()
  await asta.getByText('Vi tar in det.').waitFor()
  await look('synpunkter')
  const { me, review } = await deskOf('Asta')
  expect(me.isNamed).toBe(true)
  expect(review.meetings[0]?.attendance.find(({ memberId }) => memberId === me.id)?.answer).toBe('remotely')
}, 60_000)
