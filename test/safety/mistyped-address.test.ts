import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { changeSettings } from '../../server/usecases/installation/settings.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { API, comeIn, invite, linkFor, nameOf, type Agent } from '../usecases/acquaintances.ts'

/* An administrator has mistyped an address, and a stranger has got somebody's link. */

let app: TestApp
let karin: Agent
beforeEach(async () => {
  app = await startTestApp()
  karin = await app.signedIn()
})
afterEach(() => app.close())

const correct = (personId: string, email: string) =>
  karin.patch(`${API}/people/${personId}`).send({ email }).expect(200)

test('when the address is put right, whoever has come in by the wrong one is shown out', async () => {
  const { id } = await invite(karin, { email: 'bo.ek@exmple.se' })
  const stranger = await comeIn(app, karin, id)
  await correct(id, 'bo.ek@example.se')
  expect(await nameOf(stranger)).toBeNull()
})

test('a link that went to the wrong address opens nothing when it is put right', async () => {
  const { id } = await invite(karin, { email: 'bo.ek@exmple.se' })
  const token = await linkFor(karin, id)
  await correct(id, 'bo.ek@example.se')
  await app.stranger.post(`${API}/session`).send({ token }).expect(410)
})

test.each([
  ['is given their first address', null],
  ['keeps it, in other letters', 'Bo.Ek@Example.se'],
])('somebody who %s stays where they are', async (_, email) => {
  const { id } = await invite(karin, { email })
  const bo = await comeIn(app, karin, id)
  await correct(id, 'bo.ek@example.se')
  expect(await nameOf(bo)).toBe('Bo Ek')
})

test('what the stranger has left to come back by is taken away, and so is what there was to sign in by before', async () => {
  const { id } = await invite(karin, { email: 'bo.ek@exmple.se' })
  const stranger = await comeIn(app, karin, id)
  await changeSettings(app.context.deps, THE_PROGRAM, { passwords: true })
  await stranger.put(`${API}/account/password`).send({ password: 'främlingens egen mening' }).expect(204)
  await karin.delete(`${API}/people/${id}/ways-in`).expect(204)
  expect(await nameOf(stranger)).toBeNull()
  await app.stranger
    .post(`${API}/session/password`)
    .send({ email: 'bo.ek@exmple.se', password: 'främlingens egen mening' })
    .expect(403)
  expect(await nameOf(await comeIn(app, karin, id))).toBe('Bo Ek')
})

test('an administrator who puts their own address right stays signed in, and nowhere else', async () => {
  const { id } = await invite(karin, { email: 'ulla@exmple.se', role: 'administrator' })
  const [here, elsewhere] = [await comeIn(app, karin, id), await comeIn(app, karin, id)]
  await here.patch(`${API}/people/${id}`).send({ email: 'ulla@example.se' }).expect(200)
  expect([await nameOf(here), await nameOf(elsewhere)]).toEqual(['Bo Ek', null])
})
