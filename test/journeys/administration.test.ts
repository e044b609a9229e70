import type { Page } from 'playwright-core'
import { axeFindings, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
let page: Page
beforeAll(async () => {
  journey = await startJourney()
  page = await journey.editor('Åsa Öst')
}, 60_000)
afterAll(() => journey.close())

const PARTS = ['Personer', 'Organisationer', 'Inställningar', 'Drift', 'E-post', 'Logg']

test('an organisation is added, gets a profile, and somebody who may edit what is its own', async () => {
  await page.getByRole('link', { name: 'Administration' }).click()
  await page.getByRole('link', { name: 'Organisationer' }).click()
  await page.getByRole('textbox', { name: 'Ny organisation' }).fill('Assistansrådet')
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await page.getByText('Assistansrådet har lagts till.').waitFor()
  await page.getByRole('textbox', { name: 'Ny organisation' }).fill('assistansrådet')
  await page.getByRole('button', { name: 'Lägg till' }).click()
  const fault = page.getByRole('textbox', { name: 'Ny organisation' })
  await expect(fault.evaluate((input: HTMLInputElement) => input.validationMessage)).resolves.toBe(
    'Det finns redan en organisation som heter Assistansrådet.',
  )
  expect(await page.getByRole('rowheader', { name: 'Assistansrådet' }).count()).toBe(1)
  await page
    .getByRole('combobox', { name: 'Personlig assistent tillhör' })
    .selectOption({ label: 'Assistansrådet' })
  await page.getByText('Sparat. Personlig assistent har bytt organisation.').waitFor()

  await page.getByRole('link', { name: 'Personer' }).click()
  await page.getByRole('button', { name: 'Bjud in' }).click()
  const dialog = page.locator('wa-dialog[open]')
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Bo Ek')
  await dialog.getByRole('combobox', { name: 'Roll' }).selectOption({ label: 'Redaktör' })
  await dialog.getByText('En organisation', { exact: true }).click()
  await dialog
    .getByRole('combobox', { name: 'Vilken organisation?' })
    .selectOption({ label: 'Assistansrådet' })
  await dialog.getByRole('button', { name: 'Bjud in' }).click()
  const link = await page.getByRole('textbox', { name: 'Inloggningslänk' }).inputValue()

  const bo = await journey.visitor()
  await bo.goto(link)
  await bo.getByRole('button', { name: 'Logga in' }).click()
  await bo.waitForURL('**/verkstad')
  await bo.getByRole('button', { name: 'Starta utkast Personlig assistent' }).waitFor()
  expect(await bo.getByRole('button', { name: 'Starta utkast Serviceassistent' }).count()).toBe(0)
}, 60_000)

test('the installation gets a name, and every page bears it', async () => {
  await page.goto(`${journey.url}/administration/installningar`)
  await page.getByRole('textbox', { name: 'Vad heter er Profilverkstad?' }).fill('Assistansens profiler')
  await page.getByRole('button', { name: 'Spara' }).first().click()
  await page.getByText('Sparat').first().waitFor()
  await page.locator('.bar').getByText('Assistansens profiler').waitFor()
  expect(await page.title()).toContain('Assistansens profiler')
  const reader = await journey.visitor()
  await reader.goto(journey.url)
  await reader.getByRole('link', { name: 'Assistansens profiler' }).waitFor()
  expect(await reader.title()).toContain('Assistansens profiler')
}, 60_000)

test('the advised size of a panel is set, and cannot be at most fewer than at least', async () => {
  await page.goto(`${journey.url}/administration/installningar`)
  const part = page.locator('pv-settings-panel-size')
  const [smallest, largest] = [part.getByLabel('Minst'), part.getByLabel('Högst')]
  expect([await smallest.inputValue(), await largest.inputValue()]).toEqual(['8', '15'])
  await smallest.fill('10')
  await largest.fill('9')
  await part.getByRole('button', { name: 'Spara' }).click()
  expect(await largest.evaluate((field: HTMLInputElement) => field.validity.rangeUnderflow)).toBe(true)
  await largest.fill('12')
  await part.getByRole('button', { name: 'Spara' }).click()
  await part.getByText('Sparat').waitFor()
  await page.reload()
  expect([await smallest.inputValue(), await largest.inputValue()]).toEqual(['10', '12'])
}, 60_000)

test('a backup is made when it is asked for', async () => {
  await page.goto(`${journey.url}/administration/drift`)
  const files = page.getByText(/nightly-\d+\.backup\.gz/u)
  const backUp = async () => {
    await page.getByRole('button', { name: 'Säkerhetskopiera nu' }).click()
    await page.getByText('Säkerhetskopian är gjord och går att läsa.').waitFor()
    return files.first().textContent()
  }
  const first = await backUp()
  await page.reload()
  await files.first().waitFor()
  expect(await backUp()).not.toBe(first)
}, 60_000)

test.each([
  ['wide', undefined],
  ['narrow', PHONE],
])(
  'every part of it has nothing that axe finds, and fits a %s screen',
  async (_, viewport) => {
    if (viewport) await page.setViewportSize(viewport)
    await page.goto(`${journey.url}/administration`)
    for (const part of PARTS) {
      await page.getByRole('link', { name: part, exact: true }).first().click()
      await page.getByRole('heading', { level: 1, name: part }).waitFor()
      await page.locator('pv-loading').first().waitFor({ state: 'hidden' })
      expect([part, ...(await axeFindings(page))]).toEqual([part])
      expect([part, await fitsItsWidth(page)]).toEqual([part, true])
    }
  },
  90_000,
)
