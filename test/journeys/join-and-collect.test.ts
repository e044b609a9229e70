import type { Page } from 'playwright-core'
import type { Workshop } from '../../schemas/types.ts'
import { todayInSweden } from '../../web/i18n/locale.ts'
import { axeFindings, DESKTOP, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

let journey: Journey
let leader: Page
let workshop: Workshop
let phone: Page
let desk: Page
let word: string

beforeAll(async () => {
  journey = await startJourney()
  leader = await journey.editor('Karin')
  await ask('POST', '/profiles/personlig-assistent/draft', {})
  workshop = await ask('POST', '/profiles/personlig-assistent/workshops', {
    name: 'Vårens workshop',
    date: todayInSweden(),
    question: 'Vad behöver en person kunna för att klara jobbet?',
    phases: ['collect', 'sort', 'delimit', 'word', 'done'].map((phase) => ({ phase, minutes: 10 })),
    anonymity: { silentCollect: true, namedPhases: ['sort'], namesInMinutes: false },
    isRehearsal: false,
    groups: [
      { place: '', seats: 6 },
      { place: '', seats: 2 },
    ],
  })
}, 90_000)
afterAll(() => journey.close())

/** Asks the API as whoever leads the workshop. */
async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await leader.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(`/api/v1${where}`, {
        method: how ?? 'GET',
        headers: { 'content-type': 'application/json' },
        body: what ?? null,
      })
      return { status: response.status, text: await response.text() }
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  )
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.text}`)
  return (answer.text === '' ? undefined : JSON.parse(answer.text)) as Answer
}

const codeOf = (number: number): string => workshop.groups[number - 1]?.code ?? ''
const writer = (page: Page) => page.getByRole('textbox', { name: 'Skriv ett kort' })
const cardsOn = (page: Page) => page.locator('pv-own-card .card p').allInnerTexts()
const isSaved = (page: Page) => page.locator('pv-board-badge .badge.ok').waitFor()

/** Comes in with the code in the address. Gives how many taps that took. */
async function comeIn(page: Page, code: string, name: string, perspective: string): Promise<number> {
  await page.goto(`${journey.url}/med/${code}`)
  await page.getByText('Personlig assistent, grupp').waitFor()
  await page.locator('#name:focus').waitFor()
  // The name has the focus: typing is no tap.
  await page.keyboard.type(name)
  await page.getByText(perspective).click()
  await page.getByRole('button', { name: 'Gå in i grupp' }).click()
  await writer(page).waitFor()
  return 2
}

test('a code that nobody has is answered at once, in words', async () => {
  const page = await journey.visitor({ viewport: PHONE })
  await page.goto(`${journey.url}/med`)
  await page.locator('#code:focus').waitFor()
  await page.keyboard.type('aaa aaa')
  await page.getByText('Koden stämmer inte').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByLabel('Kod').fill(codeOf(2).toLowerCase())
  await page.getByText('Personlig assistent, grupp 2. Två platser kvar.').waitFor()
  await page.getByRole('button', { name: 'Gå in i grupp 2' }).click()
  await page.getByText('Skriv ett namn.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('name')
  expect(await axeFindings(page)).toEqual([])
  expect(await fitsItsWidth(page)).toBe(true)
  await page.close()
}, 60_000)

test('from the code on the wall to the first card takes three taps besides typing, and little time', async () => {
  phone = await journey.visitor({ viewport: PHONE })
  const began = Date.now()
  const taps = await comeIn(phone, codeOf(2), 'Leila', 'Utbildare')
  await phone.locator('textarea:focus').waitFor()
  await phone.keyboard.type('Vem man ringer när något går sönder')
  await phone.getByRole('button', { name: 'Lägg kortet' }).click()
  await phone.locator('pv-own-card').waitFor()
  expect(taps + 1).toBeLessThanOrEqual(3)
  expect(Date.now() - began).toBeLessThan(10_000)
  await isSaved(phone)
}, 60_000)

test('the word that leads back is told once, and found in the menu after that', async () => {
  word = await phone.locator('.own-word b').innerText()
  expect(word).toMatch(/^\p{L}+ \p{L}+$/u)
  await phone.getByRole('button', { name: 'Stäng. Orden finns kvar i menyn.' }).click()
  await phone.getByRole('button', { name: 'Meny' }).click()
  await phone.getByRole('dialog').getByText(word).waitFor()
  expect(await axeFindings(phone)).toEqual([])
  await phone.keyboard.press('Escape')
  expect(await phone.locator('.own-word').count()).toBe(0)
}, 60_000)

test('a card that is half written is there again when the page is', async () => {
  await writer(phone).fill('Se när hen är trött, innan')
  await phone.reload()
  await writer(phone).waitFor()
  expect(await writer(phone).inputValue()).toBe('Se när hen är trött, innan')
  expect(await phone.locator('.own-word').count()).toBe(0)
  await phone.keyboard.press('Control+Enter')
  await phone.getByText('Dina 2 kort').waitFor()
}, 60_000)

test('a pasted list becomes several cards, and one step of undoing', async () => {
  desk = await journey.visitor({ viewport: DESKTOP })
  await comeIn(desk, codeOf(2), 'Fatima 😀', 'Annat')
  await writer(desk).fill('- Knacka på, det är hens hem\n- Prata med hen, inte över hen\n\n3. Handla 🛒')
  await desk.getByRole('button', { name: 'Gör 3 kort' }).click()
  await desk.getByText('Dina 3 kort').waitFor()
  expect(await cardsOn(desk)).toEqual([
    'Knacka på, det är hens hem',
    'Prata med hen, inte över hen',
    'Handla 🛒',
  ])
  await desk.getByRole('button', { name: 'Ångra ditt senaste' }).click()
  await desk.getByText('Inga kort än.').waitFor()
  await desk.locator('body').press('Control+Shift+z')
  await desk.getByText('Dina 3 kort').waitFor()
  await isSaved(desk)
}, 60_000)

test('in silence nobody sees the others’ cards, and everybody sees how many have written', async () => {
  await desk.getByText('2 av 2 har skrivit').waitFor()
  expect(await desk.getByText('Vem man ringer').count()).toBe(0)
  await desk.getByRole('button', { name: 'Sortera' }).click()
  await desk.getByText('Du tittar på Sortera. Gruppen är i Samla.').waitFor()
  expect(await desk.getByText('Vem man ringer').count()).toBe(0)
  await desk.getByRole('button', { name: 'Gå till Samla' }).click()
  expect(await axeFindings(desk)).toEqual([])
  expect(await axeFindings(phone)).toEqual([])
  expect(await fitsItsWidth(phone)).toBe(true)
}, 60_000)

test('one’s own card is changed and put aside, and comes back', async () => {
  await desk.getByRole('button', { name: 'Ändra kortet ”Handla 🛒”' }).click()
  await desk.getByRole('textbox', { name: 'Ändra texten på kortet' }).fill('Handla efter hens lista 🛒')
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: 'Ändra kortet ”Handla efter hens lista 🛒”' }).click()
  await desk.getByRole('button', { name: 'Lägg undan' }).click()
  await desk.getByText('Dina 2 kort').waitFor()
  await desk.getByText('1 undanlagt kort').click()
  await desk.getByRole('button', { name: 'Ta tillbaka' }).click()
  await desk.getByText('Dina 3 kort').waitFor()
  expect(await cardsOn(desk)).toContain('Handla efter hens lista 🛒')
}, 60_000)

test('what is written without a network says so, and goes when it is back', async () => {
  await phone.context().setOffline(true)
  await phone.evaluate(() => dispatchEvent(new Event('offline')))
  await writer(phone).fill('Säga ifrån när det inte är säkert')
  await phone.keyboard.press('Control+Enter')
  await phone.getByText('Dina 3 kort').waitFor()
  await phone.locator('pv-board-badge .badge.wait').waitFor({ timeout: 45_000 })
  expect(await phone.locator('pv-board-badge .badge.ok').count()).toBe(0)
  await phone.context().setOffline(false)
  await isSaved(phone)
}, 90_000)

test('whoever is in the middle of a text finishes it when the group goes on', async () => {
  await writer(desk).fill('Laga mat som')
  await ask('POST', `/workshops/${workshop.id}/message`, { text: 'Nu sorterar vi.' })
  await ask('POST', `/workshops/${workshop.id}/phase`, { phase: 'sort' })
  await desk.getByText('Gruppen har gått vidare till Sortera.').waitFor()
  await desk.getByText('Till alla: Nu sorterar vi.').waitFor()
  await desk.keyboard.type(' hen tycker om')
  await desk.keyboard.press('Control+Enter')
  await desk.getByText('Dina 4 kort').waitFor()
  await desk.keyboard.press('Tab')
  await desk.getByRole('heading', { name: 'Vad hör ihop?' }).waitFor()
  expect(await desk.getByText('Laga mat som hen tycker om').count()).toBe(1)
}, 60_000)

test('cards are sorted with the keyboard alone', async () => {
  const left = desk.getByRole('listbox', { name: 'Kvar att sortera' })
  await left.focus()
  await desk.keyboard.press('n')
  await desk.locator('input.name:focus').waitFor()
  await desk.keyboard.type('Bemötande')
  await desk.keyboard.press('Enter')
  await desk.getByText('1 av 7 ligger').waitFor()
  await left.focus()
  await desk.keyboard.press('ArrowDown')
  const chosen = await left.getByRole('option', { selected: true }).innerText()
  await desk.keyboard.press('1')
  await desk.getByText('2 av 7 ligger').waitFor()
  await desk
    .getByText(new RegExp(`”${chosen.trim().slice(0, 20)}.*” ligger i Bemötande`, 'u'))
    .waitFor({ state: 'attached' })
  await desk.keyboard.press('Control+z')
  await desk.getByText('1 av 7 ligger').waitFor()
  expect(await axeFindings(desk)).toEqual([])
}, 60_000)

test('on a phone one card at a time is laid in a theme, skipped, or moved again', async () => {
  await phone.getByText('Kort 2 av 7').waitFor()
  await phone.getByRole('button', { name: 'Hoppa över' }).click()
  await phone.getByRole('button', { name: /Bemötande/u }).click()
  await phone.getByText('Kort 3 av 7').waitFor()
  expect(await axeFindings(phone)).toEqual([])
  expect(await fitsItsWidth(phone)).toBe(true)
  await phone.getByRole('button', { name: 'Se alla teman' }).click()
  await phone.getByRole('button', { name: 'Flytta eller ändra kortet' }).first().click()
  await phone.getByRole('button', { name: 'Ta ut ur temat' }).click()
  await phone.getByText('1 kort', { exact: true }).waitFor()
  expect(await axeFindings(phone)).toEqual([])
  await desk.getByText('1 av 7 ligger').waitFor()
}, 60_000)

test('the group sees who is ready', async () => {
  await phone.getByRole('button', { name: 'Jag är klar' }).click()
  await desk.locator('.foot .people').getByText('klar').waitFor()
  await desk.getByText('1 av 2 är klar').waitFor()
  expect(await desk.locator('.foot .people .is-ready').count()).toBe(1)
}, 60_000)

test('a full group says so', async () => {
  const late = await journey.visitor({ viewport: PHONE })
  await late.goto(`${journey.url}/med/${codeOf(2)}`)
  await late.getByText('Inga platser kvar.').waitFor()
  await late.keyboard.type('Tomas')
  await late.getByText('Brukare').click()
  await late.getByRole('button', { name: 'Gå in i grupp 2' }).click()
  await late.getByText('Gruppen är full').waitFor()
  expect(new URL(late.url()).pathname).toBe(`/med/${codeOf(2)}`)
  await late.close()
}, 60_000)

test('the word leads back to the same seat from another phone, and the address from the same one', async () => {
  const other = await journey.visitor({ viewport: PHONE })
  await other.goto(`${journey.url}/med/${codeOf(2)}`)
  await other.getByRole('button', { name: 'Skriv dina två ord' }).click()
  await other.getByLabel('Dina två ord').fill('fel ord')
  await other.keyboard.press('Enter')
  await other.getByText('Orden stämmer inte').waitFor()
  await other.getByLabel('Dina två ord').fill(word.toUpperCase())
  await other.keyboard.press('Enter')
  await other.waitForURL('**/tavla')
  await other
    .getByRole('button', { name: 'Samla' })
    .or(other.getByRole('button', { name: 'Sortera' }))
    .first()
    .waitFor()
  await other.goto(`${journey.url}/med/${codeOf(2)}`)
  await other.waitForURL('**/tavla')
  await other.getByRole('button', { name: 'Meny' }).click()
  expect(await other.getByRole('dialog').locator('.people').innerText()).toMatch(/^L\s+Du/u)
  await other.close()
}, 60_000)

test('whoever leads the workshop looks in, and changes nothing', async () => {
  const look = await leader.context().newPage()
  await look.goto(`${journey.url}/tavla/titta/${workshop.groups[1]?.id}`)
  await look.getByText('DU TITTAR').waitFor()
  await look.getByRole('heading', { name: 'Vad hör ihop?' }).waitFor()
  expect(await look.getByRole('button', { name: 'Jag är klar' }).count()).toBe(0)
  expect(await look.getByRole('button', { name: 'Nytt tema' }).count()).toBe(0)
  await look.close()
}, 60_000)

test('a workshop that has ended is read, and not written in', async () => {
  await ask('POST', `/workshops/${workshop.id}/end`)
  await desk.getByText('Workshopen är slut.').waitFor()
  expect(await desk.getByRole('button', { name: 'Jag är klar' }).count()).toBe(0)
  const late = await journey.visitor({ viewport: PHONE })
  await late.goto(`${journey.url}/med/${codeOf(1)}`)
  await late.getByText('Workshopen är slut').waitFor()
}, 60_000)
