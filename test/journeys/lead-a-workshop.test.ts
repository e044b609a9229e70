import type { Locator, Page } from 'playwright-core'
import type { JoinOffer, Workshop } from '../../schemas/types.ts'
import { axeFindings, fitsItsWidth, PHONE, DESKTOP, startJourney, type Journey } from '../support/journey.ts'

const SLUG = 'personlig-assistent'
/** Without a board open nothing is pushed: the server looks of itself every fifteen seconds. */
const SOON = { timeout: 20_000 }

let journey: Journey
let page: Page
let workshop: Workshop
beforeAll(async () => {
  journey = await startJourney()
  page = await journey.editor('Karin Ek')
  await page.request.post(`${journey.url}/api/v1/profiles/${SLUG}/draft`, { data: {} })
}, 60_000)
afterAll(() => journey.close())

const dialog = () => page.locator('wa-dialog[open]')
const row = (number: number): Locator =>
  page.locator('.groups tbody tr').filter({ has: page.getByRole('rowheader', { name: `Grupp ${number}` }) })

/** Somebody who has come in by a group's code, as a phone does it. */
async function sitDown(groupNumber: number, name: string): Promise<void> {
  const code = workshop.groups.find(({ number }) => number === groupNumber)?.code ?? ''
  const offer = (await (await fetch(`${journey.url}/api/v1/join/${code}`)).json()) as JoinOffer
  const perspective = offer.perspectives[0]?.id ?? ''
  const answer = await fetch(`${journey.url}/api/v1/seats`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name, perspective }),
  })
  expect(answer.status).toBe(201)
}

/** What axe finds when everything has come to rest: a dialog that fades in is pale on its way. */
async function findings(): Promise<string[]> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const moving = () =>
      [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
        .flatMap((root) => root.getAnimations())
        .some(({ playState }) => playState === 'running')
    for (let still = 0; still < 10; still = moving() ? 0 : still + 1) await frame()
  })
  return axeFindings(page)
}

/** Nothing on the page is harder to hit than a pencil is thick. */
async function tooSmall(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(a, button, input, select)')]
      .map(
        (element) =>
          ({ element, ...element.getBoundingClientRect().toJSON() }) as DOMRect & { element: Element },
      )
      .filter(({ width, height }) => width > 0 && (width < 24 || height < 24))
      .map(({ element }) => element.outerHTML.slice(0, 100)),
  )
}

test('from the list of profiles one comes to its workshops, of which there are none yet', async () => {
  await page.reload()
  await page.getByRole('link', { name: 'Workshoppar Personlig assistent' }).click()
  await page.getByText('Profilen har ingen workshop än.').waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('link', { name: 'Planera en workshop' }).click()
  await page.getByRole('heading', { name: 'Planera en workshop', level: 1 }).waitFor()
}, 60_000)

test('what is missing is said beside the field, and a link leads there', async () => {
  await page.getByRole('button', { name: 'Spara planen' }).click()
  const notice = page.getByRole('alert')
  await notice.getByText('En sak behöver rättas').waitFor()
  expect(await notice.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await findings()).toEqual([])
  await notice.getByRole('link', { name: /^Välj en dag/u }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('plan-date')
  await page.setViewportSize(PHONE)
  expect([await fitsItsWidth(page), await tooSmall()]).toEqual([true, []])
  await page.setViewportSize(DESKTOP)
}, 60_000)

test('a usual workshop is planned by choosing its day', async () => {
  const today = new Date().toISOString().slice(0, 10)
  await page.getByLabel('Dag', { exact: true }).fill(today)
  await page.getByLabel('Antal grupper').fill('2')
  await page.getByRole('textbox', { name: 'Var den sitter' }).first().fill('vid fönstret')
  await page.getByText('12 platser i allt.').waitFor()
  await page.getByText('90 minuter i allt.').waitFor()
  await page.getByRole('button', { name: 'Spara planen' }).click()
  await page.getByRole('heading', { name: 'Vad behöver en person kunna för att klara jobbet?' }).waitFor()
  const { items } = (await (
    await page.request.get(`${journey.url}/api/v1/profiles/${SLUG}/workshops`)
  ).json()) as { items: Workshop[] }
  workshop = items[0] as Workshop
  expect(workshop.groups.map(({ seats, place }) => [seats, place])).toEqual([
    [6, 'vid fönstret'],
    [6, ''],
  ])
}, 60_000)

test('those who have come stand in their groups, and the time begins when the facilitator says so', async () => {
  await sitDown(1, 'Karin')
  await sitDown(1, 'Samira')
  await sitDown(2, 'Ahmed')
  await page.reload()
  await row(1).getByRole('button', { name: 'Samira' }).waitFor()
  await row(2).getByRole('button', { name: 'Ahmed' }).waitFor()
  await row(2).getByText('5 lediga platser').waitFor()
  await page.getByRole('button', { name: 'Börja med Samla' }).click()
  await page.getByRole('timer', { name: /^14 minuter .* kvar$/u }).waitFor()
  expect(await findings()).toEqual([])
  await page.setViewportSize(PHONE)
  expect([await fitsItsWidth(page), await tooSmall()]).toEqual([true, []])
  await page.setViewportSize(DESKTOP)
}, 60_000)

test('the keys pause the time and lengthen it, but not while somebody writes', async () => {
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('p')
  await page.getByText('står still').waitFor()
  await page.keyboard.press('+')
  await page.getByRole('timer', { name: /^16 minuter .* kvar$/u }).waitFor()
  await page.keyboard.press('p')
  await page.getByText('kvar av 17').waitFor()
  const say = page.getByRole('textbox', { name: 'Säg något till alla' })
  await say.click()
  await page.keyboard.type('p+')
  await expect(say.inputValue()).resolves.toBe('p+')
  await say.fill('Skriv ett kort i taget.')
  await page.keyboard.press('Enter')
  await page.getByText(': Skriv ett kort i taget.').waitFor()
  await expect(say.inputValue()).resolves.toBe('')
  await page.getByText('kvar av 17').waitFor()
}, 60_000)

test('somebody is moved to another group, and somebody is removed after a question that says what stays', async () => {
  await row(1).getByRole('button', { name: 'Samira' }).click()
  await dialog().getByText('Ingen har öppnat tavlan än.').waitFor()
  expect(await findings()).toEqual([])
  await dialog().getByRole('button', { name: 'Flytta' }).click()
  await page.getByText('Samira sitter nu i grupp 2.').waitFor()
  await row(2).getByRole('button', { name: 'Samira' }).waitFor()

  await row(2).getByRole('button', { name: 'Ahmed' }).click()
  await dialog().getByRole('button', { name: 'Ta bort från workshopen' }).click()
  await dialog().getByText('har skrivit finns kvar på tavlan').waitFor()
  expect(await findings()).toEqual([])
  await dialog().getByRole('button', { name: 'Ta bort', exact: true }).click()
  await page.getByText('Ahmed är borttagen.').waitFor()
  await row(2).getByRole('button', { name: 'Ahmed' }).waitFor({ state: 'detached' })
}, 60_000)

test('one more seat is opened, and a group is added to the plan', async () => {
  await row(1).getByRole('button', { name: 'Platser och kod' }).click()
  await dialog()
    .getByRole('img', { name: /^QR-kod/u })
    .waitFor()
  expect(await findings()).toEqual([])
  await dialog().getByRole('button', { name: 'Öppna en plats till' }).click()
  await page.getByText('Grupp 1 har nu 7 platser.').waitFor()

  await page.getByRole('link', { name: 'Ändra planen och lägg till grupper' }).click()
  await page.getByLabel('Antal grupper').fill('3')
  await page.getByRole('textbox', { name: 'Var den sitter' }).nth(2).fill('på distans')
  await page.getByRole('button', { name: 'Spara ändringarna' }).click()
  await row(3).getByText('på distans').waitFor()
  await row(1).getByText('6 lediga platser').waitFor()
}, 60_000)

test('the wall shows the question, the codes and the time, and follows when everybody is moved', async () => {
  const wall = await page.context().newPage()
  await wall.goto(`${journey.url}/verkstad/${SLUG}/workshoppar/${workshop.id}/projektor`)
  await wall.getByRole('heading', { name: 'Vad behöver en person kunna för att klara jobbet?' }).waitFor()
  await wall.getByRole('timer').waitFor()
  const { code } = workshop.groups[0] ?? { code: '' }
  await wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor()
  const smallest = await wall.evaluate(() => {
    const words = [...document.querySelectorAll('.wall :is(h1, li, p, b, span):not(.wall-buttons *)')]
    return Math.min(...words.map((element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight))
  })
  expect(smallest).toBeGreaterThanOrEqual(0.0285) // 3.2 % of a wall of 16:9; this window is higher
  expect(await axeFindings(wall)).toEqual([])

  await page.getByRole('button', { name: 'Flytta alla till Sortera' }).click()
  await page.getByRole('button', { name: 'Flytta alla till Avgränsa' }).waitFor()
  await page.getByRole('status').getByText('Alla är i Sortera').waitFor({ state: 'attached' })
  await wall.getByRole('heading', { name: 'Vilka kort hör ihop?' }).waitFor(SOON)
  await wall.close()
}, 60_000)

test('the page says since when it has had no contact, and finds back by itself', async () => {
  const badge = page.locator('.bar .badge')
  await page.getByText('Ansluten', { exact: true }).waitFor()
  await page.context().setOffline(true)
  journey.context.announcements.end()
  await page.getByText('Ingen kontakt').waitFor()
  await expect(badge.textContent()).resolves.toMatch(/Ingen kontakt sedan \d\d\.\d\d/u)
  await page.context().setOffline(false)
  await page.getByText('Ansluten', { exact: true }).waitFor()
}, 60_000)

test('a workshop that is ended says what follows, and stands as ended in the list', async () => {
  await page.getByRole('button', { name: 'Avsluta workshopen' }).click()
  await dialog().getByText('ingen kan skriva mer på tavlorna').waitFor()
  expect(await findings()).toEqual([])
  await dialog().getByRole('button', { name: 'Avsluta workshopen' }).click()
  await page.getByRole('heading', { name: 'Workshopen är avslutad' }).waitFor()
  await page.getByText('2 deltog').waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('link', { name: 'Workshoppar', exact: true }).click()
  await page.getByRole('cell', { name: 'Avslutad' }).waitFor()
  await page.getByRole('cell', { name: '2 av 19' }).waitFor()
  expect(await findings()).toEqual([])
  await page.setViewportSize(PHONE)
  expect([await fitsItsWidth(page), await tooSmall()]).toEqual([true, []])
}, 60_000)
