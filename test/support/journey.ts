import AxeBuilderModule from '@axe-core/playwright'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openContext, type AppContext } from '../../server/context.ts'
import { repositoryRoot } from '../../server/repository-root.ts'
import { seedExamples } from '../../server/seed-examples.ts'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { launchBrowser } from './browser.ts'

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 360, height: 740 }

/** A running installation with the example profiles in it, and a real browser beside it. */
export type Journey = {
  readonly url: string
  readonly context: AppContext
  /** Somebody's browser, with nobody signed in. */
  visitor(options?: { viewport?: typeof DESKTOP; javaScriptEnabled?: boolean }): Promise<Page>
  /** Somebody's browser, who has come in by a link of their own: an administrator. */
  editor(name: string, options?: { viewport?: typeof DESKTOP }): Promise<Page>
  /** Throws when a page has asked for anything from outside, or tripped over its own content security policy. */
  close(): Promise<void>
}

export async function startJourney(settings: NodeJS.ProcessEnv = {}): Promise<Journey> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-journey-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // By name: browsers make no passkeys for an address in figures.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const context = await openContext(readConfig({ DATA_DIR: dataDir, BASE_URL: url, ...settings }))
  await seedExamples(context.deps, path.join(repositoryRoot(), 'profiles'))
  server.on('request', buildApp(context))
  context.boards.attach(server)
  await context.background.start()
  const browser = await launchBrowser()
  const breaches: string[] = []

  async function visitor(
    options: { viewport?: typeof DESKTOP; javaScriptEnabled?: boolean } = {},
  ): Promise<Page> {
    const visitorContext = await browser.newContext({ locale: 'sv-SE', viewport: DESKTOP, ...options })
    const page = await visitorContext.newPage()
    watch(page, breaches)
    page.setDefaultTimeout(10_000)
    return page
  }

  return {
    url,
    context,
    visitor,
    async editor(name, options) {
      const page = await visitor(options)
      const { token } = await issueAdminLink(context.deps, { name, fallbackName: name })
      await page.goto(`${url}/logga-in/${token}`)
      await page.getByRole('button', { name: 'Logga in' }).click()
      await page.waitForURL('**/verkstad')
      return page
    },
    async close() {
      await closeAll(browser, server, context, dataDir)
      if (breaches.length > 0) throw new Error(`pages did what they must not:\n${breaches.join('\n')}`)
    },
  }
}

/** Nothing is loaded from anywhere else; and what the content security policy forbids is not even tried. */
function watch(page: Page, breaches: string[]): void {
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isOurs = ['data:', 'blob:'].includes(protocol) || ['localhost', '127.0.0.1'].includes(hostname)
    if (!isOurs) breaches.push(`asked for ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/u.test(message.text()))
      breaches.push(message.text())
  })
}

async function closeAll(
  browser: Browser,
  server: Server,
  context: AppContext,
  dataDir: string,
): Promise<void> {
  await browser.close()
  context.announcements.end()
  await context.boards.stop()
  await context.background.stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await context.deps.storage.close()
  rmSync(dataDir, { recursive: true, force: true })
}

type AxeBuilder = new (options: { page: Page }) => {
  withTags(tags: string[]): {
    analyze(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
  }
}
const Axe = ((AxeBuilderModule as unknown as { default?: unknown }).default ?? AxeBuilderModule) as AxeBuilder

/** What axe finds on the page as it stands: the floor of accessibility, not the goal. */
export async function axeFindings(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new Axe({ page }).withTags(tags).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Whether the page can be read without scrolling sideways. */
export function fitsItsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}
