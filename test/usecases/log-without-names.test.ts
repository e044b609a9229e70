import { readFileSync } from 'node:fs'
import path from 'node:path'
import { faultsOf } from '../../server/contract.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { addOutcome, addTheme } from '../../server/board/write-on-board.ts'
import { repositoryRoot } from '../../server/repository-root.ts'
import { cookieIn, plan, sitDown, writeOn } from '../support/hold-workshop.ts'
import { openMemoryStorage } from '../support/memory-storage.ts'
import { API, invite, organisation, wholeLog } from './acquaintances.ts'
import { takePartInEverything, type Life } from './take-part-in-everything.ts'

/** Every kind of event that the log's schema knows, but changes of a draft. */
const KINDS: string[] = Object.values(
  (
    JSON.parse(readFileSync(path.join(repositoryRoot(), 'schemas/event.schema.json'), 'utf8')) as {
      $defs: Record<string, { properties: { kind: { const: string } } }>
    }
  ).$defs,
).map(({ properties }) => properties.kind.const)

let life: Life
/** What must be in no log entry of those who took part in a workshop. */
let ofWorkshop: readonly string[]

beforeAll(async () => {
  life = await takePartInEverything(await openMemoryStorage())
  ofWorkshop = await holdWorkshop(life)
  await doTheRest(life)
}, 30_000)
afterAll(() => life.test.close())

/** A workshop in which somebody takes a seat, writes, comes back, and is taken out; what they wrote is compiled. */
async function holdWorkshop({ test, admin }: Life): Promise<string[]> {
  const workshop = await plan(admin, {}, 'testare')
  const [group] = workshop.groups
  const name = 'Åke Deltagarsson'
  const { seat, cookie, agent } = await sitDown(test, group!.code, { name })
  let rowId = ''
  await writeOn(test.storage, group!.id, seat, (pen) => {
    rowId = addOutcome(pen, { themeId: addTheme(pen, 'Lyft'), category: 'skills', text: 'lyfta rätt' })
  })
  const back = await agent
    .post(`${API}/seats/return`)
    .send({ code: group!.code, word: seat.word })
    .expect(201)
  const path = `${API}/workshops/${workshop.id}`
  await admin
    .put(`${path}/compilation/rows/${rowId}`)
    .send({ kind: 'taken', statementIds: [rowId] })
    .expect(200)
  await admin.post(`${path}/message`).send({ text: 'Fika för Deltagarsson' }).expect(200)
  await admin.delete(`${path}/seats/${seat.seatId}`).expect(200)
  await admin.post(`${path}/end`).expect(200)
  const secrets = [cookie, cookieIn(back.headers)].map((each) => each.split('=')[1] ?? '')
  return [name, 'Deltagarsson', seat.word ?? '', seat.hand, group!.code, ...secrets]
}

/** What the administrator does besides, and what the person takes back, until all that can happen has happened. */
async function doTheRest({ test, admin, elsa, elsaId }: Life): Promise<void> {
  const { passkeys } = (await elsa.get(`${API}/account`)).body as { passkeys: { id: string }[] }
  await elsa.delete(`${API}/account/passkeys/${passkeys[0]?.id}`).expect(200)
  await elsa.delete(`${API}/account/identities`).expect(200)
  await elsa.delete(`${API}/account/sessions`).expect(200)
  await elsa.delete(`${API}/session`).expect(204)
  const spare = await organisation(admin, 'Nämnden för det andra')
  await admin.patch(`${API}/organisations/${spare}`).send({ name: 'Nämnden för det tredje' }).expect(200)
  await admin.delete(`${API}/organisations/${spare}`).expect(204)
  const { id, roles } = await invite(admin, { name: 'Elsabet Gammelnamn', role: 'reader' })
  await admin.delete(`${API}/people/${id}/roles/${roles[0]?.id}`).expect(204)
  await admin.delete(`${API}/people/${id}/ways-in`).expect(204)
  await admin.get(`${API}/log?person=Elsabet%20Nygift`).expect(422)
  await admin.delete(`${API}/people/${elsaId}`).expect(204)
  test.now = new Date(test.now.getTime() + 20 * 86_400_000)
  const again = await test.signedIn('Karin Kvarvarande')
  await again.post(`${API}/installation/jobs/tidy/runs`).expect(204)
}

test('all that can be logged has been, by somebody who took part in everything', async () => {
  const logged = new Set((await wholeLog(life.test.storage)).map(({ event }) => event.kind as string))
  expect(KINDS.length).toBeGreaterThan(25)
  expect(KINDS.filter((kind) => !logged.has(kind))).toEqual([])
})

test('no entry holds a name, an address, a device or a secret', async () => {
  const entries = (await wholeLog(life.test.storage)).map((entry) => JSON.stringify(entry))
  const neverLogged = [...life.neverLogged, ...ofWorkshop]
  expect(neverLogged.length).toBeGreaterThan(30)
  expect(neverLogged.every((text) => text.length > 3)).toBe(true)
  const found = neverLogged.flatMap((text) => entries.filter((entry) => entry.includes(text)))
  expect(found).toEqual([])
})

test('each entry is what the schema says that an entry is, and the chain holds', async () => {
  const entries = await wholeLog(life.test.storage)
  expect(entries.flatMap((entry) => faultsOf('log-entry', entry))).toEqual([])
  expect((await verify(life.test.storage)).breaches).toEqual([])
})
