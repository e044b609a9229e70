import type { Page } from 'playwright-core'
import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { Role } from '../../schemas/types.ts'
import { buildApp } from '../../server/app.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { openLine } from './cuttable-line.ts'
import { API } from './hold-review.ts'
import { axeFindings, fitsItsWidth, PHONE, startJourney, type DESKTOP, type Journey } from './journey.ts'
import type { TestApp } from './test-app.ts'

type Coming = { readonly viewport?: typeof DESKTOP; readonly locale?: 'sv' | 'en' }

/** A running installation on which panels are held, and the browsers of those who sit on them. */
export type PanelJourney = {
  readonly journey: Journey
  /** What opens reviews takes it for a test application. */
  readonly app: TestApp
  readonly line: Awaited<ReturnType<typeof openLine>>
  readonly address: (path: string) => string
  /** Somebody with that address comes in by a link of their own, on a phone unless told otherwise. */
  comeIn(email: string, coming?: Coming): Promise<Page>
  /** Somebody new with that role comes in. */
  comeInAs(role: Role, coming?: Coming): Promise<Page>
  close(): Promise<void>
}

export async function startPanelJourney(): Promise<PanelJourney> {
  const journey = await startJourney()
  const line = await openLine(Number(new URL(journey.url).port))
  const { deps } = journey.context
  const address = (path: string) => `http://localhost:${line.port}${path}`

  async function invite(role: Role): Promise<string> {
    const invited = { name: role, email: null, organisationId: null, locale: 'sv', sendMail: false } as const
    return (await invitePerson(deps, THE_PROGRAM, { ...invited, role, scope: EVERYTHING })).id
  }

  async function signIn(role: Role): Promise<TestAgent> {
    const { token } = await handOverLink(deps, THE_PROGRAM, { personId: await invite(role) })
    const agent = request.agent(buildApp(journey.context))
    await agent.post(`${API}/session`).send({ token }).expect(201)
    return agent
  }

  async function enter(personId: string, { viewport = PHONE, locale = 'sv' }: Coming): Promise<Page> {
    const { token } = await handOverLink(deps, THE_PROGRAM, { personId })
    const page = await journey.visitor({ viewport })
    await page.goto(address(`/logga-in/${token}`))
    await page.evaluate((chosen) => localStorage.setItem('profilverkstad.locale', chosen), locale)
    await page.locator('main form button').first().click()
    await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'))
    return page
  }

  const app = { app: buildApp(journey.context), context: journey.context, as: signIn }
  return {
    journey,
    app: app as unknown as TestApp,
    line,
    address,
    async comeIn(email, coming = {}) {
      const person = await deps.storage.read(({ people }) => people.findByEmail(email))
      return enter(person?.id ?? '', coming)
    },
    async comeInAs(role, coming = {}) {
      return enter(await invite(role), coming)
    },
    async close() {
      await line.close()
      await journey.close()
    },
  }
}

let pictures = 0

/** What axe finds on the page, and whether it is wider than its window. With PICTURES=<folder> in the environment it is photographed. */
export async function look(page: Page, name: string): Promise<string[]> {
  const folder = process.env['PICTURES']
  if (folder) {
    const file = `${folder}/${String(++pictures).padStart(2, '0')}-${name}.png`
    await page.screenshot({ path: file, fullPage: true })
  }
  return [...(await axeFindings(page)), ...((await fitsItsWidth(page)) ? [] : ['wider than its window'])]
}
