import type { Page } from 'playwright-core'
import { axeFindings, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
}, 60_000)
afterAll(() => journey.close())

const criterion = (page: Page, number: string) =>
  page.getByRole('textbox', { name: `Kriterium ${number}`, exact: true })
const saved = (page: Page) => page.locator('pv-save-badge .badge.ok').waitFor()

test('a draft is started from what is published, written with the coach beside it, published, compared and printed', async () => {
  const page = await journey.editor('Karin Ek')
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await page.getByRole('link', { name: /Förflyttning/u }).click()

  // The coach speaks of a vague verb, and mends it at a press.
  await criterion(page, '4.3 b').fill(
    'Har kunskap om hur lås, bromsar och sele kontrolleras före varje lyft.',
  )
  await page.getByText('Går det att se?').waitFor()
  await page.getByRole('button', { name: /Byt till/u }).click()
  await expect(criterion(page, '4.3 b').inputValue()).resolves.toMatch(/^Redogör för hur lås/u)
  await saved(page)
  expect(await axeFindings(page)).toEqual([])

  // A new module is incomplete until it has what it needs, and the list says what.
  await page.getByRole('button', { name: 'Ny modul', exact: true }).click()
  await page.getByRole('textbox', { name: 'Titel på modul 9' }).fill('Resor och semester')
  await page.getByText('har inget läranderesultat').waitFor()
  await page.getByText('saknar nivå').waitFor()
  await page.getByText('Välj nivå').click()
  await page.getByRole('radio', { name: '3' }).check()
  await page
    .getByRole('textbox', { name: /Motivering till nivån/u })
    .fill('Resan planeras tillsammans med personen.')
  await page.getByRole('button', { name: 'Nytt läranderesultat' }).nth(1).click()
  await page.keyboard.type('planera en resa tillsammans med personen')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Bokar ledsagning enligt reglerna för färdtjänst.')
  await page.getByText('Det här saknas').waitFor({ state: 'detached' })
  await saved(page)

  // Publishing: the rewording is ruled on, the version follows, the decision is stated.
  await page.getByRole('link', { name: 'Publicera …' }).click()
  await page.getByRole('heading', { name: 'Personlig assistent publiceras som 2.0.0' }).waitFor()
  await page.getByRole('radio', { name: 'Ja, samma krav' }).check()
  await page.getByRole('textbox', { name: 'Beslutat av' }).fill('Prövande panelen')
  await page.getByRole('textbox', { name: 'Grunder för beslutet' }).fill('Enigt beslut efter en runda.')
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Publicera 2.0.0' }).click()
  await page.getByRole('heading', { name: '2.0.0 är publicerad' }).waitFor()

  // What differs, in words that anyone can read; and the paper.
  await page.getByRole('link', { name: /Se vad som skiljer/u }).click()
  await page.getByRole('heading', { name: 'Från 1.0.0 till 2.0.0' }).waitFor()
  await page.locator('ins', { hasText: 'Redogör för hur' }).waitFor()
  await page.getByText('Hela modulen är ny, med 1 läranderesultat och 1 kriterium.').waitFor()
  const pdf = await page.request.get(`${journey.url}/api/v1/profiles/personlig-assistent/editions/2.0.0/pdf`)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
}, 60_000)
