import type { Page } from 'playwright-core'
import type { Draft } from '../../schemas/types.ts'
import { axeFindings, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
let page: Page
beforeAll(async () => {
  journey = await startJourney()
  page = await journey.editor('Karin Ek')
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
}, 60_000)
afterAll(() => journey.close())

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const saved = () => page.locator('pv-save-badge .badge.ok').waitFor()

test('easy Swedish asks to be looked at once its wording has changed, and is content when somebody has', async () => {
  await page.getByRole('link', { name: /Förflyttning/u }).click()
  await field('Kriterium 4.1 a').fill('Berättar om två sätt att skada sig vid ett lyft.')
  await page.getByText('Ordalydelsen har ändrats sedan den här texten skrevs.').waitFor()
  await expect(field('Lätt svenska, Kriterium 4.1 a').inputValue()).resolves.toMatch(/^Du berättar/u)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: /^Ja, den stämmer/u }).click()
  await page.getByText('Ordalydelsen har ändrats').waitFor({ state: 'detached' })
  await saved()
  await page.reload()
  await field('Kriterium 4.1 a').waitFor()
  expect(await page.getByText('Ordalydelsen har ändrats').count()).toBe(0)
}, 60_000)

test('easy Swedish is written below the wording, by those who ask to see it', async () => {
  await page.getByRole('link', { name: /Uppdraget och rollen/u }).click()
  await field('Kriterium 1.1 a').waitFor()
  expect(await field('Lätt svenska, Kriterium 1.1 a').count()).toBe(0)
  await page.getByRole('button', { name: 'Visa lätt svenska' }).click()
  await field('Lätt svenska, Kriterium 1.1 a').fill('Du berättar vad lagen LSS är bra för.')
  await saved()
  const draft = await page.request.get(`${journey.url}/api/v1/profiles/personlig-assistent/draft`)
  const { profile } = (await draft.json()) as Draft
  expect(profile.modules[0]?.module.outcomes[0]?.criteria[0]?.variants).toMatchObject([
    { field: 'text', language: 'sv-x-lattlast', text: 'Du berättar vad lagen LSS är bra för.' },
  ])
}, 60_000)

test('the history says who changed what in which item, in words also where something was chosen', async () => {
  await page.getByRole('button', { name: 'Kriterium 1.1 a: flytta, ta bort med mera' }).click()
  await page.getByRole('menuitem', { name: /Bedömningssätt/u }).click()
  await page.getByText('Dokument från arbetet').click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await saved()
  await page.getByRole('link', { name: 'Historik' }).click()
  const lines = page.getByRole('listitem')
  await lines.filter({ hasText: 'Karin Ek ändrade bedömningssätten för ett kriterium (1.1 a)' }).waitFor()
  await expect(lines.first().locator('ins').innerText()).resolves.toContain('Dokument från arbetet')
  await lines.filter({ hasText: 'Karin Ek bekräftade lätt svenska för ett kriterium (4.1 a)' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.goBack()
}, 60_000)

test('the coach’s notes never lie upon one another', async () => {
  for (const number of ['1.1 a', '1.1 b', '1.1 c'])
    await field(`Kriterium ${number}`).fill('Förstår och har god kunskap om olika regler på ett bra sätt.')
  await page.locator('.coach').nth(8).waitFor()
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  const notes = await page
    .locator('.coach')
    .evaluateAll((all) =>
      all.map((note) => note.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    )
  for (const [at, { top }] of notes.entries()) expect(top).toBeGreaterThanOrEqual(notes[at - 1]?.bottom ?? 0)
  // All advice that the contents count can be read beside the text, also on levels and on how many there are.
  const counted = page.locator('.contents a[aria-current] .advice')
  await expect(counted.innerText()).resolves.toBe(`${notes.length} råd`)
}, 60_000)

test('whoever links a module is led to it; a part of the draft begins at its top, with its heading', async () => {
  await page.getByRole('button', { name: 'Modul från en annan profil' }).click()
  await page.getByRole('button', { name: /Serviceassistent/u }).click()
  await page.getByRole('button', { name: 'Länka', exact: false }).first().click()
  await page.getByText('Modulen är länkad hit.').waitFor()
  await page.getByText('Länkad från serviceassistent 1.0.0. Den ändras där.').waitFor()
  await page.getByRole('link', { name: 'Yrkesrollen' }).click()
  await page.waitForFunction(() => document.activeElement?.localName === 'h1')
  expect(await page.evaluate(() => scrollY)).toBe(0)
}, 60_000)

test('a draft is thrown away only by somebody who has said so twice', async () => {
  await page.goto(`${journey.url}/verkstad`)
  await page.getByRole('button', { name: 'Ta bort … Personlig assistent' }).click()
  await page.getByText('De publicerade versionerna påverkas inte.').waitFor()
  await page.getByRole('button', { name: 'Behåll det' }).click()
  await page.getByRole('button', { name: 'Ta bort … Personlig assistent' }).click()
  await page.getByRole('button', { name: 'Ta bort utkastet' }).click()
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).waitFor()
  const draft = await page.request.get(`${journey.url}/api/v1/profiles/personlig-assistent/draft`)
  expect(draft.status()).toBe(404)
}, 60_000)

test('what was written when the draft went can still be read, then and the next time', async () => {
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await page.getByRole('link', { name: /Förflyttning/u }).click()
  await field('Kriterium 4.1 a').waitFor()
  await page.context().setOffline(true)
  await field('Kriterium 4.1 a').fill('Skrivet medan någon annan tog bort utkastet.')
  const amina = await journey.editor('Amina Yusuf')
  await amina.getByRole('button', { name: 'Ta bort … Personlig assistent' }).click()
  await amina.getByRole('button', { name: 'Ta bort utkastet' }).click()
  await amina.getByRole('button', { name: 'Starta utkast Personlig assistent' }).waitFor()
  await page.context().setOffline(false)
  await page.getByText('Det här hann du inte spara.').waitFor()
  await page.reload()
  const left = page.locator('.notice', { hasText: 'Det här skrev du tidigare' })
  await expect(left.locator('.wording').innerText()).resolves.toBe(
    'Skrivet medan någon annan tog bort utkastet.',
  )
  await page.getByRole('button', { name: 'Släng min text' }).click()
  await left.waitFor({ state: 'detached' })
}, 60_000)
