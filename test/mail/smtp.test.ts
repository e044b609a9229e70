import fc from 'fast-check'
import ICAL from 'ical.js'
import { compose } from '../../server/mail/compose.ts'
import { NotDelivered, openSmtp, type Letter } from '../../server/mail/smtp.ts'
import { startMailServer, type MailServer, type Manner, type ReceivedMail } from '../support/mail-server.ts'
import { SUMMONS } from './panel-values.ts'

const from = 'utskick@profiler.example'
const installation = { name: 'Yrkesprofiler Väst', baseUrl: 'https://profiler.example', contactEmail: '' }
const address = 'https://profiler.example/logga-in/abc_DEF-123'
const letter = (differing: Partial<Letter> = {}): Letter => ({
  ...compose('sign-in-link', 'sv', { address, minutes: '15' }, installation),
  id: '0193-ab',
  senderName: installation.name,
  replyTo: '',
  to: { name: 'Karin Ek', address: 'karin.ek@assistans.example' },
  ...differing,
})
/** Longer than a loaded machine takes; where nothing comes, not longer than one waits for it. */
const soon = { connection: 20_000, greeting: 20_000, silence: 1000, whole: 20_000 }

const servers: MailServer[] = []
async function open(...setup: Parameters<typeof startMailServer>): Promise<MailServer> {
  const server = await startMailServer(...setup)
  servers.push(server)
  return server
}
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())))

/** What is known when it did not go. */
async function failure(sent: Promise<void>) {
  const error: unknown = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(NotDelivered)
  return (error as NotDelivered).facts
}

test('a mail arrives as plain text and HTML, from the installation, and says that no human sent it', async () => {
  const server = await open()
  await openSmtp({ smtpUrl: server.url, from }).send(letter({ replyTo: 'fraga@profiler.example' }))

  const { from: sender, to, parsed, raw } = await server.next()
  expect({ sender, to }).toEqual({ sender: from, to: ['karin.ek@assistans.example'] })
  expect(parsed.subject).toBe('Din länk till Yrkesprofiler Väst')
  expect(parsed.from?.value).toEqual([{ name: 'Yrkesprofiler Väst', address: from }])
  expect(parsed.replyTo?.text).toBe('fraga@profiler.example')
  expect(parsed.text).toBe(letter().text)
  expect(parsed.html).toBe(letter().html)
  expect(parsed.messageId).toBe('<0193-ab@profiler.example>')
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
  expect(raw).not.toMatch(/^(?:list-|x-mailer)/imu)
})

describe('a meeting for the calendar', () => {
  const ofKind = (kind: 'summons' | 'summons-cancelled') => letter(compose(kind, 'sv', SUMMONS, installation))

  test.each([
    { kind: 'summons', method: 'REQUEST' },
    { kind: 'summons-cancelled', method: 'CANCEL' },
  ] as const)(
    'comes with $kind as one of the ways to show the mail, and as a file',
    async ({ kind, method }) => {
      const sent = ofKind(kind)
      const server = await open()
      await openSmtp({ smtpUrl: server.url, from }).send(sent)

      const { parsed, raw } = await server.next()
      expect(parsed.text).toBe(sent.text)
      expect(parsed.html).toBe(sent.html)
      expect(typesIn(raw)).toEqual([
        'multipart/mixed',
        'multipart/alternative',
        'text/plain; charset=utf-8',
        'text/html; charset=utf-8',
        `text/calendar; charset=utf-8; method=${method}`,
        'application/ics; name=invite.ics',
      ])
      const calendars = parsed.attachments.map(({ content }) => content.toString('utf8'))
      expect(calendars).toEqual([sent.calendar?.content, sent.calendar?.content])
      expect(parsed.attachments.at(-1)).toMatchObject({
        filename: 'invite.ics',
        contentDisposition: 'attachment',
      })
      const read = new ICAL.Component(ICAL.parse(calendars[0]!) as unknown[])
      expect(read.getFirstPropertyValue('method')).toBe(method)
      const event = read.getFirstSubcomponent('vevent')
      expect(event?.getFirstPropertyValue('uid')).toBe(SUMMONS.uid)
      expect(event?.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe('Åke Öst')
    },
  )

  test('is in no mail that has none', async () => {
    const server = await open()
    await openSmtp({ smtpUrl: server.url, from }).send(letter())
    const { parsed, raw } = await server.next()
    expect(parsed.attachments).toEqual([])
    expect(typesIn(raw)[0]).toBe('multipart/alternative')
  })

  /** The content types of a mail and its parts, without what keeps the parts from each other. */
  function typesIn(raw: string): string[] {
    return [...raw.matchAll(/^Content-Type: (.*(?:\r\n[ \t].*)*)/gmu)].map(([, type = '']) =>
      type.replace(/\s+/gu, ' ').replace(/; boundary=.*/u, ''),
    )
  }
})

test.each(['Åsa Öberg-Ärlig', 'Zoë 🛠️ Łukasz', 'Ek, Karin "Kia" <kia>', 'X'.repeat(200)])(
  'the name %s arrives as it was written',
  async (name) => {
    const server = await open()
    const to = { name, address: 'karin.ek@assistans.example' }
    await openSmtp({ smtpUrl: server.url, from }).send(
      letter({ to, senderName: name, subject: `Till ${name}` }),
    )

    const { parsed } = await server.next()
    expect([parsed.to].flat()[0]?.value).toEqual([to])
    expect(parsed.from?.value).toEqual([{ name, address: from }])
    expect(parsed.subject).toBe(`Till ${name}`)
  },
)

test('nothing in a name adds a header, a recipient or a line to the conversation', async () => {
  const address = 'karin.ek@assistans.example'
  const server = await open({ encryption: 'plain' })
  const transport = openSmtp({ smtpUrl: server.url, from })
  await transport.send(letter())
  const [{ parsed: plain }] = server.received.splice(0) as [ReceivedMail]
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'Karin\r\nBcc: alla@example.com',
      'x\n\nHej',
      'x\r.\r\nMAIL FROM:<x@y.z>',
      '<a@b.c>, d@e.f',
    ),
  )
  const names = fc.array(hostile, { minLength: 10, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(names, async (several) => {
      await Promise.all(
        several.map((name) =>
          transport.send(letter({ to: { name, address }, senderName: name, subject: name })),
        ),
      )
      for (const mail of server.received.splice(0)) {
        expect(mail.to).toEqual([address])
        expect([mail.parsed.to].flat().flatMap((one) => one?.value.map((each) => each.address))).toEqual(
          mail.to,
        )
        const headers = new Set([...mail.parsed.headers.keys(), 'subject'])
        expect([...headers].sort()).toEqual([...plain.headers.keys()].sort())
        expect(mail.parsed.text).toBe(plain.text)
      }
    }),
    { numRuns: 6 },
  )
})

test.each([
  'karin@assistans.example\r\nRCPT TO:<alla@example.com>',
  'karin@assistans.example> <alla@example.com',
  'karin@assistans.example, alla@example.com',
  '',
])('an address that is more than one, or none, reaches nobody: %j', async (broken) => {
  const server = await open()
  const { handedOver } = await failure(
    openSmtp({ smtpUrl: server.url, from }).send(letter({ to: { name: 'Karin', address: broken } })),
  )
  expect(handedOver).toBe(false)
  expect(server.received).toEqual([])
})

describe('encryption', () => {
  test('is taken where it is offered, on this machine without anybody vouching for it', async () => {
    const server = await open()
    await openSmtp({ smtpUrl: server.url, from }).send(letter())
    expect(await server.next()).toMatchObject({ isEncrypted: true })
  })

  test('is there from the start with smtps', async () => {
    const server = await open({ encryption: 'from-the-start' })
    expect(server.url).toMatch(/^smtps:/u)
    await openSmtp({ smtpUrl: server.url, from }).send(letter())
    expect(await server.next()).toMatchObject({ isEncrypted: true })
  })

  test('is done without where none is offered and there is no password', async () => {
    const server = await open({ encryption: 'plain' })
    await openSmtp({ smtpUrl: server.url.replace('127.0.0.1', '0.0.0.0'), from }).send(letter())
    expect(await server.next()).toMatchObject({ isEncrypted: false })
  })

  test('is demanded of another machine that is to have a password, unless the address says otherwise', async () => {
    const server = await open({ encryption: 'plain', login: { user: 'oss', pass: 'hemlig' } })
    // 0.0.0.0 leads here too, and is not the name of this machine.
    const far = server.url.replace('127.0.0.1', '0.0.0.0')
    expect(await failure(openSmtp({ smtpUrl: far, from }).send(letter()))).toMatchObject({
      handedOver: false,
      code: 'ETLS',
    })
    await openSmtp({ smtpUrl: `${far}/?requireTLS=false`, from }).send(letter())
    expect(await server.next()).toMatchObject({ user: 'oss', isEncrypted: false })
  })

  test('with a machine that nobody vouches for is refused, unless the address says otherwise', async () => {
    const server = await open()
    const far = server.url.replace('127.0.0.1', '0.0.0.0')
    expect(await failure(openSmtp({ smtpUrl: far, from }).send(letter()))).toMatchObject({
      handedOver: false,
      cause: expect.stringMatching(/CERT/u) as unknown,
    })
    await openSmtp({ smtpUrl: `${far}/?tls.rejectUnauthorized=false`, from }).send(letter())
    expect(await server.next()).toMatchObject({ isEncrypted: true })
  })
})

describe('the password of the settings', () => {
  const login = { user: 'post@profiler.example', pass: 'å/@:%? #1' }

  test('opens the server, whatever signs it has', async () => {
    const server = await open({ login })
    await openSmtp({ smtpUrl: server.url, from }).send(letter())
    expect(await server.next()).toMatchObject({ user: login.user })
  })

  test('that is wrong is told as such', async () => {
    const server = await open({ login })
    const smtpUrl = server.url.replace(encodeURIComponent(login.pass), 'fel')
    expect(await failure(openSmtp({ smtpUrl, from }).send(letter()))).toMatchObject({
      handedOver: false,
      code: 'EAUTH',
      responseCode: 535,
    })
  })

  test('that is missing is told as the server tells it', async () => {
    const server = await open({ login })
    const smtpUrl = `smtp://127.0.0.1:${server.port}`
    expect(await failure(openSmtp({ smtpUrl, from }).send(letter()))).toMatchObject({
      handedOver: false,
      command: 'MAIL FROM',
      responseCode: 530,
    })
  })
})

test.each<{ manner: Manner; facts: object }>([
  { manner: 'tempfail', facts: { handedOver: false, command: 'RCPT TO', responseCode: 451 } },
  { manner: 'permfail', facts: { handedOver: false, command: 'RCPT TO', responseCode: 550 } },
  { manner: 'refuses-sender', facts: { handedOver: false, command: 'MAIL FROM', responseCode: 550 } },
  { manner: 'refuses-message', facts: { handedOver: true, command: 'DATA', responseCode: 554 } },
  { manner: 'tempfail-after-data', facts: { handedOver: true, command: 'DATA', responseCode: 452 } },
  { manner: 'cut-before-data', facts: { handedOver: false, responseCode: undefined } },
  { manner: 'cut-after-data', facts: { handedOver: true, responseCode: undefined } },
  { manner: 'slow', facts: { handedOver: true, code: 'ETIMEDOUT', responseCode: undefined } },
])(
  'when the server’s manner is $manner it is known whether the message had gone over',
  async ({ manner, facts }) => {
    const server = await open({ manner })
    const known = await failure(openSmtp({ smtpUrl: server.url, from }, soon).send(letter()))
    expect(known).toMatchObject(facts)
    expect(JSON.stringify(known)).not.toMatch(/karin|abc_DEF/u)
  },
)

test('a server that is not there is told as such', async () => {
  const server = await startMailServer()
  await server.stop()
  expect(await failure(openSmtp({ smtpUrl: server.url, from }).send(letter()))).toEqual({
    handedOver: false,
    code: 'ESOCKET',
    command: 'CONN',
    responseCode: undefined,
    cause: 'ECONNREFUSED',
  })
})

test('a server that never comes to an end is given up in time', async () => {
  const server = await open({ manner: 'slow' })
  const limits = { ...soon, silence: 60_000, whole: 2000 }
  expect(await failure(openSmtp({ smtpUrl: server.url, from }, limits).send(letter()))).toMatchObject({
    handedOver: true,
    code: 'ETIMEDOUT',
  })
})
