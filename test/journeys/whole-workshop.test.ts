import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Workshop } from '../../schemas/types.ts'
import { todayInSweden } from '../../web/i18n/locale.ts'
import { openLine, type CuttableLine } from '../support/cuttable-line.ts'
import { axeFindings, DESKTOP, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

/*
 * A whole workshop, as it is promised: two groups of three, two people on phones, one of them without a network for a
 * while, one who closes the tab and comes back; from the code on the wall to the draft, where each sentence says where
 * it comes from. With PICTURES=<folder> in the environment every phase is photographed.
 */

let journey: Journey
let leader: Page
let workshop: Workshop
let omarsNetwork: CuttableLine
/** Everybody by name. */
const people: Record<string, Page> = {}
const of = (name: string): Page => people[name] as Page

beforeAll(async () => {
  journey = await startJourney()
  omarsNetwork = await openLine(Number(new URL(journey.url).port))
  leader = await journey.editor('Karin Ek')
  await leader.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await leader.getByRole('heading', { name: 'Yrkesrollen' }).waitFor()
  const answer = await leader.request.post(`${journey.url}/api/v1/profiles/personlig-assistent/workshops`, {
    headers: { origin: journey.url },
    data: {
      name: 'Höstens workshop',
      date: todayInSweden(),
      question: 'Vad behöver en person kunna för att klara jobbet?',
      phases: (['collect', 'sort', 'delimit', 'word', 'done'] as const).map((phase) => ({
        phase,
        minutes: 15,
      })),
      anonymity: { silentCollect: true, namedPhases: ['word'], namesInMinutes: false },
      isRehearsal: false,
      groups: [
        { place: 'vid fönstret', seats: 6 },
        { place: 'biblioteket', seats: 6 },
      ],
    },
  })
  workshop = (await answer.json()) as Workshop
  await leader.goto(`${journey.url}/verkstad/personlig-assistent/workshoppar/${workshop.id}`)
}, 90_000)
afterAll(async () => {
  await omarsNetwork.close()
  await journey.close()
})

const PICTURES = process.env.PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  // Not by `page.screenshot`, which writes a style into the page, and the page forbids that.
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot')
  writeFileSync(path.join(PICTURES, `${name}.png`), Buffer.from(data, 'base64'))
}

const writer = (page: Page) => page.getByRole('textbox', { name: 'Skriv ett kort' })
/** Whether the server has everything that was written here, as the badge says. */
const isOnServer = (page: Page, timeout = 10_000) =>
  page.locator('pv-board-badge .badge.ok').waitFor({ timeout })

async function comeIn(
  name: string,
  groupNumber: number,
  perspective: string,
  { viewport = DESKTOP, url = journey.url } = {},
): Promise<void> {
  const page = await journey.visitor({ viewport })
  people[name] = page
  await page.goto(`${url}/med/${workshop.groups[groupNumber - 1]?.code}`)
  await page.getByLabel('Vad ska de andra kalla dig?').fill(name)
  await page.getByText(perspective, { exact: true }).click()
  await page.getByRole('button', { name: `Gå in i grupp ${groupNumber}` }).click()
  await writer(page).waitFor()
}

/** Closes the tab, and opens the same address in a new one. */
async function comeBack(name: string): Promise<void> {
  const former = of(name)
  const address = former.url()
  await former.close()
  const page = await former.context().newPage()
  page.setDefaultTimeout(10_000)
  people[name] = page
  await page.goto(address)
  await writer(page).waitFor()
}

async function lay(name: string, ...cards: readonly string[]): Promise<void> {
  for (const card of cards) {
    await writer(of(name)).fill(card)
    await of(name).getByRole('button', { name: 'Lägg kortet' }).click()
    await of(name).locator('pv-own-card', { hasText: card }).waitFor()
  }
}

async function moveAllTo(phase: string): Promise<void> {
  await leader.getByRole('button', { name: `Flytta alla till ${phase}` }).click()
  for (const page of Object.values(people)) {
    await page.waitForFunction((name) => document.title.startsWith(name), phase)
  }
}

test('six people come in by code, without an account', async () => {
  await comeIn('Leila', 1, 'Arbetstagare', { viewport: PHONE })
  await comeIn('Jonas', 1, 'Arbetsgivare')
  await comeIn('Fatima', 1, 'Utbildare')
  await comeIn('Omar', 2, 'Arbetstagare', {
    viewport: PHONE,
    url: `http://localhost:${omarsNetwork.port}`,
  })
  await comeIn('Birgit', 2, 'Brukare')
  await comeIn('Sven', 2, 'Arbetsgivare')
  await leader.getByText('6 av 6 på plats').waitFor()
  await leader.getByRole('button', { name: 'Börja med Samla' }).click()
  await leader.getByRole('button', { name: 'Flytta alla till Sortera' }).waitFor()
  expect(await axeFindings(of('Leila'))).toEqual([])
}, 120_000)

test('they collect in silence, one without a network, and one who closes the tab and comes back', async () => {
  omarsNetwork.cut()
  await lay('Leila', 'Lyfta med taklyft utan att stressa', 'Kolla selen och bromsarna varje gång')
  await lay('Jonas', 'Flytta någon från säng till stol', 'Alla modeller av lyftselar')
  await lay('Fatima', 'Säga ifrån när det inte är säkert')
  await lay('Omar', 'Förflytta mellan säng och stol på hens sätt', 'Kontrollera bromsarna före lyft')
  await lay('Birgit', 'Fråga hur hen vill ha det')
  await lay('Sven', 'Hjälpa någon upp ur sängen')
  expect(await of('Jonas').getByText('Lyfta med taklyft').count()).toBe(0)

  // What is on the server stays there; what is half written stays on the device.
  await isOnServer(of('Sven'))
  await writer(of('Sven')).fill('Vänta på hjälp när det')
  await comeBack('Sven')
  expect(await writer(of('Sven')).inputValue()).toBe('Vänta på hjälp när det')
  await lay('Sven', 'Vänta på hjälp när det behövs två')

  await of('Omar').locator('pv-board-badge .badge.wait').waitFor({ timeout: 45_000 })
  // The tab is closed and opened without a network: the page comes from the device, and what is unsent with it.
  await comeBack('Omar')
  expect(await of('Omar').locator('pv-own-card p').allInnerTexts()).toEqual([
    'Förflytta mellan säng och stol på hens sätt',
    'Kontrollera bromsarna före lyft',
  ])
  await picture(of('Omar'), '1-samla-utan-nat')
  omarsNetwork.mend()
  await isOnServer(of('Omar'), 30_000)
  for (const name of Object.keys(people)) await isOnServer(of(name))
  await picture(of('Leila'), '1-samla-telefon')
  await picture(of('Jonas'), '1-samla')
  await picture(leader, '1-alla-grupper')
}, 120_000)

test('they sort the cards into themes, at a desk by keys and on a phone by taps', async () => {
  await moveAllTo('Sortera')
  for (const [first, second, title] of [
    ['Jonas', 'Leila', 'Förflyttning'],
    ['Birgit', 'Omar', 'Förflyttning och lyft'],
  ] as const) {
    const desk = of(first)
    await desk.getByRole('heading', { name: 'Vad hör ihop?' }).waitFor()
    await desk.getByRole('button', { name: 'Nytt tema' }).first().click()
    await desk.getByRole('textbox', { name: 'Temats namn' }).fill(title)
    await desk.keyboard.press('Enter')
    const phone = of(second)
    const into = phone.getByRole('button', { name: new RegExp(`${title}.*kort`, 'u') })
    await into.waitFor()
    await picture(phone, `2-sortera-telefon-${second}`)
    for (let card = 0; card < 8 && (await into.isVisible()); card += 1) {
      const now = await phone.locator('main').innerText()
      await into.click()
      await phone.waitForFunction((before) => document.querySelector('main')?.innerText !== before, now)
    }
    await desk.getByText('Alla kort ligger i ett tema.').waitFor()
    await picture(desk, `2-sortera-${first}`)
    expect(await fitsItsWidth(phone)).toBe(true)
  }
  expect(await axeFindings(of('Jonas'))).toEqual([])
  expect(await axeFindings(of('Leila'))).toEqual([])
}, 120_000)

test('they say what is needed from day one, and see the others’ answers when they have answered', async () => {
  await moveAllTo('Avgränsa')
  for (const page of Object.values(people)) {
    await page.getByText('Behövs det från dag ett, eller lärs det på jobbet?').waitFor()
    for (const row of await page.locator('main fieldset').all()) {
      const isDetail = ((await row.locator('legend').textContent()) ?? '').includes('modeller')
      await row.getByRole('radio', { name: isDetail ? 'Behövs inte' : 'Från dag ett' }).click()
    }
  }
  await of('Jonas').getByText('Från dag ett, alla').first().waitFor()
  await of('Jonas').getByText('Behövs inte, alla').waitFor()
  await picture(of('Jonas'), '3-avgransa')
  await picture(of('Leila'), '3-avgransa-telefon')
  expect(await axeFindings(of('Jonas'))).toEqual([])
  expect(await fitsItsWidth(of('Leila'))).toBe(true)
}, 120_000)

test('they word a sentence together, each seeing where the other writes', async () => {
  await moveAllTo('Formulera')
  await wordOutcome('Jonas', 'Flytta någon från säng till stol', {
    text: 'förflytta en person mellan säng och stol',
    criterion: 'Berättar för personen vad som ska hända.',
  })
  await wordOutcome('Birgit', 'Förflytta mellan säng och stol på hens sätt', {
    text: 'förflytta en person mellan säng och stol på personens eget sätt',
    criterion: 'Kontrollerar bromsarna före förflyttningen.',
  })
  const shared = (page: Page) => page.getByRole('textbox', { name: 'Läranderesultat' }).first()
  await of('Fatima').locator('main').getByText('förflytta en person mellan säng och stol').first().waitFor()
  await shared(of('Fatima')).click()
  await of('Fatima').keyboard.press('Control+End')
  await of('Fatima').keyboard.type(' på ett säkert sätt')
  await of('Jonas')
    .locator('main')
    .getByText('förflytta en person mellan säng och stol på ett säkert sätt')
    .first()
    .waitFor()
  await of('Jonas').locator('.caret, .tag', { hasText: 'Fatima' }).first().waitFor()
  await picture(of('Jonas'), '4-formulera')
  await picture(of('Leila'), '4-formulera-telefon')
  expect(await axeFindings(of('Jonas'))).toEqual([])
  expect(await fitsItsWidth(of('Leila'))).toBe(true)
  for (const name of Object.keys(people)) await isOnServer(of(name))
}, 120_000)

/** Makes a sentence out of a card, words it, and gives it a criterion. */
async function wordOutcome(
  name: string,
  card: string,
  { text, criterion }: { readonly text: string; readonly criterion: string },
): Promise<void> {
  const page = of(name)
  await page.getByRole('button', { name: `Gör ett läranderesultat av kortet: ${card}` }).click()
  const sentence = page.getByRole('textbox', { name: 'Läranderesultat' }).first()
  await sentence.fill(text)
  await page.getByRole('button', { name: 'Skriv det första kriteriet …' }).click()
  await page.getByRole('textbox', { name: 'Kriterium a' }).fill(criterion)
}

test('they see what they have made', async () => {
  // Whoever is in the middle of a text is not moved before they leave it.
  for (const page of Object.values(people)) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }
  await moveAllTo('Klart')
  await of('Leila').getByRole('heading', { name: 'Det här har ni gjort' }).waitFor()
  await of('Leila').getByText('förflytta en person mellan säng och stol på ett säkert sätt').first().waitFor()
  await picture(of('Leila'), '5-klart-telefon')
  await picture(of('Jonas'), '5-klart')
  expect(await axeFindings(of('Leila'))).toEqual([])
}, 60_000)

test('the workshop is ended, and its boards stay to be read', async () => {
  await leader.getByRole('button', { name: 'Avsluta workshopen …' }).click()
  await leader.getByRole('button', { name: 'Avsluta workshopen', exact: true }).click()
  await of('Omar').getByText('Workshopen är slut. Du kan läsa allt på tavlan, men inte ändra.').waitFor()
  await picture(leader, '5-avslutad')
  expect(await axeFindings(leader)).toEqual([])
}, 60_000)

test('the leader puts the groups’ sentences together, and the draft says where they come from', async () => {
  await leader
    .getByRole('link', { name: /Sammanställ/u })
    .first()
    .click()
  await leader.getByRole('heading', { name: 'Sammanställ', level: 1 }).waitFor()
  await leader
    .getByRole('link', { name: /Förflyttning/u })
    .first()
    .click()
  const wording = leader.getByRole('textbox', { name: 'Läranderesultat' })
  await wording.waitFor()
  await picture(leader, '6-sammanstall')
  await wording.fill('förflytta en person mellan säng och stol, säkert och på personens eget sätt')
  await leader.getByRole('button', { name: 'Slå ihop till den här' }).click()
  await leader.getByText(/Sammanslaget, med grupp \d som utgångspunkt\./u).waitFor()
  await picture(leader, '6-sammanstallt')

  await leader.getByRole('link', { name: 'Öppna modulen i utkastet' }).click()
  await leader
    .getByRole('button', { name: /^Ur workshop/u })
    .first()
    .click()
  const origin = leader.locator('pv-origin-dialog')
  await origin.getByText('Höstens workshop').first().waitFor()
  await origin
    .getByText(/Flytta någon från säng till stol/u)
    .first()
    .waitFor()
  const said = (await origin.textContent()) ?? ''
  for (const name of Object.keys(people)) expect(said).not.toContain(name)
  await picture(leader, '7-ursprung')

  // The participants see it too.
  await of('Jonas').reload()
  await of('Jonas')
    .getByText(/i utkastet:/u)
    .first()
    .waitFor()
  await picture(of('Jonas'), '8-vad-det-blev')
}, 90_000)
