import type { OpenSession, OutboxMail } from '../../schemas/types.ts'
import type { Grant } from '../domain/people/grants.ts'

/*
 * What is known about people, and by what they come in. It stands apart from everything else: others know a person by
 * id alone, so that erasing somebody leaves the log and the versions whole. Secrets are kept as hashes only.
 */

export type Locale = 'sv' | 'en'

export type Person = {
  readonly id: string
  readonly name: string
  /** In lower case; nobody shares it with another. */
  readonly email: string | null
  readonly organisationId: string | null
  readonly locale: Locale
  /** Whether a passkey is asked for after a link or a password. */
  readonly secondStep: boolean
  readonly hasPassword: boolean
  readonly createdAt: string
  /** Null until they have been in. */
  readonly lastSignedInAt: string | null
}
export type PersonFields = Partial<
  Pick<Person, 'name' | 'email' | 'organisationId' | 'locale' | 'secondStep'>
>
export type StoredGrant = Grant & {
  readonly id: string
  readonly personId: string
  readonly grantedAt: string
}

export interface PeopleReader {
  find(id: string): Promise<Person | undefined>
  findByEmail(email: string): Promise<Person | undefined>
  list(): Promise<Person[]>
  /** The person's password as argon2id made it unreadable. */
  passwordHash(id: string): Promise<string | undefined>
  /** Names by id; erased people are absent. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** What one person has been granted, or everybody. */
  grants(personId?: string): Promise<StoredGrant[]>
}

export interface PeopleWriter extends PeopleReader {
  /** Throws AlreadyThere when somebody has that e-mail. */
  insert(
    person: Pick<Person, 'id' | 'name' | 'email' | 'organisationId' | 'locale' | 'createdAt'>,
  ): Promise<void>
  /** Throws AlreadyThere when somebody else has that e-mail. */
  amend(id: string, fields: PersonFields): Promise<void>
  setPassword(id: string, hash: string | null): Promise<void>
  noteSignIn(id: string, at: string): Promise<void>
  /** Takes away the person and everything that hangs on them. */
  erase(id: string): Promise<void>
  /** Throws AlreadyThere when the person has that role that far already. */
  insertGrant(grant: StoredGrant): Promise<void>
  removeGrant(id: string): Promise<void>
  /** Every administrator's grant, held for this transaction: nobody else gives or takes one until it ends. */
  holdAdministrators(): Promise<StoredGrant[]>
}

export type SignInMethod = OpenSession['by']

export type StoredSession = {
  readonly id: string
  readonly personId: string
  readonly by: SignInMethod
  /** What it is on, as far as a browser says: Firefox, Windows. */
  readonly device: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  /** The second step is still to be taken; until then it opens nothing. */
  readonly isHalf: boolean
}
export type SignInLink = { readonly tokenHash: string; readonly personId: string; readonly expiresAt: string }
export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly personId: string
  readonly connectedAt: string
}
export type StoredPasskey = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly createdAt: string
  readonly lastUsedAt: string | null
}
/** Something that a passkey is to sign, once. */
export type Challenge = {
  readonly hash: string
  readonly purpose: 'registration' | 'sign-in'
  readonly personId: string | null
  readonly expiresAt: string
}

export interface AccessReader {
  /** A session that has not expired, half ones too. */
  session(secretHash: string, now: string): Promise<StoredSession | undefined>
  /** Latest first. */
  sessions(personId: string, now: string): Promise<StoredSession[]>
  /** How many sessions each person has who has any, half ones apart; of one person only, where one is named. */
  countSessions(now: string, personId?: string): Promise<ReadonlyMap<string, number>>
  /** Whose a link is that can still be used. */
  linkFor(tokenHash: string, now: string): Promise<string | undefined>
  identity(issuer: string, subject: string): Promise<Identity | undefined>
  identities(personId: string): Promise<Identity[]>
  passkey(id: string): Promise<StoredPasskey | undefined>
  passkeys(personId: string): Promise<StoredPasskey[]>
  /** How many links, sessions and challenges are used or have expired. */
  countExpired(now: string): Promise<number>
}

export interface AccessWriter extends AccessReader {
  insertSession(session: StoredSession & { readonly secretHash: string }): Promise<void>
  seeSession(id: string, at: string): Promise<void>
  endSession(id: string): Promise<void>
  /** All of a person's, or all but one. */
  endSessions(personId: string, butId?: string): Promise<void>
  insertLink(link: SignInLink): Promise<void>
  /** Uses the link up, once; gives whose it was, or undefined when it was used before, has expired or never was. */
  spendLink(tokenHash: string, now: string): Promise<string | undefined>
  /** Links that nobody has used yet open nothing any more. */
  removeLinks(personId: string): Promise<void>
  insertIdentity(identity: Identity): Promise<void>
  removeIdentity(personId: string, issuer: string): Promise<void>
  insertPasskey(passkey: StoredPasskey): Promise<void>
  usePasskey(id: string, counter: number, at: string): Promise<void>
  removePasskey(id: string): Promise<void>
  insertChallenge(challenge: Challenge): Promise<void>
  /** Uses it up, once. */
  spendChallenge(hash: string, now: string): Promise<Challenge | undefined>
  /** Takes those away; gives how many. */
  removeExpired(now: string): Promise<number>
}

export type Organisation = { readonly id: string; readonly name: string }

export interface OrganisationReader {
  find(id: string): Promise<Organisation | undefined>
  list(): Promise<Organisation[]>
}

export interface OrganisationWriter extends OrganisationReader {
  insert(organisation: Organisation): Promise<void>
  rename(id: string, name: string): Promise<void>
  remove(id: string): Promise<void>
}

export type MailKind = OutboxMail['kind']
export type MailStatus = OutboxMail['status']

/** A mail to be sent: to whom, and what about. Address, name and link are put in when it is sent, and not before. */
export type StoredMail = {
  readonly id: string
  readonly personId: string
  readonly kind: MailKind
  /** The review or the meeting that it is about; null for what is about the person alone. */
  readonly about: string | null
  readonly locale: Locale
  readonly status: MailStatus
  readonly attempts: number
  readonly createdAt: string
  readonly nextAttemptAt: string | null
  readonly claimedAt: string | null
  readonly sentAt: string | null
  /** Why it has not gone, as a code. */
  readonly problem: string | null
}
export type MailOutcome = Pick<StoredMail, 'status' | 'attempts' | 'nextAttemptAt' | 'sentAt' | 'problem'>

export interface MailReader {
  find(id: string): Promise<StoredMail | undefined>
  /** Latest first. */
  page(paging: { limit: number; page: number }): Promise<{ mails: StoredMail[]; total: number }>
  ofPerson(personId: string): Promise<StoredMail[]>
  /** Waiting, and its time has come; oldest first. */
  due(now: string, limit: number): Promise<StoredMail[]>
  nextDueAt(): Promise<string | undefined>
  countBy(status: MailStatus): Promise<number>
  /** Sent or given up, and made before that time. */
  countSettled(createdBefore: string): Promise<number>
}

export interface MailWriter extends MailReader {
  insert(mail: StoredMail): Promise<void>
  /** Takes a waiting mail that is due to send it; undefined when somebody else has it. */
  claim(id: string, now: string): Promise<StoredMail | undefined>
  settle(id: string, outcome: MailOutcome): Promise<void>
  /** Those that somebody began to send before that time and never came back about: nobody knows whether they went. */
  settleAbandoned(claimedBefore: string): Promise<number>
  /** Takes those away; gives how many. */
  removeSettled(createdBefore: string): Promise<number>
}
