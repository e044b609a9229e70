import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { reviewReminders } from '../../server/operations/review-reminders.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { remindOfDueReviews } from '../../server/usecases/review/remind-of-due-reviews.ts'
import { buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { startMailServer, type MailServer } from '../support/mail-server.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

// Published on 1 March 2026, decided on 15 January: looks are due on 15 January, and told of from 16 December.
const EVENING_BEFORE = '2026-12-15T22:59:59Z'
const FIRST_NOTICE = '2026-12-15T23:00:00Z'

let mail: MailServer
let app: TestApp
beforeEach(async () => {
  mail = await startMailServer()
  app = await startTestApp({ mail: { smtpUrl: mail.url, from: 'panel@profiler.example' } })
  await publish(app.context.deps)
  await invite('Karin Ek', 'karin@profiler.example')
})
afterEach(async () => {
  await app.context.background.stop()
  await mail.stop()
  await app.close()
})

async function invite(name: string, email: string, role: 'coordinator' | 'editor' = 'coordinator') {
  const person = { name, email, organisationId: null, locale: 'sv', sendMail: false } as const
  await invitePerson(app.context.deps, THE_PROGRAM, { ...person, role, scope: EVERYTHING })
}

/** A module with ids of its own. */
const own = (name: string) =>
  buildLink({ id: id(`m ${name}`), outcomes: [buildOutcome({ id: id(`o ${name}`) })] })

const remindOn = async (at: string, since?: string) => {
  app.now = new Date(at)
  return (await remindOfDueReviews(app.context.deps, since === undefined ? undefined : new Date(since))).mails
}

test.each([
  ['2026-03-01T09:00:00Z', 0],
  [EVENING_BEFORE, 0],
  [FIRST_NOTICE, 1],
  ['2027-01-15T12:00:00Z', 1],
  ['2027-01-16T12:00:00Z', 0],
])('on %s as many are told of the look on 15 January: %i', async (at, count) => {
  expect(await remindOn(at)).toBe(count)
})

test('each of those who run panels is told once for each due day, however often it is looked', async () => {
  await invite('Bo Lind', 'bo@profiler.example')
  await invite('Elsa Editor', 'elsa@profiler.example', 'editor')
  expect(await remindOn('2026-12-16T03:00:00Z')).toBe(2)
  expect(await remindOn('2026-12-16T03:01:00Z')).toBe(0)
  expect(await remindOn('2026-12-17T03:00:00Z', '2026-12-16T03:00:00Z')).toBe(0)
  expect(await remindOn('2027-12-16T03:00:00Z', '2027-12-15T03:00:00Z')).toBe(2)
})

test('what was told is not told again when its mail is no longer kept', async () => {
  expect(await remindOn('2026-12-16T03:00:00Z', '2026-12-15T03:00:00Z')).toBe(1)
  await app.context.background.start()
  await mail.next('karin@profiler.example')
  await app.storage.write(async ({ mails }) => {
    for (const { id: mailId } of (await mails.page({ limit: 9, page: 1 })).mails)
      await mails.settle(mailId, { status: 'sent', attempts: 1, nextAttemptAt: null, sentAt: FIRST_NOTICE, problem: null }) // prettier-ignore
    await mails.removeSettled('2028-01-01T00:00:00Z')
  })
  expect(await remindOn('2026-12-17T03:00:00Z', '2026-12-16T03:00:00Z')).toBe(0)
})

test('what is published after its notice should have gone is told of at the next look', async () => {
  app.now = new Date('2026-12-20T10:00:00Z')
  await publish(app.context.deps, buildProfile({ id: id('late'), slug: 'sen', modules: [own('late')] }))
  expect(await remindOn('2026-12-21T03:00:00Z', '2026-12-20T03:00:00Z')).toBe(1)
})

test('nobody is told of an example', async () => {
  const example = buildProfile({
    id: id('example'),
    slug: 'exempel',
    isExample: true,
    modules: [own('example')],
  })
  await publish(app.context.deps, example)
  expect(await remindOn('2026-12-16T03:00:00Z')).toBe(1)
})

test.each([
  ['2026-12-16T03:00:00Z', 'Dags att titta igenom: Testare', 'fredag 15 januari 2027', '/profiler/testare'],
  ['2029-12-16T03:00:00Z', 'Dags att relevanssäkra: Testare', 'tisdag 15 januari 2030', '/verkstad/testare'],
])('on %s the mail says %s, by when, and leads to it', async (at, subject, day, address) => {
  await remindOn(at)
  await app.context.background.start()
  const { parsed } = await mail.next('karin@profiler.example')
  expect(parsed.subject).toBe(subject)
  expect(parsed.text).toContain(`yrkesprofilen Testare, version 1.0.0.`)
  expect(parsed.text).toContain(day)
  expect(parsed.text).toContain(address)
})

test('a mail that could not go before the day has passed is not sent', async () => {
  await remindOn('2026-12-16T03:00:00Z')
  app.now = new Date('2027-01-16T03:00:00Z')
  await invite('Bo Lind', 'bo@profiler.example')
  await app.context.background.start()
  const waiting = () => app.storage.read(({ mails }) => mails.countBy('waiting'))
  for (let tries = 0; (await waiting()) > 0 && tries < 500; tries++) await new Promise(setImmediate)
  expect(await app.storage.read(({ mails }) => mails.countBy('sent'))).toBe(0)
})

test('the job is due every night, and goes on from when it last went well', async () => {
  const job = reviewReminders(app.context.deps)
  const [last, now] = [new Date('2026-12-16T02:00:00Z'), new Date('2026-12-17T01:00:00Z')]
  app.now = now
  expect(job.nextDue(undefined, now)).toEqual(now)
  expect(job.nextDue(last, now)).toEqual(new Date('2026-12-17T02:00:00Z'))
  expect(await job.run(null)).toEqual({ mails: 0 })
})
