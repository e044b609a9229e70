import fc from 'fast-check'
import {
  afterAttempt,
  type BrokenOff,
  type MailAttempt,
} from '../../../server/domain/people/mail-attempts.ts'

const NOW = '2026-11-23T12:00:00.000Z'
const inMinutes = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const brokenOff = (how: Partial<BrokenOff>): MailAttempt => ({
  outcome: 'broken-off',
  handedOver: false,
  ...how,
})

test('a mail that the server has taken is sent', () => {
  expect(afterAttempt({ outcome: 'accepted' }, 2, NOW)).toEqual({
    status: 'sent',
    attempts: 3,
    nextAttemptAt: null,
    sentAt: NOW,
    problem: null,
  })
})

test.each([
  { after: 0, status: 'waiting', minutes: 1 },
  { after: 1, status: 'waiting', minutes: 5 },
  { after: 2, status: 'waiting', minutes: 30 },
  { after: 3, status: 'waiting', minutes: 120 },
  { after: 4, status: 'waiting', minutes: 480 },
  { after: 5, status: 'failed', minutes: null },
  { after: 6, status: 'failed', minutes: null },
])(
  'a mail that could not go after $after attempts is $status, for $minutes minutes',
  ({ after, status, minutes }) => {
    const outcome = afterAttempt(brokenOff({ code: 'ECONNECTION', command: 'CONN' }), after, NOW)
    expect(outcome).toEqual({
      status,
      attempts: after + 1,
      nextAttemptAt: minutes === null ? null : inMinutes(minutes),
      sentAt: null,
      problem: 'unreachable',
    })
  },
)

test.each<{ what: string; attempt: MailAttempt; status: string; problem: string }>([
  {
    what: 'there is nothing to tell any more',
    attempt: { outcome: 'moot' },
    status: 'failed',
    problem: 'moot',
  },
  { what: 'the person is gone', attempt: { outcome: 'no-address' }, status: 'failed', problem: 'no-address' },
  {
    what: 'the mail could not be written',
    attempt: { outcome: 'not-written' },
    status: 'waiting',
    problem: 'not-written',
  },
  ...cases('waiting', 'unreachable', {
    'the server has no address': { code: 'EDNS', command: 'CONN' },
    'nobody answers at its door': { code: 'ESOCKET', command: 'CONN', cause: 'ECONNREFUSED' },
    'it does not greet in time': { code: 'ETIMEDOUT', command: 'CONN' },
    'the line breaks before the message goes': { code: 'ECONNECTION', command: 'CONN' },
  }),
  ...cases('waiting', 'not-secure', {
    'encryption is promised and does not come': { code: 'ETLS', command: 'STARTTLS', responseCode: 454 },
    'nobody vouches for the certificate': { code: 'ESOCKET', cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    'the certificate is somebody else’s': { code: 'ESOCKET', cause: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    'the certificate’s maker is unknown': { code: 'ESOCKET', cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    'the server speaks no TLS': { code: 'ESOCKET', cause: 'ERR_SSL_WRONG_VERSION_NUMBER' },
  }),
  ...cases('waiting', 'sign-in-refused', {
    'the password is wrong': { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 },
    'the password cannot be checked now': { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 454 },
    'the server wants a password': { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 },
  }),
  ...cases('waiting', 'refused-for-now', {
    'the server is full today': { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 },
    'the server turns us away at the door': { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 },
    'the recipient is greylisted': { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 },
    'the session has lost its order': { code: 'EENVELOPE', command: 'DATA', responseCode: 503 },
    'the message is refused for now': {
      handedOver: true,
      code: 'EMESSAGE',
      command: 'DATA',
      responseCode: 452,
    },
    'the server closes instead of taking it': {
      handedOver: true,
      code: 'EMESSAGE',
      command: 'DATA',
      responseCode: 421,
    },
  }),
  ...cases('failed', 'sender-refused', {
    'we may not send from our address': { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
  }),
  ...cases('failed', 'recipient-refused', {
    'there is no such recipient': { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 },
    'the address is none': { code: 'EENVELOPE', command: 'API' },
  }),
  ...cases('failed', 'message-refused', {
    'the message is not wanted': { handedOver: true, code: 'EMESSAGE', command: 'DATA', responseCode: 554 },
    'no message is wanted': { code: 'EENVELOPE', command: 'DATA', responseCode: 554 },
  }),
  ...cases('uncertain', 'no-answer', {
    'the line breaks after the message went': { handedOver: true, code: 'ECONNECTION', command: 'CONN' },
    'no answer comes in time': { handedOver: true, code: 'ETIMEDOUT', command: 'CONN' },
    'the answer is nonsense': { handedOver: true, code: 'EPROTOCOL', command: 'CONN', responseCode: 250 },
  }),
])('when $what, the mail is $status: $problem', ({ attempt, status, problem }) => {
  expect(afterAttempt(attempt, 0, NOW)).toMatchObject({ status, problem, sentAt: null, attempts: 1 })
})

test('a mail is tried again only when it cannot have arrived: it had not gone over, or the server said no', () => {
  const anything = fc.record({
    handedOver: fc.boolean(),
    code: fc.constantFrom(
      'ECONNECTION',
      'ETIMEDOUT',
      'ESOCKET',
      'EMESSAGE',
      'EENVELOPE',
      'EAUTH',
      'ETLS',
      undefined,
    ),
    command: fc.constantFrom('CONN', 'API', 'MAIL FROM', 'RCPT TO', 'DATA', undefined),
    responseCode: fc.option(fc.integer({ min: 200, max: 599 }), { nil: undefined }),
    cause: fc.constantFrom('ECONNRESET', 'CERT_HAS_EXPIRED', undefined),
  })
  fc.assert(
    fc.property(anything, fc.nat(8), (how, attempts) => {
      const { status, nextAttemptAt } = afterAttempt(brokenOff(how), attempts, NOW)
      const mayHaveArrived = how.handedOver && (how.responseCode ?? 0) < 400
      expect(status === 'uncertain').toBe(mayHaveArrived)
      expect(nextAttemptAt !== null).toBe(status === 'waiting')
    }),
  )
})

function cases(status: string, problem: string, by: Record<string, Partial<BrokenOff>>) {
  return Object.entries(by).map(([what, how]) => ({ what, attempt: brokenOff(how), status, problem }))
}
