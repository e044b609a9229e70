import type { Page } from 'playwright-core'
import { axeFindings, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  const karin = await journey.editor('Karin Ek')
  await karin.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await karin.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
  await karin.context().close()
}, 60_000)
afterAll(() => journey.close())

const criterion = (page: Page, number: string) =>
  page.getByRole('textbox', { name: `Kriterium ${number}`, exact: true })
const saved = (page: Page) => page.locator('pv-save-badge .badge.ok').waitFor()
async function atModuleFour(name: string): Promise<Page> {
  const page = await journey.editor(name)
  await page.goto(`${journey.url}/verkstad/personlig-assistent`)
  await page.getByRole('link', { name: /Förflyttning/u }).click()
  await criterion(page, '4.3 b').waitFor()
  return page
}
const expectText = (page: Page, number: string, wanted: string) =>
  page.waitForFunction(
    ([label, text]) =>
      document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`)?.value === text,
    [`Kriterium ${number}`, wanted],
  )

test('what somebody else writes appears by itself, while one’s own words stay', async () => {
  const [karin, amina] = [await atModuleFour('Karin Ek'), await atModuleFour('Amina Yusuf')]
  await karin.evaluate(() => document.querySelector('textarea')?.focus())
  await criterion(karin, '4.1 a').fill('Karin skriver här.')
  await criterion(amina, '4.1 b').fill('Amina skriver här.')
  await expectText(karin, '4.1 b', 'Amina skriver här.')
  await expectText(amina, '4.1 a', 'Karin skriver här.')
  await Promise.all([saved(karin), saved(amina)])
  await Promise.all([karin, amina].map((page) => page.context().close()))
}, 60_000)

test('two who write in the same criterion see both wordings, and one chooses', async () => {
  const [karin, amina] = [await atModuleFour('Karin Ek'), await atModuleFour('Amina Yusuf')]
  await karin.context().setOffline(true)
  await criterion(karin, '4.3 c').fill('Genomför förflyttningen lugnt.')
  await criterion(amina, '4.3 c').fill('Genomför förflyttningen i personens takt.')
  await saved(amina)
  await karin.context().setOffline(false)
  await karin.getByText(/ändrade kriterium 4.3 c samtidigt. Båda texterna finns kvar/u).waitFor()
  expect(await criterion(karin, '4.3 c').inputValue()).toBe('Genomför förflyttningen lugnt.')
  expect(await karin.locator('.both ins').allTextContents()).toEqual(['lugnt', 'i personens takt'])
  expect(await axeFindings(karin)).toEqual([])
  await karin.getByRole('button', { name: 'Behåll min' }).click()
  await expectText(amina, '4.3 c', 'Genomför förflyttningen lugnt.')
  await saved(karin)
  await Promise.all([karin, amina].map((page) => page.context().close()))
}, 60_000)

test('two who choose differently are asked what is to stand, and told where a conflict lies in another part', async () => {
  const [karin, amina] = [await atModuleFour('Karin Ek'), await atModuleFour('Amina Yusuf')]
  const assess = async (page: Page, method: string) => {
    await page.getByRole('button', { name: 'Kriterium 4.3 a: flytta, ta bort med mera' }).click()
    await page.getByRole('menuitem', { name: /Bedömningssätt/u }).click()
    await page.getByText(method).click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await karin.context().setOffline(true)
  await assess(karin, 'Skriftligt svar')
  await criterion(karin, '4.5 a').fill('Karin om skador.')
  await assess(amina, 'Dokument från arbetet')
  await criterion(amina, '4.5 a').fill('Amina om skador.')
  await saved(amina)
  await karin.getByRole('link', { name: 'Yrkesrollen' }).click()
  await karin.context().setOffline(false)
  const asked = karin
    .getByRole('alert')
    .filter({ hasText: 'har ändrat bedömningssätten för ett kriterium samtidigt' })
  await asked.getByRole('button', { name: 'Behåll den andra' }).click()
  await asked.waitFor({ state: 'detached' })
  await karin.getByRole('link', { name: 'Gå dit och välj' }).click()
  await karin.getByRole('button', { name: 'Behåll min' }).click()
  await expectText(amina, '4.5 a', 'Karin om skador.')
  await saved(karin)
  await Promise.all([karin, amina].map((page) => page.context().close()))
}, 60_000)

test('without a network one writes on; a closed tab loses nothing', async () => {
  const karin = await atModuleFour('Karin Ek')
  await karin.context().setOffline(true)
  await criterion(karin, '4.4 a').fill('Skrivet i tunneln.')
  await karin
    .getByText(/Utan nät, 1 väntar/u)
    .first()
    .waitFor()
  expect(await karin.locator('pv-save-badge .badge.ok').count()).toBe(0)
  const context = karin.context()
  await karin.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(`${journey.url}/verkstad/personlig-assistent`)
  await again.getByRole('link', { name: /Förflyttning/u }).click()
  await expectText(again, '4.4 a', 'Skrivet i tunneln.')
  await saved(again)
  const amina = await atModuleFour('Amina Yusuf')
  await expectText(amina, '4.4 a', 'Skrivet i tunneln.')
}, 60_000)
