import { axeFindings, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
}, 60_000)
afterAll(() => journey.close())

test('the whole errand fits a phone: read, write, take advice, undo', async () => {
  const page = await journey.editor('Karin Ek', { viewport: PHONE })
  expect([await fitsItsWidth(page), await axeFindings(page)]).toEqual([true, []])
  await page.getByRole('button', { name: 'Starta utkast Serviceassistent' }).click()
  await page.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
  expect(await fitsItsWidth(page)).toBe(true)
  await page.getByRole('button', { name: 'Innehåll och fler val' }).click()
  await page.locator('wa-drawer').getByRole('link', { name: /^1 / }).click()
  await page.getByRole('dialog', { name: 'Innehåll' }).waitFor({ state: 'hidden' })
  const field = page.getByRole('textbox', { name: 'Kriterium 1.1 a', exact: true })
  await field.fill('Förstår varför rutinerna finns.')
  await page.getByRole('button', { name: /Byt till/u }).click()
  await page.locator('pv-save-badge .badge.ok').waitFor()
  expect([await fitsItsWidth(page), await axeFindings(page)]).toEqual([true, []])
  await page.getByRole('button', { name: 'Kriterium 1.1 a: flytta, ta bort med mera' }).click()
  await page.getByRole('menuitem', { name: 'Ta bort' }).click()
  await page.getByText('Kriterium 1.1 a togs bort.').waitFor()
  await page.getByRole('button', { name: 'Ångra' }).click()
  await page.waitForFunction(
    () => !(document.querySelector('.criterion textarea') as HTMLTextAreaElement).value.startsWith('Förstår'),
  )
  for (const place of [
    'lamplighet',
    'avgransningar',
    'yrkessprak',
    '',
    '../../verkstad/serviceassistent/historik',
    '../../verkstad/serviceassistent/publicera',
  ]) {
    await page.goto(`${journey.url}/verkstad/serviceassistent/${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([place, await fitsItsWidth(page), await axeFindings(page)]).toEqual([place, true, []])
  }
}, 90_000)
