import type { RemarkList, SettleRemark } from '../../../schemas/types.ts'
import { id } from '../../support/build-profile.ts'
import { API, openReview, type HeldReview } from '../../support/hold-review.ts'
import { startMailServer, type MailServer } from '../../support/mail-server.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const ASTA = 'asta@panel.example'
const REMARK = id('a remark')

let app: TestApp
let mail: MailServer
let held: HeldReview
beforeEach(async () => {
  mail = await startMailServer()
  app = await startTestApp({ mail: { smtpUrl: mail.url, from: 'panel@profiler.example' } })
  held = await openReview(app)
  const anchor = { scope: 'whole', itemId: null, hash: null, quote: '' }
  await held.members['Asta']
    ?.post(`${API}/reviews/${held.id}/remarks`)
    .send({ id: REMARK, anchor, text: 'Säg vad.', proposal: null })
    .expect(201)
  await app.context.background.start()
})
afterEach(async () => {
  await app.context.background.stop()
  await mail.stop()
  await app.close()
})

const settle = async (answer: Pick<SettleRemark, 'outcome' | 'reason'>) => {
  const { body } = await held.coordinator
    .put(`${API}/reviews/${held.id}/remarks/${REMARK}/disposition`)
    .send({ ...answer, amendmentId: null })
    .expect(200)
  return (body as RemarkList).items[0]?.disposition
}
/** What tells of answers waits a little for more of them. */
const passTime = () => {
  app.now = new Date(app.now.getTime() + 20 * 60_000)
  app.context.deps.nudgePost()
}
const mailed = async () => {
  const { mails } = await app.storage.read((stores) => stores.mails.page({ limit: 50, page: 1 }))
  return mails.filter(({ kind }) => kind === 'remark-settled').length
}

test('the author of a remark is told when it is answered, and again when the answer is changed', async () => {
  await settle({ outcome: 'declined', reason: 'Det står redan.' })
  passTime()
  const first = await mail.next(ASTA)
  expect(first.parsed.text).toContain('har fått svar')
  expect(first.parsed.text).not.toContain('har ändrats')

  expect(await settle({ outcome: 'accepted', reason: 'Du har rätt.' })).toMatchObject({
    outcome: 'accepted',
    reason: 'Du har rätt.',
  })
  passTime()
  const again = await mail.next(ASTA)
  expect(again.parsed.text?.replace(/\s+/gu, ' ')).toContain('Ett svar har ändrats sedan det gavs')
})

test('a remark that is answered in the same words again is answered once', async () => {
  const answer = { outcome: 'declined', reason: 'Det står redan.' } as const
  const first = await settle(answer)
  passTime()
  await mail.next(ASTA)
  expect(await settle(answer)).toEqual(first)
  expect(await mailed()).toBe(1)
})
