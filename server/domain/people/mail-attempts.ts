/** What came of one attempt to send a mail. */
export type MailAttempt =
  | { readonly outcome: 'accepted' }
  /** The person is gone, or has no address. */
  | { readonly outcome: 'no-address' }
  /** What it was to tell is so no more: the meeting is cancelled, the answer has come. */
  | { readonly outcome: 'moot' }
  /** It could not be written; the mail server was never asked. */
  | { readonly outcome: 'not-written' }
  | ({ readonly outcome: 'broken-off' } & BrokenOff)

/** How far a conversation with the mail server came, in nodemailer's words for it. */
export type BrokenOff = {
  /** Whether the message had begun to go over: from then on, silence says nothing about whether it arrived. */
  readonly handedOver: boolean
  /** What kind of failure: ECONNECTION, EAUTH, EENVELOPE … */
  readonly code?: string | undefined
  /** What was answered: CONN, MAIL FROM, RCPT TO, DATA …; API when nothing was asked. */
  readonly command?: string | undefined
  /** The server's answer as a number, when it gave one. */
  readonly responseCode?: number | undefined
  /** What the operating system or the encryption called it: ECONNREFUSED, CERT_HAS_EXPIRED … */
  readonly cause?: string | undefined
}

/** Why a mail has not gone. */
export type MailProblem =
  | 'no-address'
  | 'moot'
  | 'not-written'
  | 'unreachable'
  | 'not-secure'
  | 'sign-in-refused'
  | 'refused-for-now'
  | 'sender-refused'
  | 'recipient-refused'
  | 'message-refused'
  | 'no-answer'

type Settled = {
  readonly status: 'waiting' | 'sent' | 'failed' | 'uncertain'
  readonly attempts: number
  readonly nextAttemptAt: string | null
  readonly sentAt: string | null
  readonly problem: MailProblem | null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How long to wait after the first attempt that failed, after the second, and so on; after the last it has failed for good. */
const BACK_OFF = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR]

/**
 * What is to be stored about a mail after an attempt. `attempts` counts the ones before it; `now` is RFC 3339. A mail
 * that may have arrived is never tried again.
 */
export function afterAttempt(attempt: MailAttempt, attempts: number, now: string): Settled {
  const settled = { attempts: attempts + 1, nextAttemptAt: null, sentAt: null }
  if (attempt.outcome === 'accepted') return { ...settled, status: 'sent', sentAt: now, problem: null }
  const { may, problem } = verdictOn(attempt)
  if (may === 'have-arrived') return { ...settled, status: 'uncertain', problem }
  const wait = may === 'go-later' ? BACK_OFF[attempts] : undefined
  if (wait === undefined) return { ...settled, status: 'failed', problem }
  const nextAttemptAt = new Date(Date.parse(now) + wait).toISOString()
  return { ...settled, status: 'waiting', nextAttemptAt, problem }
}

type Verdict = { readonly may: 'go-later' | 'never-go' | 'have-arrived'; readonly problem: MailProblem }

function verdictOn(attempt: Exclude<MailAttempt, { outcome: 'accepted' }>): Verdict {
  if (attempt.outcome === 'no-address') return { may: 'never-go', problem: 'no-address' }
  if (attempt.outcome === 'moot') return { may: 'never-go', problem: 'moot' }
  if (attempt.outcome === 'not-written') return { may: 'go-later', problem: 'not-written' }
  const { handedOver, responseCode = 0 } = attempt
  if (handedOver && !isNo(responseCode)) return { may: 'have-arrived', problem: 'no-answer' }
  if (isAboutSignIn(attempt)) return { may: 'go-later', problem: 'sign-in-refused' }
  if (isAboutEncryption(attempt)) return { may: 'go-later', problem: 'not-secure' }
  const refused = whatWasRefused(attempt)
  if (refused && isForGood(attempt)) return { may: 'never-go', problem: refused }
  return { may: 'go-later', problem: isNo(responseCode) ? 'refused-for-now' : 'unreachable' }
}

function isNo(responseCode: number): boolean {
  return responseCode >= 400 && responseCode < 600
}

/**
 * RFC 5321, 4.2.1: 5yz is said for good. But 503 is about the order of the session and not about the mail. An address
 * that cannot be said in SMTP at all is never sent to the server, and stays so.
 */
function isForGood({ code, command, responseCode = 0 }: BrokenOff): boolean {
  return (responseCode >= 500 && responseCode !== 503) || (code === 'EENVELOPE' && command === 'API')
}

/** RFC 4954, 6: these are about who we are to the server, which an administrator can mend while the mail waits. */
function isAboutSignIn({ code, responseCode = 0 }: BrokenOff): boolean {
  return code === 'EAUTH' || [530, 534, 535, 538].includes(responseCode)
}

function isAboutEncryption({ code, cause = '' }: BrokenOff): boolean {
  return code === 'ETLS' || /CERT|SSL|TLS|SIGNATURE/u.test(cause)
}

/** A server that turns us away at the door (CONN, EHLO) has said nothing about the mail. */
function whatWasRefused({ handedOver, command }: BrokenOff): MailProblem | undefined {
  if (handedOver || command === 'DATA') return 'message-refused'
  if (command === 'MAIL FROM') return 'sender-refused'
  if (command === 'RCPT TO' || command === 'API') return 'recipient-refused'
  return undefined
}
