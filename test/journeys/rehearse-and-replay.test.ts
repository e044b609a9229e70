import type { Page } from 'playwright-core'
import type { PlanWorkshop, Workshop } from '../../schemas/types.ts'
import { axeFindings, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

const SLUG = 'personlig-assistent'

let journey: Journey
let page: Page
let workshop: Workshop
beforeAll(async () => {
  journey = await startJourney()
  page = await journey.editor('Karin Ek')
  await page.request.post(`${journey.url}/api/v1/profiles/${SLUG}/draft`, { data: {} })
  const plan: PlanWorkshop = {
    name: 'Övning inför hösten',
    date: new Date().toISOString().slice(0, 10),
    question: 'Vad behöver en person kunna för att klara jobbet?',
    phases: [
      { phase: 'collect', minutes: 15 },
      { phase: 'sort', minutes: 20 },
    ],
    anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
    isRehearsal: true,
    groups: [1, 2].map(() => ({ place: '', seats: 3 })),
  }
  const answer = await page.request.post(`${journey.url}/api/v1/profiles/${SLUG}/workshops`, {
    data: plan,
    headers: { origin: journey.url },
  })
  workshop = (await answer.json()) as Workshop
}, 60_000)
afterAll(() => journey.close())

const address = () => `${journey.url}/verkstad/${SLUG}/workshoppar/${workshop.id}`

test('made-up participants write when they are told to, and a board that somebody looks at shows it', async () => {
  await page.goto(address())
  const look = await page.context().newPage()
  await look.goto(`${journey.url}/tavla/titta/${workshop.groups[0]?.id}`)
  await look.getByText('DU TITTAR').waitFor()

  await page.getByRole('button', { name: 'Låt påhittade deltagare skriva' }).click()
  await page.getByText('De påhittade deltagarna har skrivit fram till och med Samla.').waitFor()
  await page.getByText('Asp (påhittad)').first().waitFor()
  // A step of the history is taken, as it is every other minute.
  await journey.context.boards.fold()
  await look.getByText(/^Gruppens \d+ kort$/u).waitFor()
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Sortera', exact: true }).click()
  // Whoever only looks follows the group too.
  await look.locator('[aria-current]').filter({ hasText: 'Sortera' }).waitFor()
  await page.getByRole('button', { name: 'Låt dem skriva vidare' }).click()
  await page.getByText('har skrivit fram till och med Sortera.').waitFor()
  await look.close()
}, 60_000)

test('the board is replayed step by step, by buttons, by keys and by itself', async () => {
  await page.goto(address())
  await page.getByRole('link', { name: 'Spela upp Grupp 1' }).click()
  await page.getByRole('heading', { name: 'Uppspelning, grupp 1' }).waitFor()
  const slider = page.getByRole('slider', { name: 'Steg' })
  await page.getByText(/\d+ nya kort/u).waitFor()
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^steg 1 av \d+, \d\d\.\d\d$/u)
  expect(await page.locator('main').textContent()).not.toContain('påhittad')
  expect(await axeFindings(page)).toEqual([])

  await page.locator('h1').focus()
  await page.keyboard.press('End')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^steg (\d+) av \1,/u)
  await page.getByText(/flyttade kort/u).waitFor()
  await page.locator('.replayed em', { hasText: 'flyttat' }).first().waitFor()
  await page.keyboard.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^steg 1 av/u)
  await page.getByRole('button', { name: 'Spela upp' }).click()
  await page.getByText(/flyttade kort/u).waitFor()
  await page.getByRole('button', { name: 'Spela upp' }).waitFor()
  await page.setViewportSize(PHONE)
  expect(await fitsItsWidth(page)).toBe(true)
  await page.getByRole('link', { name: 'Grupp 2' }).click()
  await page.getByRole('heading', { name: 'Uppspelning, grupp 2' }).waitFor()
}, 60_000)
