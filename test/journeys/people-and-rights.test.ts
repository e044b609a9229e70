import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { axeFindings, DESKTOP } from '../support/journey.ts'
import { startMailServer, type MailServer } from '../support/mail-server.ts'
import { freePort, startServer, type ServerProcess } from '../support/server-process.ts'

const FATIMA = 'fatima.ali@assistans.example'

let dataDir: string
let mails: MailServer
let server: ServerProcess
let browser: Browser
let admin: Page
let fatima: Page
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-people-'))
  mails = await startMailServer()
  const port = String(await freePort())
  const mail = { SMTP_URL: mails.url, MAIL_FROM: 'profiler@assistans.example' }
  server = await startServer({ DATA_DIR: dataDir, PORT: port, ...mail })
  browser = await launchBrowser()
  admin = await openPage()
  fatima = await openPage()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.kill('SIGTERM')
  await mails.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function openPage(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'sv-SE', viewport: DESKTOP })).newPage()
  page.setDefaultTimeout(10_000)
  return page
}

/** The link in the next mail to Fatima. */
async function mailedLink(): Promise<string> {
  const { parsed } = await mails.next(FATIMA)
  return /http\S+\/logga-in\/\S+/u.exec(parsed.text ?? '')?.[0] ?? ''
}

async function comeInBy(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL('**/verkstad')
}

test('whoever has started the program for the first time comes in, and invites a facilitator by mail', async () => {
  await comeInBy(admin, await server.signInLink())
  await admin.getByRole('link', { name: 'Administration' }).click()
  await admin.getByRole('button', { name: 'Bjud in' }).click()
  const dialog = admin.locator('wa-dialog[open]')
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Fatima Ali')
  await dialog.getByRole('textbox', { name: /^E-post/u }).fill(FATIMA)
  await dialog.getByRole('combobox', { name: 'Roll' }).selectOption({ label: 'Processledare' })
  expect(await axeFindings(admin)).toEqual([])
  await dialog.getByRole('button', { name: 'Bjud in' }).click()
  await admin.getByText(`Inbjudan till Fatima Ali är på väg till ${FATIMA}.`).waitFor()
  expect(await axeFindings(admin)).toEqual([])
}, 60_000)

test('the invitation bears that a program opens its link first, and lets the facilitator in once', async () => {
  const link = await mailedLink()
  for (const method of ['HEAD', 'GET', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
  await comeInBy(fatima, link)
  await fatima.getByRole('link', { name: 'Fatima Ali' }).waitFor()
  expect(await fatima.getByRole('link', { name: 'Administration' }).count()).toBe(0)
  const other = await openPage()
  await other.goto(link)
  await other.getByRole('heading', { name: 'Länken gäller inte längre' }).waitFor()
  await other.context().close()
}, 60_000)

test('she writes in a draft; when her role is taken she is shown out at once, and what she wrote last stays hers', async () => {
  await admin.request.post(`${server.url}/api/v1/profiles/personlig-assistent/draft`, { data: {} })
  await fatima.goto(`${server.url}/verkstad/personlig-assistent/yrkesrollen`)
  const purpose = fatima.getByRole('textbox', { name: 'Syfte' })
  await purpose.fill('Profilen visar vad en assistent behöver kunna.')
  await fatima.locator('pv-save-badge .badge.ok').waitFor()

  await admin.getByRole('combobox', { name: 'Roll' }).selectOption({ label: 'Läsare' })
  await admin.getByRole('button', { name: 'Ge rollen' }).click()
  await admin.getByText('Rollen är given.').waitFor()
  await admin.getByRole('button', { name: /^Ta bort … processledare/iu }).click()
  await admin.getByRole('button', { name: 'Ta bort rollen' }).click()
  await admin.getByText('Rollen är borttagen och Fatima Ali är utloggad.').waitFor()

  await purpose.fill('Detta hann inte sparas.')
  await fatima
    .getByText(/inte (?:längre )?inloggad|utloggad/iu)
    .first()
    .waitFor()
  await expect(fatima.getByText('Detta hann inte sparas.').count()).resolves.toBeGreaterThan(0)
  await admin.reload()
  await admin.getByRole('rowheader', { name: /^Läsare för allt/u }).waitFor()
}, 60_000)

test('she asks for a new link herself, and finds that she may read the draft but not change it', async () => {
  await mails.next(FATIMA) // of the role that she got
  await mails.next(FATIMA) // of the one that she lost
  await fatima.goto(`${server.url}/logga-in`)
  await fatima.getByRole('textbox', { name: 'E-post' }).first().fill(FATIMA)
  await fatima.getByRole('button', { name: 'Skicka länken' }).click()
  await fatima.getByRole('heading', { name: 'Länken är skickad' }).waitFor()
  expect(fatima.url()).not.toContain('fatima')
  await comeInBy(fatima, await mailedLink())
  const draft = fatima.getByRole('link', { name: /utkast/iu }).first()
  await expect(draft.getAttribute('href')).resolves.toContain('/draft/pdf')
  await fatima.goto(`${server.url}/verkstad/personlig-assistent/yrkesrollen`)
  await fatima.getByText('Du kan läsa men inte ändra').waitFor()
  expect(await axeFindings(fatima)).toEqual([])
}, 60_000)

test('an administrator signs her out everywhere; the last administrator stays one', async () => {
  await admin.reload()
  await admin.getByText('Inloggad på 1 enhet just nu.').waitFor()
  await admin.getByRole('button', { name: 'Logga ut överallt' }).click()
  await admin.getByText('Fatima Ali är utloggad överallt.').waitFor()
  await admin.getByText('Inte inloggad någonstans just nu.').waitFor()
  await fatima.goto(`${server.url}/verkstad`)
  await fatima.waitForURL('**/logga-in')

  await admin.getByRole('link', { name: 'Personer', exact: true }).click()
  await admin.getByRole('main').getByRole('link', { name: 'Administratör', exact: true }).click()
  await admin.getByRole('button', { name: /^Ta bort … administratör/iu }).click()
  await admin.getByRole('button', { name: 'Ta bort rollen' }).click()
  await admin.getByText('Det måste finnas en administratör').waitFor()
  expect(await admin.getByText('Administratör för allt').count()).toBeGreaterThan(0)
}, 60_000)
