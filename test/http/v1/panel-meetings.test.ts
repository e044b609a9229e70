import ICAL from 'ical.js'
import type { Reminded, Review } from '../../../schemas/types.ts'
import { API, NINE, openReview, take, type HeldReview } from '../../support/hold-review.ts'
import { startMailServer, type MailServer, type ReceivedMail } from '../../support/mail-server.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const ASTA = 'asta@panel.example'
const MEETING = {
  startsAt: '2026-03-20T08:00:00.000Z',
  endsAt: '2026-03-20T11:00:00.000Z',
  place: 'Sobona, Hornsgatan 15',
  video: 'https://mote.example/panelen',
  material: 'Läs modul 4 före mötet.',
  answerBy: '2026-03-16',
}

let app: TestApp
let mail: MailServer
let held: HeldReview
beforeEach(async () => {
  mail = await startMailServer()
  app = await startTestApp({ mail: { smtpUrl: mail.url, from: 'panel@profiler.example' } })
  held = await openReview(app)
  await app.context.background.start()
})
afterEach(async () => {
  await app.context.background.stop()
  await mail.stop()
  await app.close()
})

const post = (path: string, body: object = {}) =>
  held.coordinator.post(`${API}/reviews/${held.id}${path}`).send(body)
const eventIn = ({ parsed }: ReceivedMail) => {
  const file = parsed.attachments.find(({ contentType }) => contentType.includes('ics'))
  const calendar = new ICAL.Component(ICAL.parse(String(file?.content)))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return { method: calendar.getFirstPropertyValue('method'), event }
}

test('a summons comes with a link of one’s own and a place in the calendar, and so do its change and its cancelling', async () => {
  const planned = (await post('/meetings', MEETING).expect(201)).body as Review
  const [meeting] = planned.meetings
  const { body } = await post(`/meetings/${meeting?.id}/summons`).expect(200)
  expect((body as Review).meetings[0]?.summonedAt).not.toBeNull()
  const summons = await mail.next(ASTA)
  expect(summons.parsed.text).toContain('Hornsgatan 15')
  expect(summons.parsed.text).toContain('Läs modul 4 före mötet.')
  expect(summons.parsed.subject).toMatch(/^Kallelse/u)
  const first = eventIn(summons)
  expect(first.method).toBe('REQUEST')
  expect(first.event.startDate.toJSDate()).toEqual(new Date(MEETING.startsAt))
  expect(first.event.sequence).toBe(0)

  await held.coordinator
    .put(`${API}/reviews/${held.id}/meetings/${meeting?.id}`)
    .send({ ...MEETING, place: 'Stadshuset' })
    .expect(200)
  const changed = await mail.next(ASTA)
  expect(changed.parsed.text).toContain('Stadshuset')
  expect(eventIn(changed).event.sequence).toBe(1)
  expect(eventIn(changed).event.uid).toBe(first.event.uid)

  await post(`/meetings/${meeting?.id}/cancellation`).expect(200)
  const cancelled = eventIn(await mail.next(ASTA))
  expect(cancelled.method).toBe('CANCEL')
  expect(cancelled.event.sequence).toBe(2)
})

test('the link in a summons lets its reader in, and leads to the panel', async () => {
  const planned = (await post('/meetings', MEETING).expect(201)).body as Review
  await post(`/meetings/${planned.meetings[0]?.id}/summons`).expect(200)
  const { parsed } = await mail.next(ASTA)
  const [, path = ''] = /https?:\/\/[^/\s]+(\/logga-in\/\S+)/u.exec(parsed.text ?? '') ?? []
  expect(path).toContain(`?till=/panel/${held.id}`)
  await app.stranger.get(path).expect(200)
  const { headers } = await app.stranger
    .post(path.split('?')[0] ?? '')
    .set('sec-fetch-site', 'same-origin')
    .type('form')
    .expect(303)
  expect(headers['location']).toBe(`/panel/${held.id}`)
})

test('those who have something left are reminded, and nobody else', async () => {
  const { Asta } = held.members
  if (!Asta) throw new Error('nobody')
  const { parts } = (await Asta.get(`${API}/reviews/${held.id}/text`).expect(200)).body
  for (const { id } of parts) await take(app.context.deps, Asta, held.id, { itemId: id, position: 'agree' })
  const { body } = await post('/reminders').expect(200)
  const others = Object.entries(held.seats).filter(([name]) => name !== 'Asta' && name !== 'Jonna')
  expect((body as Reminded).members.toSorted()).toEqual(others.map(([, seat]) => seat).toSorted())
  const queued = await app.storage.read(({ mails }) => mails.page({ limit: 50, page: 1 }))
  const reminders = queued.mails.filter(({ kind }) => kind === 'panel-reminder')
  expect(reminders).toHaveLength(NINE.length - 2)
  expect((await mail.next('bo@panel.example')).parsed.text).toMatch(/saker/u)
})

test('those who have not answered a summons are reminded of it, and nobody else', async () => {
  const planned = (await post('/meetings', MEETING).expect(201)).body as Review
  const path = `/meetings/${planned.meetings[0]?.id}`
  await post(`${path}/reminders`).expect(404)
  await post(`${path}/summons`).expect(200)
  await held.members['Asta']
    ?.put(`${API}/reviews/${held.id}${path}/attendance`)
    .send({ answer: 'absent' })
    .expect(200)
  const { body } = await post(`${path}/reminders`).expect(200)
  expect((body as Reminded).members).toHaveLength(NINE.length - 1)
  expect((body as Reminded).members).not.toContain(held.seats['Asta'])
  await mail.next('bo@panel.example')
  const { parsed } = await mail.next('bo@panel.example')
  expect(parsed.subject).toBe('Kommer du till panelmötet? Testare')
  expect(parsed.text).toContain('Svara senast')
})

test('nobody is reminded of a meeting that is cancelled or over', async () => {
  const planned = (await post('/meetings', MEETING).expect(201)).body as Review
  const path = `/meetings/${planned.meetings[0]?.id}`
  await post(`${path}/summons`).expect(200)
  const { now } = app
  app.now = new Date('2026-03-20T11:00:00.000Z')
  const coordinator = await app.as('coordinator')
  await coordinator.post(`${API}/reviews/${held.id}${path}/reminders`).expect(404)
  app.now = now
  await post(`${path}/cancellation`).expect(200)
  await post(`${path}/reminders`).expect(404)
})

test('members answer the summons, and presence is noted by those who run the meeting', async () => {
  const planned = (await post('/meetings', MEETING).expect(201)).body as Review
  const path = `/meetings/${planned.meetings[0]?.id}`
  await held.members['Asta']
    ?.put(`${API}/reviews/${held.id}${path}/attendance`)
    .send({ answer: 'remotely' })
    .expect(200)
  const { body } = await held.coordinator
    .put(`${API}/reviews/${held.id}${path}/presence`)
    .send({ present: [held.seats['Asta'], held.seats['Bo']], absent: [held.seats['Disa']] })
    .expect(200)
  const said = (name: string) =>
    (body as Review).meetings[0]?.attendance.find(({ memberId }) => memberId === held.seats[name])
  expect(said('Asta')).toMatchObject({ answer: 'remotely', wasPresent: true })
  expect(said('Bo')).toMatchObject({ answer: null, wasPresent: true })
  expect(said('Disa')).toMatchObject({ wasPresent: false })
  expect(said('Elof')).toBeUndefined()
})

test('a meeting is a file for the calendar too', async () => {
  const planned = (await post('/meetings', MEETING).expect(201)).body as Review
  const { text } = await held.coordinator
    .get(`${API}/reviews/${held.id}/meetings/${planned.meetings[0]?.id}/calendar`)
    .buffer(true)
    .expect('content-type', /text\/calendar/u)
    .expect(200)
  expect(text).toContain('METHOD:PUBLISH')
  expect(text).not.toContain('ATTENDEE')
})
