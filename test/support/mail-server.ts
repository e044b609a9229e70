import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerSession } from 'smtp-server'

/** How a mail server takes what it is sent. */
export type Manner =
  | 'takes'
  /** Says 451 to the recipient: come back later. */
  | 'tempfail'
  /** Says 550 to the recipient: never. */
  | 'permfail'
  | 'refuses-sender'
  /** Says 554 to the message when it has read it. */
  | 'refuses-message'
  | 'tempfail-after-data'
  /** Is gone before it has answered to the recipient. */
  | 'cut-before-data'
  /** Has the message, and is gone before it has said so. */
  | 'cut-after-data'
  /** Has the message, and never says so. */
  | 'slow'

export type ReceivedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly isEncrypted: boolean
  readonly user: string | undefined
  readonly raw: string
  readonly parsed: ParsedMail
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>

type Setup = {
  readonly manner?: Manner
  readonly login?: { readonly user: string; readonly pass: string }
  /** As the URL has it: smtps:// speaks TLS from the start; ”plain” offers none at all. */
  readonly encryption?: 'offered' | 'from-the-start' | 'plain'
}

/** A real SMTP server on a port of its own on this machine. Its certificate is for localhost and nobody vouches for it. */
export async function startMailServer({ manner = 'takes', login, encryption = 'offered' }: Setup = {}) {
  const received: ReceivedMail[] = []
  const waiting: {
    readonly is: (mail: ReceivedMail) => boolean
    readonly take: (mail: ReceivedMail) => void
  }[] = []
  const state = { manner, recipientsAskedFor: 0 }

  const server = new SMTPServer({
    secure: encryption === 'from-the-start',
    disabledCommands: encryption === 'plain' ? ['STARTTLS'] : [],
    authOptional: !login,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onAuth({ username, password }: SMTPServerAuthentication, _session, answer) {
      const isRight = username === login?.user && password === login?.pass
      answer(isRight ? null : new Error('who?'), isRight ? { user: username } : undefined)
    },
    onMailFrom(_address, _session, answer) {
      answer(state.manner === 'refuses-sender' ? no(550) : null)
    },
    onRcptTo(_address, session, answer) {
      state.recipientsAskedFor += 1
      if (state.manner === 'cut-before-data') return cut(session)
      answer({ tempfail: no(451), permfail: no(550) }[state.manner as string] ?? null)
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.manner === 'refuses-message') return answer(no(554))
        if (state.manner === 'tempfail-after-data') return answer(no(452))
        void keep(Buffer.concat(chunks), session).then(() => {
          if (state.manner === 'cut-after-data') cut(session)
          else if (state.manner !== 'slow') answer()
        })
      })
    },
  })
  // A client that hangs up in the middle is part of what is tested.
  server.on('error', () => undefined)

  async function keep(raw: Buffer, { envelope, secure, user }: SMTPServerSession) {
    const mail: ReceivedMail = {
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      isEncrypted: secure,
      user: user as string | undefined,
      raw: raw.toString('utf8'),
      parsed: await simpleParser(raw),
    }
    received.push(mail)
    const at = waiting.findIndex(({ is }) => is(mail))
    if (at >= 0) waiting.splice(at, 1)[0]?.take(mail)
  }

  function cut({ id }: SMTPServerSession) {
    for (const connection of server.connections) if (connection.id === id) connection._socket.destroy()
  }

  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const protocol = encryption === 'from-the-start' ? 'smtps' : 'smtp'
  const account = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : ''
  let seen = 0

  return {
    port,
    /** For SMTP_URL. */
    url: `${protocol}://${account}127.0.0.1:${port}`,
    /** Every mail that it has, in the order of arrival. */
    received,
    /** How it takes the next mails can be changed. */
    state,
    /** The next mail that has not been given here before, or the next one to that address; waits for it. */
    next(address?: string): Promise<ReceivedMail> {
      const is = (mail: ReceivedMail) => address === undefined || mail.to.includes(address)
      const at = received.findIndex((mail, index) => index >= seen && is(mail))
      if (at >= 0) {
        seen = at + 1
        return Promise.resolve(received[at]!)
      }
      return new Promise((resolve) => {
        const take = (mail: ReceivedMail) => {
          seen = received.indexOf(mail) + 1
          resolve(mail)
        }
        waiting.push({ is, take })
      })
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

function no(responseCode: number): Error {
  return Object.assign(new Error('karin.ek@assistans.example is not welcome'), { responseCode })
}
