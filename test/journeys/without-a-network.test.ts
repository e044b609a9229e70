import type { Page } from 'playwright-core'
import { axeFindings, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
let page: Page
beforeAll(async () => {
  journey = await startJourney()
  page = await journey.editor('Karin Ek')
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).waitFor()
}, 60_000)
afterAll(() => journey.close())

const trouble = () => page.getByRole('alert').filter({ hasText: 'Servern svarar inte' })
async function expectTroubleOffline(work: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true)
  await work()
  await trouble().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.context().setOffline(false)
}

test('a press that no answer comes to says so, and works when the network is back', async () => {
  const start = page.getByRole('button', { name: 'Starta utkast Personlig assistent' })
  await expectTroubleOffline(() => start.click())
  await page.getByText('Det är osäkert om det blev gjort.').waitFor()
  await start.click()
  await page.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
}, 60_000)

test.each([
  ['the editor', '', 'Fortsätt skriva Personlig assistent', 'Yrkesrollen'],
  ['the history', '/personlig-assistent', 'Historik', 'Historik'],
  ['publishing', '/personlig-assistent', 'Publicera …', 'Personlig assistent publiceras som'],
])(
  'opening %s says that the server does not answer, and opens once it does',
  async (_, from, link, heading) => {
    await page.goto(`${journey.url}/verkstad${from}`)
    await page.getByRole('link', { name: link }).waitFor()
    await expectTroubleOffline(() => page.getByRole('link', { name: link }).click())
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    await trouble().waitFor({ state: 'detached' })
  },
  60_000,
)
