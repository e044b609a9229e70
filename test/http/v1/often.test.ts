import { buildProfile } from '../../support/build-profile.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { API } from '../../usecases/acquaintances.ts'

let app: TestApp
beforeEach(async () => {
  // A slow machine lays out a draft so slowly that a place comes back meanwhile: here no time passes.
  app = await startTestApp({}, undefined, () => 0)
  await draft(depsOn(app.storage), buildProfile())
})
afterEach(() => app.close())

/* What costs much is not given without end, to those who are signed in either. */
test.each([
  ['all that is held about oneself', 'as a file', 20, `${API}/account/data`],
  ['all that is held about oneself', 'as a page', 20, '/konto/uppgifter'],
  ['a draft', 'as PDF', 20, `${API}/profiles/testare/draft/pdf`],
])('%s %s is given %i times at a stretch', async (_, __, times, address) => {
  const karin = await app.signedIn()
  const statuses = []
  for (let asked = 0; asked <= times; asked++) statuses.push((await karin.get(address)).status)
  expect(statuses).toEqual([...Array<number>(times).fill(200), 429])
})
