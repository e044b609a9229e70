import { Readable } from 'node:stream'
import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Config } from '../config.ts'
import type { BrokenOff } from '../domain/people/mail-attempts.ts'
import type { Composed } from './compose.ts'
import { oneLine } from './one-line.ts'

/** A mail on its way. `id` makes its Message-ID, so that the same mail sent anew is known as the same. */
export type Letter = Composed & {
  readonly id: string
  readonly senderName: string
  /** Where answers go; empty for the sender itself. */
  readonly replyTo: string
  readonly to: { readonly name: string; readonly address: string }
}

export type Transport = {
  /** Gives when the mail server has taken the mail. Throws NotDelivered, and nothing else. */
  readonly send: (letter: Letter) => Promise<void>
}

/** The mail server did not take a mail, or nobody knows. It says neither to whom nor what: the facts may be logged. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered'
  readonly facts: BrokenOff

  constructor(facts: BrokenOff) {
    super('the mail was not delivered')
    this.facts = facts
  }
}

export type TimeLimits = {
  readonly connection: number
  readonly greeting: number
  /** Without a word from the server. */
  readonly silence: number
  /** For a whole mail, however talkative the server. */
  readonly whole: number
}

/** In milliseconds. */
const LIMITS: TimeLimits = { connection: 10_000, greeting: 10_000, silence: 30_000, whole: 60_000 }

/**
 * The mail server of the settings: one connection a mail. Encrypted as the URL says: smtps:// from the start, smtp://
 * where the server offers it, and always where there is a password to protect. `?requireTLS=`, `?ignoreTLS=` and
 * `?tls.…=` in the URL say otherwise.
 */
export function openSmtp({ smtpUrl, from }: NonNullable<Config['mail']>, limits = LIMITS): Transport {
  const server = parseConnectionUrl(smtpUrl)
  const isNear = isLoopback(server.host ?? 'localhost')
  const options = {
    ...server,
    requireTLS:
      server['requireTLS'] === undefined ? Boolean(server.auth) && !isNear : server['requireTLS'] === true,
    // Nobody stands between a machine and itself, and no authority vouches for the name localhost.
    tls: { ...(isNear ? { rejectUnauthorized: false } : {}), ...server.tls },
    connectionTimeout: limits.connection,
    dnsTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    // These would write mails, with their links, to the log.
    logger: false,
    debug: false,
    transactionLog: false,
  }

  return {
    async send(letter) {
      const progress = { handedOver: false }
      const connection = new SMTPConnection(options)
      let limit: NodeJS.Timeout | undefined
      const brokenOff = new Promise<never>((_, reject) => {
        // Stays: an error that comes when all is said would otherwise end the program.
        connection.on('error', reject)
        limit = setTimeout(reject, limits.whole, { code: 'ETIMEDOUT' })
      })
      try {
        await Promise.race([converse(connection, server.auth, written(letter, from), progress), brokenOff])
        connection.quit()
      } catch (error) {
        connection.close()
        throw new NotDelivered({ ...progress, ...factsOf(error) })
      } finally {
        clearTimeout(limit)
      }
    },
  }
}

type Written = ReturnType<typeof written>

function written(letter: Letter, from: string) {
  const domain = domainToASCII(from.slice(from.lastIndexOf('@') + 1)) || 'localhost'
  return new MailComposer({
    messageId: `<${letter.id}@${domain}>`,
    from: { name: oneLine(letter.senderName), address: from },
    to: { name: oneLine(letter.to.name), address: letter.to.address },
    ...(letter.replyTo ? { replyTo: { name: '', address: letter.replyTo } } : {}),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: 'invite.ics' } } : {}),
    // RFC 3834: keeps out-of-office answers away.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
}

/** nodemailer's errors do not tell a connection lost before the message went from one lost after; reading it does. */
async function converse(
  connection: SMTPConnection,
  auth: { readonly user: string; readonly pass: string } | undefined,
  mail: Written,
  progress: { handedOver: boolean },
): Promise<void> {
  const message = await mail.build()
  await said((done) => connection.connect(done))
  if (auth && connection.allowsAuth) await said((done) => connection.login(auth, done))
  const body = Readable.from(
    (function* () {
      progress.handedOver = true
      yield message
    })(),
  )
  await said((done) => connection.send(mail.getEnvelope(), body, done))
}

function said(say: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    say((error) => (error ? reject(error) : resolve()))
  })
}

/** What may be known of an error. Its message and the rest of it name the recipient. */
function factsOf(error: unknown): Omit<BrokenOff, 'handedOver'> {
  const { code, command, responseCode, originalCode } = error as {
    readonly [key in 'code' | 'command' | 'responseCode' | 'originalCode']?: unknown
  }
  return {
    code: typeof code === 'string' ? code : undefined,
    command: typeof command === 'string' ? command : undefined,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    cause: typeof originalCode === 'string' ? originalCode : undefined,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || /^\[?::1\]?$/u.test(host) || /^127(?:\.\d+){3}$/u.test(host)
}
