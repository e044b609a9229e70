import type { Page } from 'playwright-core'
import { startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
let page: Page
beforeAll(async () => {
  journey = await startJourney()
  page = await journey.editor('Karin Ek')
}, 60_000)
afterAll(() => journey.close())

const focused = () =>
  page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
  )
/** Presses Tab until the focus is on something of that name. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (name.test(await focused())) return
  }
  throw new Error(`never came to ${name}`)
}
const order = () =>
  page
    .locator('.criterion textarea')
    .evaluateAll((areas) => areas.slice(0, 2).map((area) => (area as HTMLTextAreaElement).value))

test('a module is written, moved about in and mended with the keyboard alone', async () => {
  await tabTo(/^Starta utkast Personlig assistent$/u)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
  await tabTo(/Uppdraget och rollen/u)
  await page.keyboard.press('Enter')
  await tabTo(/^Kriterium 1\.1 a$/u)
  const [first, second] = await order()

  // Alt ↓ moves the row, and the focus goes with it.
  await page.keyboard.press('Alt+ArrowDown')
  await page.waitForFunction(
    (text) => (document.querySelector('.criterion textarea') as HTMLTextAreaElement).value === text,
    second,
  )
  expect(await order()).toEqual([second, first])
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Kriterium 1.1 b')

  // Enter opens a new criterion after it.
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Kriterium 1.1 c')
  await page.keyboard.type('Har kännedom om vem som bestämmer.')

  // F8 finds the coach's advice, Alt Enter takes it.
  await page.getByText('Går det att se?').waitFor()
  await page.keyboard.press('Alt+Enter')
  await page.waitForFunction(() =>
    (document.activeElement as HTMLTextAreaElement).value.startsWith('Anger vem'),
  )

  // The arrow goes on to the next field from a text's end.
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe('Kriterium 1.1 c')

  // Outside the fields Ctrl Z takes back one's own last act.
  await page.locator('pv-save-badge .badge.ok').waitFor()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Control+z')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.criterion textarea')].some(
      (area) => (area as HTMLTextAreaElement).value === 'Har kännedom om vem som bestämmer.',
    ),
  )

  // ? shows the keys, Escape closes them.
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor({ state: 'hidden' })
}, 60_000)

test('a screen reader hears what each thing is called and what it is', async () => {
  const main = page.getByRole('main')
  const snapshot = await main.ariaSnapshot()
  for (const line of [
    'heading "Modul 1',
    'heading "Kunskaper',
    'textbox "Läranderesultat 1.1"',
    'textbox "Kriterium 1.1 a"',
    'button "Kriterium 1.1 a: flytta, ta bort med mera"',
  ]) {
    expect(snapshot).toContain(line)
  }
  expect(await page.getByRole('navigation', { name: 'Innehåll' }).ariaSnapshot()).toContain(
    'link "1 Uppdraget och rollen',
  )
  expect(await page.getByRole('banner').count()).toBe(1)
})
