import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { API, comeIn, invite, type Agent } from '../usecases/acquaintances.ts'

/* People choose what they are called, and so can call themselves what somebody else is called. */

let app: TestApp
let karin: Agent
beforeEach(async () => {
  app = await startTestApp()
  karin = await app.signedIn()
})
afterEach(() => app.close())

test('a link for the administrator with a name is not for somebody who has taken that name', async () => {
  const bo = await invite(karin)
  const anna = await invite(karin, { name: 'Anna Öst', role: 'administrator' })
  const browser = await comeIn(app, karin, bo.id)
  await browser.patch(`${API}/account`).send({ name: 'Anna Öst' }).expect(200)
  const { person } = await issueAdminLink(app.context.deps, { name: 'Anna Öst', fallbackName: 'Anna Öst' })
  expect(person.id).toBe(anna.id)
  expect(await app.storage.read(({ people }) => people.grants(bo.id))).toEqual([])
})
