import type { OutboxPage } from '../../schemas/types.ts'
import { openMemoryStorage } from '../support/memory-storage.ts'
import { API } from './acquaintances.ts'
import { takePartInEverything, type Life } from './take-part-in-everything.ts'

let life: Life
beforeAll(async () => (life = await takePartInEverything(await openMemoryStorage())), 30_000)
afterAll(() => life.test.close())

test('a summons that did not go is sent again about the same meeting', async () => {
  const { admin, elsaId, panel, test: app } = life
  const summonses = () =>
    app.storage.read(async ({ mails }) =>
      (await mails.ofPerson(elsaId)).filter(({ kind }) => kind === 'summons'),
    )
  const [summons] = await summonses()
  expect(summons?.about).toBe(panel.meetingId)
  const failed = { status: 'failed', attempts: 9, nextAttemptAt: null, sentAt: null, problem: 'x' } as const
  await app.storage.write(({ mails }) => mails.settle(summons!.id, failed))
  await admin.post(`${API}/installation/mails/${summons?.id}/resendings`).expect(204)
  expect((await summonses()).map(({ status, about }) => [status, about])).toEqual([
    ['failed', panel.meetingId],
    ['waiting', panel.meetingId],
  ])
  const { mails } = (await admin.get(`${API}/installation/mails`).expect(200)).body as OutboxPage
  expect(mails.filter(({ kind }) => kind === 'summons').length).toBeGreaterThan(2)
})
