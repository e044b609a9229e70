import { openPostOffice, type MailContents, type MailTrouble } from '../../server/mail/post-office.ts'
import { openSmtp } from '../../server/mail/smtp.ts'
import type { StoredMail } from '../../server/storage/people-port.ts'
import { StorageFailure, type Storage } from '../../server/storage/storage.ts'
import { startMailServer, type Manner } from '../support/mail-server.ts'
import { openMemoryStorage } from '../support/memory-storage.ts'

const NOON = Date.parse('2026-11-23T12:00:00.000Z')
const minutesAfterNoon = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString()
const installation = { name: 'Yrkesprofiler Väst', baseUrl: 'https://profiler.example', contactEmail: '' }
/** Longer than a loaded machine takes; where nothing comes, not longer than one waits for it. */
const patient = { connection: 20_000, greeting: 20_000, silence: 20_000, whole: 20_000 }
const limitsFor = (manner: Manner) => (manner === 'slow' ? { ...patient, silence: 1000 } : patient)

/** One database, one mail server, a clock that is set by hand, and as many post offices as are opened. */
async function open({ manner = 'takes' }: { manner?: Manner } = {}) {
  const [storage, server] = await Promise.all([openMemoryStorage(), startMailServer({ manner })])
  const clock = { minutes: 0 }
  const offices: { stop: () => Promise<void> }[] = []
  const transport = openSmtp({ smtpUrl: server.url, from: 'utskick@profiler.example' }, limitsFor(manner))
  const write = async ({ personId, kind }: StoredMail): Promise<MailContents | undefined> => {
    const person = await storage.read(({ people }) => people.find(personId))
    if (!person?.email) return undefined
    const values = { address: `https://profiler.example/in/${kind}`, minutes: '15', rights: '', hours: '72' }
    return { to: { name: person.name, address: person.email }, values, installation }
  }
  await storage.write(async ({ people }) => {
    const karin = { id: 'karin', name: 'Karin Åström 🌷', email: 'karin@assistans.example' }
    const olle = { id: 'olle', name: 'Olle', email: null }
    for (const person of [karin, olle]) {
      await people.insert({ ...person, organisationId: null, locale: 'sv', createdAt: minutesAfterNoon(-60) })
    }
  })

  const bench = {
    storage,
    server,
    clock,
    /** Puts a mail in the outbox, as it is right after somebody asked for it. */
    queue: (differing: Partial<StoredMail> = {}) => {
      const mail: StoredMail = {
        id: 'mail-1',
        personId: 'karin',
        kind: 'sign-in-link',
        about: null,
        locale: 'sv',
        status: 'waiting',
        attempts: 0,
        createdAt: minutesAfterNoon(0),
        nextAttemptAt: minutesAfterNoon(0),
        claimedAt: null,
        sentAt: null,
        problem: null,
        ...differing,
      }
      return storage.write(({ mails }) => mails.insert(mail))
    },
    stored: (id = 'mail-1') => storage.read(({ mails }) => mails.find(id)),
    /** A post office, as a process has one from its start, with what it has told of trouble so far. */
    office: (differing: Partial<Parameters<typeof openPostOffice>[0]> = {}) => {
      const troubles: MailTrouble[] = []
      let tell: (() => void) | undefined
      const office = openPostOffice({
        storage,
        now: () => new Date(NOON + clock.minutes * 60_000),
        transport,
        write,
        onTrouble: (trouble) => {
          troubles.push(trouble)
          tell?.()
        },
        ...differing,
      })
      offices.push(office)
      const inTrouble = async (count: number) => {
        while (troubles.length < count) {
          await new Promise<void>((resolve) => {
            tell = resolve
          })
        }
      }
      return { ...office, troubles, inTrouble }
    },
    /** One attempt by a process of its own, which comes up, gets into trouble, and is stopped. */
    failOnce: async () => {
      const office = bench.office()
      await office.inTrouble(1)
      await office.stop()
      return bench.stored()
    },
    close: async () => {
      await Promise.all(offices.map((office) => office.stop()))
      await server.stop()
      await storage.close()
    },
  }
  opened.push(bench)
  return bench
}
const opened: { close: () => Promise<void> }[] = []
afterEach(() => Promise.all(opened.splice(0).map((bench) => bench.close())))

test.each([
  { locale: 'sv', subject: 'Din länk till Yrkesprofiler Väst', says: 'Ingen kommer in utan länken.' },
  { locale: 'en', subject: 'Your link to Yrkesprofiler Väst', says: 'Nobody gets in without the link.' },
] as const)('a mail in $locale goes out when the post office is nudged, and is kept as sent', async (row) => {
  const { office, queue, server, stored } = await open()
  const { nudge, stop, troubles } = office()
  await queue({ locale: row.locale })
  nudge()

  const { to, parsed } = await server.next()
  expect(to).toEqual(['karin@assistans.example'])
  expect([parsed.to].flat()[0]?.value[0]?.name).toBe('Karin Åström 🌷')
  expect(parsed.subject).toBe(row.subject)
  expect(parsed.text?.replace(/\s+/gu, ' ')).toContain(row.says)
  expect(parsed.html).toContain('href="https://profiler.example/in/sign-in-link"')
  expect(parsed.messageId).toBe('<mail-1@profiler.example>')
  await stop()
  expect(await stored()).toMatchObject({
    status: 'sent',
    attempts: 1,
    sentAt: minutesAfterNoon(0),
    problem: null,
  })
  expect(troubles).toEqual([])
})

test('what was waiting when the program started goes out by itself, the oldest first', async () => {
  const { office, queue, server } = await open()
  await queue({ id: 'late', nextAttemptAt: minutesAfterNoon(-1) })
  await queue({ id: 'early', nextAttemptAt: minutesAfterNoon(-2) })
  await queue({ id: 'not-yet', nextAttemptAt: minutesAfterNoon(1) })
  const { stop } = office()
  const ids = [await server.next(), await server.next()].map(({ parsed }) => parsed.messageId)
  await stop()
  expect(ids).toEqual(['<early@profiler.example>', '<late@profiler.example>'])
  expect(server.received).toHaveLength(2)
})

test('a mail that the server does not take now waits longer and longer, and fails at last', async () => {
  const { queue, clock, failOnce, server, office } = await open({ manner: 'tempfail' })
  await queue()
  const seen: unknown[] = []
  for (const minutes of [0, 1, 6, 36, 156, 636]) {
    clock.minutes = minutes
    const { status, attempts, nextAttemptAt } = (await failOnce())!
    seen.push({ status, attempts, nextAttemptAt })
  }
  expect(seen).toEqual([
    { status: 'waiting', attempts: 1, nextAttemptAt: minutesAfterNoon(1) },
    { status: 'waiting', attempts: 2, nextAttemptAt: minutesAfterNoon(6) },
    { status: 'waiting', attempts: 3, nextAttemptAt: minutesAfterNoon(36) },
    { status: 'waiting', attempts: 4, nextAttemptAt: minutesAfterNoon(156) },
    { status: 'waiting', attempts: 5, nextAttemptAt: minutesAfterNoon(636) },
    { status: 'failed', attempts: 6, nextAttemptAt: null },
  ])

  clock.minutes = 10_000
  server.state.manner = 'takes'
  await queue({ id: 'another' })
  const { stop } = office()
  await server.next()
  await stop()
  expect(server.received.map(({ parsed }) => parsed.messageId)).toEqual(['<another@profiler.example>'])
})

test('a mail that could not go at first goes at the next attempt', async () => {
  const { queue, clock, failOnce, server, office, stored } = await open({ manner: 'cut-before-data' })
  await queue()
  expect(await failOnce()).toMatchObject({ status: 'waiting', problem: 'unreachable' })
  server.state.manner = 'takes'
  clock.minutes = 1
  const { stop } = office()
  await server.next()
  await stop()
  expect(await stored()).toMatchObject({ status: 'sent', attempts: 2, problem: null })
})

test.each<{ manner: Manner; status: string; problem: string }>([
  { manner: 'tempfail', status: 'waiting', problem: 'refused-for-now' },
  { manner: 'tempfail-after-data', status: 'waiting', problem: 'refused-for-now' },
  { manner: 'cut-before-data', status: 'waiting', problem: 'unreachable' },
  { manner: 'permfail', status: 'failed', problem: 'recipient-refused' },
  { manner: 'refuses-sender', status: 'failed', problem: 'sender-refused' },
  { manner: 'refuses-message', status: 'failed', problem: 'message-refused' },
  { manner: 'cut-after-data', status: 'uncertain', problem: 'no-answer' },
  { manner: 'slow', status: 'uncertain', problem: 'no-answer' },
])(
  'when the server’s manner is $manner the mail is $status, and the log hears why but not to whom',
  async (row) => {
    const { queue, office, stored } = await open({ manner: row.manner })
    await queue()
    const { inTrouble, stop, troubles } = office()
    await inTrouble(1)
    await stop()
    expect(await stored()).toMatchObject({
      status: row.status,
      problem: row.problem,
      attempts: 1,
      claimedAt: null,
    })
    expect(troubles).toMatchObject([{ mailId: 'mail-1', problem: row.problem }])
    expect(JSON.stringify(troubles)).not.toMatch(/karin|profiler\.example/iu)
  },
)

test('a mail that may have arrived is not sent again by itself', async () => {
  const { queue, failOnce, server, clock, office } = await open({ manner: 'cut-after-data' })
  await queue()
  await failOnce()
  expect(server.received).toHaveLength(1)

  server.state.manner = 'takes'
  clock.minutes = 10_000
  await queue({ id: 'another' })
  const { stop } = office()
  await server.next()
  await server.next()
  await stop()
  expect(server.received.map(({ parsed }) => parsed.messageId)).toEqual([
    '<mail-1@profiler.example>',
    '<another@profiler.example>',
  ])
})

test('two post offices on one database send twelve mails once each', async () => {
  const { queue, office, server, stored } = await open()
  const [one, other] = [office(), office()]
  const ids = Array.from({ length: 12 }, (_, at) => `mail-${at}`)
  for (const id of ids) await queue({ id })
  one.nudge()
  other.nudge()
  for (const _ of ids) await server.next()
  await Promise.all([one.stop(), other.stop()])

  const sent = server.received.map(({ parsed }) => parsed.messageId)
  expect(sent).toHaveLength(12)
  expect(new Set(sent)).toEqual(new Set(ids.map((id) => `<${id}@profiler.example>`)))
  for (const id of ids) expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 1 })
})

test('one post office sends one mail at a time, however often it is nudged', async () => {
  const { queue, office, server } = await open()
  let underWay = 0
  let most = 0
  const slowly = openSmtp({ smtpUrl: server.url, from: 'utskick@profiler.example' })
  const { nudge, stop } = office({
    transport: {
      async send(letter) {
        most = Math.max(most, (underWay += 1))
        await slowly.send(letter)
        underWay -= 1
      },
    },
  })
  for (const id of ['a', 'b', 'c']) {
    await queue({ id })
    nudge()
    nudge()
  }
  for (const _ of 'abc') await server.next()
  await stop()
  expect(most).toBe(1)
})

test('a mail that is being sent when the program stops is waited for, and no other is begun', async () => {
  const { queue, office, stored } = await open()
  const [letGo, beganSending] = [latch(), latch()]
  await queue({ id: 'first' })
  await queue({ id: 'second' })
  const { stop } = office({
    transport: {
      async send() {
        beganSending.open()
        await letGo.opened
      },
    },
  })
  await beganSending.opened
  const stopped = stop()
  expect(await stored('first')).toMatchObject({ status: 'sending' })
  letGo.open()
  await stopped
  expect(await stored('first')).toMatchObject({ status: 'sent' })
  expect(await stored('second')).toMatchObject({ status: 'waiting', attempts: 0 })
})

test('a mail that a program died over is uncertain, once no program can still be at it', async () => {
  const { queue, clock, failOnce, stored, office, server } = await open()
  const claimed = { status: 'sending', nextAttemptAt: null, claimedAt: minutesAfterNoon(0) } as const
  await queue({ ...claimed })

  clock.minutes = 9
  await queue({ id: 'another' })
  const early = office()
  await server.next()
  await early.stop()
  expect(await stored()).toMatchObject({ status: 'sending' })

  clock.minutes = 11
  expect(await failOnce()).toMatchObject({ status: 'uncertain', problem: 'abandoned' })
  expect(server.received).toHaveLength(1)
})

test('a mail to a person without an address fails without asking the server', async () => {
  const { queue, office, stored, server } = await open()
  await queue({ personId: 'olle' })
  const { inTrouble, stop } = office()
  await inTrouble(1)
  await stop()
  expect(await stored()).toMatchObject({ status: 'failed', problem: 'no-address' })
  expect(server.state.recipientsAskedFor).toBe(0)
})

test('a person who is erased while their mail is being sent takes it with them, and the post office goes on', async () => {
  const { queue, office, stored, server, storage } = await open()
  await queue({ id: 'first' })
  await queue({ id: 'second' })
  const values = { address: 'https://profiler.example/in', minutes: '15' }
  const { stop, nudge, troubles } = office({
    write: async () => {
      await storage.write(({ people }) => people.erase('karin'))
      return { to: { name: 'Karin', address: 'karin@assistans.example' }, values, installation }
    },
  })
  await server.next()
  nudge()
  await stop()
  expect([await stored('first'), await stored('second')]).toEqual([undefined, undefined])
  expect(server.received).toHaveLength(1)
  expect(troubles).toEqual([])
})

test('a mail whose time comes later goes out then, without anybody asking', async () => {
  const { queue, office, server } = await open()
  await queue({ nextAttemptAt: new Date(Date.now() + 300).toISOString() })
  office({ now: () => new Date() })
  expect((await server.next()).parsed.messageId).toBe('<mail-1@profiler.example>')
})

test('a mail that cannot be written waits, and the others go', async () => {
  const { queue, office, stored, server } = await open()
  await queue({ id: 'broken', kind: 'sign-in-link', nextAttemptAt: minutesAfterNoon(-1) })
  await queue({ id: 'whole', kind: 'test' })
  const to = { name: 'Karin', address: 'karin@assistans.example' }
  const { stop, troubles } = office({ write: () => Promise.resolve({ to, values: {}, installation }) })
  await server.next()
  await stop()
  expect(await stored('broken')).toMatchObject({ status: 'waiting', problem: 'not-written', attempts: 1 })
  expect(await stored('whole')).toMatchObject({ status: 'sent' })
  expect(troubles).toMatchObject([
    { mailId: 'broken', problem: 'not-written', err: expect.any(Error) as Error },
  ])
})

test('a database that goes away when a mail has gone makes it neither uncertain nor sent twice', async () => {
  const { queue, office, stored, server, storage } = await open()
  const database = { isAway: false }
  const shaky: Storage = {
    ...storage,
    write: (work) =>
      database.isAway ? Promise.reject(new StorageFailure('unavailable', undefined)) : storage.write(work),
  }
  const real = openSmtp({ smtpUrl: server.url, from: 'utskick@profiler.example' })
  await queue()
  const { nudge, stop, inTrouble, troubles } = office({
    storage: shaky,
    transport: {
      async send(letter) {
        await real.send(letter)
        database.isAway = true
      },
    },
  })
  await inTrouble(1)
  expect(troubles).toMatchObject([{ problem: 'round-failed', err: expect.any(StorageFailure) as Error }])
  expect(await stored()).toMatchObject({ status: 'sending' })

  database.isAway = false
  await queue({ id: 'another' })
  nudge()
  await server.next()
  await server.next()
  await stop()
  expect(await stored()).toMatchObject({ status: 'sent', attempts: 1 })
  expect(server.received).toHaveLength(2)
})

/** Something that a test waits for until it lets it go. */
function latch() {
  let open = () => undefined as void
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}
