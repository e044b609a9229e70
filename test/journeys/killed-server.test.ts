import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { freePort, startServer, type ServerProcess } from '../support/server-process.ts'

let browser: Browser
let server: ServerProcess
const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-killed-'))
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a server that is killed while somebody writes costs nobody a word', async () => {
  const settings = { DATA_DIR: dataDir, PORT: String(await freePort()) }
  server = await startServer(settings)
  const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  await page.goto(await server.signInLink())
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByRole('button', { name: 'Starta utkast Personlig assistent' }).click()
  await page.getByRole('link', { name: /Förflyttning/u }).click()
  const field = page.getByRole('textbox', { name: 'Kriterium 4.1 a', exact: true })
  await field.fill('Skrivet före.')
  await page.locator('pv-save-badge .badge.ok').waitFor()

  await server.kill()
  await field.fill('Skrivet medan servern var nere.')
  await page
    .getByText(/Utan nät, 1 väntar/u)
    .first()
    .waitFor()
  expect(await page.locator('pv-save-badge .badge.ok').count()).toBe(0)

  server = await startServer(settings)
  await page.locator('pv-save-badge .badge.ok').waitFor({ timeout: 30_000 })
  await page.reload()
  await field.waitFor()
  expect(await field.inputValue()).toBe('Skrivet medan servern var nere.')
}, 90_000)

test('a server that is asked to stop finishes what it is at, and lets its listeners go', async () => {
  expect(await server.kill('SIGTERM')).toBe(0)
}, 20_000)
