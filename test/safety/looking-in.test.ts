import type { Workshop } from '../../schemas/types.ts'
import { serve, type Serving } from '../../server/serve.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { admitToBoard } from '../../server/usecases/workshop/admit-to-board.ts'
import { planWorkshop } from '../../server/usecases/workshop/plan-workshop.ts'
import { openBoardClient } from '../support/board-client.ts'
import { buildPlan } from '../support/hold-workshop.ts'
import { depsOn, draft } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* Those who look into a group's board, and may no longer: what they have open ends. */

let app: TestApp
let serving: Serving
let workshop: Workshop
beforeEach(async () => {
  app = await startTestApp({ port: 0 })
  const deps = depsOn(app.storage, () => app.now)
  await draft(deps)
  workshop = await planWorkshop(deps, THE_PROGRAM, { slug: 'testare', ...buildPlan() })
  serving = await serve(app.context)
})
afterEach(() => serving.stop(100))

const look = async (cookie: string) => {
  const client = openBoardClient({
    port: serving.port,
    groupId: workshop.groups[0]!.id,
    headers: { cookie },
  })
  await client.synced
  return client
}
const personCalled = async (name: string) =>
  (await app.storage.read((stores) => stores.people.list())).find((each) => each.name === name)!.id

test('whoever signs out hears no more of the board, and others do', async () => {
  const [karins, bos] = [await app.cookie('Karin Ek'), await app.cookie('Bo Ask')]
  const [karin, bo] = [await look(karins), await look(bos)]
  await fetch(`http://127.0.0.1:${serving.port}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie: karins },
  })
  expect(await karin.closed).toEqual({ code: 4401, reason: 'not-allowed' })
  expect(bo.socket.readyState).toBe(bo.socket.OPEN)
})

test('whoever’s sessions are all ended, as when a role is taken, hears no more of the board', async () => {
  const karin = await look(await app.cookie('Karin Ek'))
  app.context.deps.letGo({ personId: await personCalled('Karin Ek') })
  expect(await karin.closed).toEqual({ code: 4401, reason: 'not-allowed' })
})

test('a storage that fails tells nobody that they have no seat, which would keep their words on the device', async () => {
  const broken = { ...app.context.deps, storage: { ...app.storage, read: failingRead() } }
  await expect(
    admitToBoard(broken, THE_PROGRAM, { groupId: workshop.groups[0]!.id, secret: 'a' }),
  ).rejects.toThrow('the disk')
})

/** The storage as it is, but for the seats, which cannot be read just now. */
function failingRead(): TestApp['storage']['read'] {
  return (work) =>
    app.storage.read((stores) =>
      work({
        ...stores,
        workshops: { ...stores.workshops, seatByDevice: () => Promise.reject(new Error('the disk')) },
      }),
    )
}
