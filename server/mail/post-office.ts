import {
  afterAttempt,
  type BrokenOff,
  type MailAttempt,
  type MailProblem,
} from '../domain/people/mail-attempts.ts'
import type { MailOutcome, StoredMail } from '../storage/people-port.ts'
import type { Storage } from '../storage/storage.ts'
import { compose, type Installation } from './compose.ts'
import type { MailValues } from './mail-parts.ts'
import { NotDelivered, type Letter, type Transport } from './smtp.ts'

/** What goes into a mail when it is sent, and is stored nowhere. */
export type MailContents = {
  readonly to: Letter['to']
  readonly values: MailValues
  readonly installation: Installation
}

/** What can be told of a mail that did not go, or of a round that failed. Fit for a log: it names nobody. */
export type MailTrouble = Partial<BrokenOff> & {
  readonly problem: MailProblem | 'abandoned' | 'round-failed'
  readonly mailId?: string
  /** Of the database, or of our own making; never the mail server's words. */
  readonly err?: unknown
}

export type PostOffice = {
  /** There is mail to send: called when it has been committed. */
  readonly nudge: () => void
  /** Takes up no more mail; gives when the one that is being sent has been settled. */
  readonly stop: () => Promise<void>
}

type Needs = {
  readonly storage: Storage
  readonly now: () => Date
  readonly transport: Transport
  /** Looks up the recipient and makes what is secret; undefined when there is nobody to send to, `moot` when there is nothing to tell any more. */
  readonly write: (mail: StoredMail) => Promise<MailContents | 'moot' | undefined>
  readonly onTrouble: (trouble: MailTrouble) => void
}

const SECOND = 1000
const MINUTE = 60 * SECOND
/** A process that has a mail for longer has died over it: a transport gives up much sooner. */
const ABANDONED_AFTER = 10 * MINUTE
/** Mail that another process has queued, and died before sending, is found at the latest after this. */
const LOOK_AGAIN = 5 * MINUTE
const AFTER_TROUBLE = 30 * SECOND
const AT_ONCE = 20

/** Sends what lies in the outbox, one mail at a time, from now on. Several may work on one database. */
export function openPostOffice({ storage, now, transport, write, onTrouble }: Needs): PostOffice {
  /** What is known and not yet stored: so that a database that is away for a while makes no mail uncertain. */
  const unsettled = new Map<string, MailOutcome>()
  let isStopped = false
  let isNudged = false
  let rounds: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function nudge() {
    isNudged = true
    if (isStopped || rounds) return
    clearTimeout(timer)
    rounds = goRounds()
  }

  async function goRounds(): Promise<void> {
    isNudged = false
    const wait = await goRound().catch((err: unknown) => {
      onTrouble({ problem: 'round-failed', err })
      return AFTER_TROUBLE
    })
    // Nothing is awaited from here on: a nudge would be lost in between.
    if (isStopped) return
    if (isNudged) return goRounds()
    rounds = undefined
    timer = setTimeout(nudge, wait).unref()
  }

  /** Sends all that is due; gives how long to wait for more, in milliseconds. */
  async function goRound(): Promise<number> {
    await settle()
    const abandonedBefore = new Date(now().getTime() - ABANDONED_AFTER).toISOString()
    const abandoned = await storage.write(({ mails }) => mails.settleAbandoned(abandonedBefore))
    if (abandoned > 0) onTrouble({ problem: 'abandoned' })
    let isMore = true
    while (isMore) isMore = await sendDue()
    const next = await storage.read(({ mails }) => mails.nextDueAt())
    if (next === undefined) return LOOK_AGAIN
    return Math.min(Math.max(Date.parse(next) - now().getTime(), SECOND), LOOK_AGAIN)
  }

  /** Whether any of it was ours to send: another process may be at the same mails. */
  async function sendDue(): Promise<boolean> {
    const due = await storage.read(({ mails }) => mails.due(now().toISOString(), AT_ONCE))
    let isOurs = false
    for (const { id } of due) {
      if (isStopped) return false
      const mail = await storage.write(({ mails }) => mails.claim(id, now().toISOString()))
      if (!mail) continue
      isOurs = true
      await send(mail)
    }
    return isOurs
  }

  async function send(mail: StoredMail): Promise<void> {
    const { attempt, err } = await attemptAt(mail)
    const outcome = afterAttempt(attempt, mail.attempts, now().toISOString())
    unsettled.set(mail.id, outcome)
    if (outcome.problem) onTrouble({ ...attempt, problem: outcome.problem, mailId: mail.id, err })
    await settle()
  }

  async function attemptAt(mail: StoredMail): Promise<{ attempt: MailAttempt; err?: unknown }> {
    let letter: Letter | 'moot' | undefined
    try {
      letter = await letterFor(mail)
    } catch (err) {
      return { attempt: { outcome: 'not-written' }, err }
    }
    if (!letter) return { attempt: { outcome: 'no-address' } }
    if (letter === 'moot') return { attempt: { outcome: 'moot' } }
    try {
      await transport.send(letter)
      return { attempt: { outcome: 'accepted' } }
    } catch (error) {
      // What no transport should throw may have come at any time: then nobody knows.
      const facts = error instanceof NotDelivered ? error.facts : { handedOver: true }
      return { attempt: { outcome: 'broken-off', ...facts } }
    }
  }

  async function letterFor(mail: StoredMail): Promise<Letter | 'moot' | undefined> {
    const contents = await write(mail)
    if (!contents || contents === 'moot') return contents
    const { to, values, installation } = contents
    return {
      ...compose(mail.kind, mail.locale, values, installation),
      id: mail.id,
      senderName: installation.name,
      replyTo: installation.contactEmail,
      to,
    }
  }

  async function settle(): Promise<void> {
    for (const [id, outcome] of unsettled) {
      await storage.write(({ mails }) => mails.settle(id, outcome))
      unsettled.delete(id)
    }
  }

  nudge()
  return {
    nudge,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await rounds
      await settle().catch((err: unknown) => onTrouble({ problem: 'round-failed', err }))
    },
  }
}
