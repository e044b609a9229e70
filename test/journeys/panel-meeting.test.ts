import type { Page } from 'playwright-core'
import type TestAgent from 'supertest/lib/agent.js'
import type { Review, ReviewItem, ReviewPart, ReviewTally } from '../../schemas/types.ts'
import { API, openReview, readPanelText, take, takeAll, type HeldReview } from '../support/hold-review.ts'
import { DESKTOP, PHONE } from '../support/journey.ts'
import { look, startPanelJourney, type PanelJourney } from '../support/panel-journey.ts'

/* The chair leads a meeting, mostly by keys: what is on the table, what the room says of it, and what the wall shows. */

const SLUG = 'personlig-assistent'

let panel: PanelJourney
let held: HeldReview
let chair: Page
let wall: Page
let meetingId = ''
let part: ReviewPart
let item: ReviewItem

beforeAll(async () => {
  panel = await startPanelJourney()
  const administrator = await panel.app.as('administrator')
  await administrator.post(`${API}/profiles/${SLUG}/draft`).send({}).expect(201)
  held = await openReview(panel.app, { slug: SLUG })
  const { parts } = await readPanelText(held.coordinator, held.id)
  const found = parts[4]
  const criterion = found?.items.find(({ kind }) => kind === 'criterion')
  if (!found || !criterion) throw new Error('the text has no such part')
  part = found
  item = criterion
  const { deps } = panel.journey.context
  for (const name of ['Asta', 'Bo', 'Disa', 'Hanna'])
    await takeAll(deps, held.members[name] as TestAgent, held.id)
  await take(deps, held.members['Disa'] as TestAgent, held.id, {
    itemId: part.id,
    position: 'disagree',
    reason: 'Hör till introduktionen.',
  })
  const startsAt = new Date()
  const meeting = {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * 3_600_000).toISOString(),
    place: 'Stockholm',
    video: '',
    material: '',
    answerBy: null,
  }
  const { body } = await held.coordinator.post(`${API}/reviews/${held.id}/meetings`).send(meeting).expect(201)
  meetingId = (body as Review).meetings[0]?.id ?? ''
  await held.coordinator
    .put(`${API}/reviews/${held.id}/meetings/${meetingId}/presence`)
    .send({ present: ['Asta', 'Bo', 'Disa'].map((name) => held.seats[name]), absent: [] })
    .expect(200)
  chair = await panel.comeInAs('coordinator', { viewport: DESKTOP })
  wall = await panel.comeInAs('coordinator', { viewport: DESKTOP })
}, 120_000)
afterAll(() => panel.close())

const room = () => panel.address(`/verkstad/${SLUG}/panel/mote/${meetingId}`)
const row = (name: string) => chair.locator('.rows-here > .member').filter({ hasText: name })
const conduct = (asked: object) =>
  held.coordinator.post(`${API}/reviews/${held.id}/meetings/${meetingId}/conduct`).send(asked).expect(200)
/** What the tally tells of those who sit there, of the part. */
async function said(name: string): Promise<string | undefined> {
  const { body } = await held.coordinator.get(`${API}/reviews/${held.id}/tally`).expect(200)
  const cells = (body as ReviewTally).parts.find(({ partId }) => partId === part.id)?.cells ?? []
  return cells.flatMap(({ marks }) => marks).find(({ memberId }) => memberId === held.seats[name])?.mark
}

test('a part is put on the table, and what somebody in the room says is entered and taken back by keys', async () => {
  await chair.goto(room())
  await chair
    .getByRole('button', { name: new RegExp(part.title, 'u') })
    .first()
    .click()
  await chair.getByRole('heading', { name: 'Vad säger de i rummet?' }).waitFor()
  await row('Bo Lind').getByRole('radio', { name: 'Instämmer' }).focus()
  await chair.keyboard.press('4')
  await chair.getByText('Bo Lind: Avstår').waitFor()
  expect(await said('Bo')).toBe('abstain')
  expect(await look(chair, 'motet-inskrivet')).toEqual([])
  await row('Bo Lind').getByRole('radio', { name: 'Avstår' }).focus()
  await chair.keyboard.press('0')
  await chair.getByText('Bo Lind: svaret är borttaget').waitFor()
  expect(await said('Bo')).toBe('none')
  expect(await row('Bo Lind').locator('input:checked').count()).toBe(0)
}, 60_000)

test('an answer is taken away with the button beside it too, and the focus stays in its row', async () => {
  const button = chair.getByRole('button', { name: 'Ta bort svaret från Disa Holm' })
  await button.click()
  await chair.getByText('Disa Holm: svaret är borttaget').waitFor()
  expect(await said('Disa')).toBe('none')
  const focused = await chair.evaluate(() => document.activeElement?.closest('.member')?.textContent ?? '')
  expect(focused).toContain('Disa Holm')
}, 60_000)

test('the page of the meeting fits a phone, whatever is on the table', async () => {
  await chair.setViewportSize(PHONE)
  expect(await look(chair, 'motet-pa-telefon')).toEqual([])
  await conduct({ onTable: { partId: part.id, itemId: item.id }, minutes: 8 })
  await chair.getByRole('heading', { name: `Kriterium ${item.number}` }).waitFor()
  expect(await look(chair, 'kriterium-pa-telefon')).toEqual([])
  await conduct({ onTable: null, minutes: null })
  await chair.locator('.together-list').waitFor()
  expect(await look(chair, 'tillsammans-pa-telefon')).toEqual([])
  await chair.setViewportSize(DESKTOP)
}, 60_000)

test('the wall shows all of a sentence that has been written anew, with the former words struck', async () => {
  await conduct({ onTable: { partId: part.id, itemId: item.id }, minutes: 8 })
  await wall.goto(`${room()}/projektor`)
  await wall.getByRole('heading', { level: 1, name: item.wording }).waitFor()
  expect(await look(wall, 'vaggen')).toEqual([])
  const change = {
    act: 'reword',
    itemId: item.id,
    hash: item.hash,
    to: 'Kontrollerar lås, bromsar och sele före varje lyft, och säger till den som ska lyftas vad som händer härnäst.',
  }
  await held.coordinator
    .post(`${API}/reviews/${held.id}/amendments`)
    .send({
      id: panel.journey.context.deps.newId(),
      change,
      reason: 'Skäl.',
      remarkIds: [],
      claimsEditorial: false,
    })
    .expect(201)
  await wall.locator('.wall-words ins').first().waitFor()
  const words = wall.locator('.wall-words')
  await wall.waitForFunction(() => {
    const shown = document.querySelector('.wall-words')
    return shown !== null && shown.scrollHeight <= shown.clientHeight + 1
  })
  const [title, below] = [
    await words.locator('h1').boundingBox(),
    await wall.locator('.wall-stands').boundingBox(),
  ]
  expect((title?.y ?? 0) + (title?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
  expect(await look(wall, 'vaggen-med-struket')).toEqual([])
}, 60_000)
