import type { Page } from 'playwright-core'
import type { Draft, PlanWorkshop, Workshop } from '../../schemas/types.ts'
import { fillBoards, FOUR_GROUPS, rewordOnBoard } from '../support/compile-example.ts'
import { axeFindings, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  const karin = await journey.editor('Karin Ek')
  await karin.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await karin.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
  await karin.context().close()
}, 60_000)
afterAll(() => journey.close())

async function planned(page: Page, given: Partial<PlanWorkshop> = {}): Promise<Workshop> {
  const plan: PlanWorkshop = {
    name: 'Kärnan i yrket',
    date: new Date().toISOString().slice(0, 10),
    question: 'Vad behöver en person kunna för att klara jobbet?',
    phases: [{ phase: 'word', minutes: 20 }],
    anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: false },
    isRehearsal: false,
    groups: [1, 2, 3, 4].map(() => ({ place: '', seats: 6 })),
    ...given,
  }
  const answer = await page.request.post(`${journey.url}/api/v1/profiles/personlig-assistent/workshops`, {
    data: plan,
    headers: { origin: journey.url },
  })
  return (await answer.json()) as Workshop
}
const compilation = ({ id }: Workshop) =>
  `${journey.url}/verkstad/personlig-assistent/workshoppar/${id}/sammanstall`
async function atFirstTheme(page: Page, workshop: Workshop): Promise<void> {
  await page.goto(compilation(workshop))
  await page.getByRole('link', { name: 'Lyft och flytt', exact: true }).click()
  await page.getByRole('heading', { name: 'Lyft och flytt', level: 1 }).waitFor()
  await page.getByRole('textbox', { name: 'Läranderesultat' }).waitFor()
}
const wording = (page: Page) => page.getByRole('textbox', { name: 'Läranderesultat' })
const decided = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()

test('groups’ sentences become a module of the draft, and each says where it comes from', async () => {
  const page = await journey.editor('Karin Ek')
  const workshop = await planned(page)
  await fillBoards(journey.context, workshop, FOUR_GROUPS)
  await atFirstTheme(page, workshop)
  const row = page.getByRole('region', { name: /^Rad 1/u })
  await row.getByText('Flytta och förflytta räknas som samma.').waitFor()
  expect(await row.locator('mark.own').allTextContents()).toContain('med rätt teknik')
  expect(await axeFindings(page)).toEqual([])

  // The one that is open, by keyboard alone: from another group and back, in words of one's own.
  await page.getByRole('heading', { name: 'Lyft och flytt', level: 1 }).focus()
  await page.keyboard.press('4')
  expect(await wording(page).inputValue()).toBe(
    'förflytta brukaren i och ur säng och stol utan att någon skadas',
  )
  await page.keyboard.press('2')
  await wording(page).fill('förflytta en person som den själv vill, utan att någon skadas')
  await page.getByRole('checkbox', { name: /Använder glidmatta/u }).check()
  await wording(page).press('Control+Enter')
  await decided(page, '1 av 4 rader avgjorda')
  await page.getByText('Sammanslaget, med grupp 2 som utgångspunkt.').waitFor()

  await page.getByRole('button', { name: /^Ta grupp 4:s\s*: avgöra/u }).click()
  await decided(page, '2 av 4 rader avgjorda')
  await page.keyboard.press('u')
  await page.getByRole('textbox', { name: 'Varför lämnas raden ute?' }).press('Enter')
  await page.getByText('Skriv varför, så att grupperna förstår.').waitFor()
  await page.getByRole('button', { name: 'för detaljerat, lärs på plats' }).click()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Lämna ute', exact: true }).first().click()
  await decided(page, '3 av 4 rader avgjorda')
  await page.getByText('Utelämnat: ”för detaljerat, lärs på plats”.').waitFor()

  await page.getByRole('link', { name: 'Öppna modulen i utkastet' }).click()
  const mark = page.getByRole('button', { name: /^Ur workshop.*Läranderesultat 9\.1$/u })
  await mark.click()
  await page.getByRole('dialog', { name: 'Ursprung' }).waitFor()
  const dialog = page.locator('pv-origin-dialog')
  await dialog.getByText('Kort 1: flytta en person från säng till rullstol med rätt teknik').waitFor()
  await dialog.getByText('Arbetsgivare, arbetstagare, branschorganisation, brukare och utbildare').waitFor()
  expect(await dialog.textContent()).not.toContain('Den som är')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Ur workshop')

  await page.goto(`${journey.url}/verkstad/personlig-assistent/historik`)
  await page.getByRole('link', { name: 'Kommer ur en workshop' }).first().click()
  await page.getByRole('heading', { name: 'Sammanställ', level: 1 }).waitFor()
  await page.context().close()
}, 90_000)

test('what was decided can be decided anew, and nothing doubles', async () => {
  const page = await journey.editor('Karin Ek')
  const workshop = await planned(page)
  await fillBoards(journey.context, workshop, FOUR_GROUPS)
  await atFirstTheme(page, workshop)
  await page.getByRole('button', { name: /^Ta grupp 4:s\s*: avgöra/u }).click()
  await page.getByRole('button', { name: /^Ändra\s*: avgöra/u }).click()
  await wording(page).fill('avgöra när det behövs två, och vänta')
  await page.getByRole('button', { name: 'Spara ändringen' }).click()
  await page.getByText('Taget från grupp 4, omskrivet.').waitFor()
  await page.getByRole('link', { name: 'Öppna modulen i utkastet' }).click()
  await page
    .getByRole('button', { name: /^Ur workshop/u })
    .first()
    .waitFor()
  expect(await page.getByRole('textbox', { name: /^Läranderesultat \d/u }).count()).toBe(1)
  await page.context().close()
}, 60_000)

test('what an editor has written meanwhile is shown before it is written over', async () => {
  const page = await journey.editor('Karin Ek')
  const workshop = await planned(page)
  await fillBoards(journey.context, workshop, FOUR_GROUPS)
  await atFirstTheme(page, workshop)
  await page.getByRole('button', { name: /^Ta grupp 4:s\s*: avgöra/u }).click()
  await page.getByRole('button', { name: /^Ändra\s*: avgöra/u }).click()
  const draft = `${journey.url}/api/v1/profiles/personlig-assistent/draft`
  const { profile } = (await (await page.request.get(draft)).json()) as Draft
  const outcome = profile.modules.at(-1)!.module.outcomes[0]!
  const edited = await page.request.patch(`${draft}/outcomes/${outcome.id}`, {
    data: { text: { from: outcome.text, to: 'redaktörens ord' } },
    headers: { origin: journey.url },
  })
  expect(edited.status()).toBe(200)
  await wording(page).fill('mina ord')
  await page.getByRole('button', { name: 'Spara ändringen' }).click()
  await page.getByText('Någon ändrar i utkastet samtidigt').waitFor()
  await page.getByRole('button', { name: 'Visa hur det ser ut nu' }).click()
  await page.getByText('I utkastet står nu: ”redaktörens ord”').waitFor()
  expect(await wording(page).inputValue()).toBe('mina ord')
  await page.getByRole('button', { name: 'Spara ändringen' }).click()
  await page.getByText('Taget från grupp 4, omskrivet.').waitFor()
  await page.context().close()
}, 60_000)

test('what groups write on moves nothing before it is asked for, and typed words outlive it', async () => {
  const page = await journey.editor('Karin Ek')
  const workshop = await planned(page)
  await fillBoards(journey.context, workshop, FOUR_GROUPS)
  await atFirstTheme(page, workshop)
  await wording(page).fill('mina egna ord')
  await page.reload()
  await wording(page).waitFor()
  expect(await wording(page).inputValue()).toBe('mina egna ord')

  const groupOf = (number: number) => workshop.groups.find((group) => group.number === number)?.id ?? ''
  await rewordOnBoard(
    journey.context,
    groupOf(3),
    'kolla sele och bromsar före lyft och rapportera fel',
    'städa',
  )
  // Coming back to the page is one of the times when it is looked.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText('Grupp 3 har skrivit vidare. 2 rader är ändrade.').waitFor()
  expect(await page.getByText('städa', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  await page.getByText('städa', { exact: true }).waitFor()
  expect(await wording(page).inputValue()).toBe('mina egna ord')

  await rewordOnBoard(
    journey.context,
    groupOf(4),
    'förflytta brukaren i och ur säng och stol utan att någon skadas',
    'skriva en rapport om dagen',
  )
  await page.getByRole('button', { name: 'Slå ihop till den här' }).click()
  await page.getByRole('alert').filter({ hasText: 'Det du har skrivit finns kvar här.' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Visa hur det ser ut nu' }).click()
  await page.getByText('skriva en rapport om dagen', { exact: true }).waitFor()
  expect(await wording(page).inputValue()).toBe('mina egna ord')
  await page.getByRole('button', { name: 'Slå ihop till den här' }).click()
  await decided(page, '1 av 6 rader avgjorda')
  await page.context().close()
}, 60_000)

test('on a phone the groups stand below one another, and nothing is wider than the screen', async () => {
  const page = await journey.editor('Karin Ek', { viewport: PHONE })
  const workshop = await planned(page)
  await fillBoards(journey.context, workshop, FOUR_GROUPS)
  await page.goto(compilation(workshop))
  await page.getByRole('heading', { name: 'Det som inte står här' }).waitFor()
  expect(await fitsItsWidth(page)).toBe(true)
  await atFirstTheme(page, workshop)
  await page.getByText('5 kort, 2 kriterier').click()
  await page.getByText('Frågar personen före förflyttningen').first().waitFor()
  expect(await fitsItsWidth(page)).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Nästa tema: Personlig lämplighet' }).click()
  await page.getByText('bedöms inte').waitFor()
  await page.getByRole('button', { name: 'Slå ihop till den här' }).click()
  await page.getByRole('heading', { name: 'Temat är klart' }).waitFor()
  expect(await fitsItsWidth(page)).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('before anything is worded the page says so, and of a rehearsal nothing can be taken', async () => {
  const page = await journey.editor('Karin Ek')
  await page.goto(compilation(await planned(page)))
  await page.getByRole('heading', { name: 'Ingen grupp har formulerat något än' }).waitFor()
  const rehearsal = await planned(page, { isRehearsal: true })
  await fillBoards(journey.context, rehearsal, FOUR_GROUPS)
  await atFirstTheme(page, rehearsal)
  await page.getByText('Det här är en övning.').waitFor()
  expect(await page.getByRole('button', { name: 'Slå ihop till den här' }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: /^Ta grupp 4:s\s*:/u }).count()).toBe(0)
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
}, 60_000)
