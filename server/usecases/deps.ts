import type { Announcement, Author, Board, Listening } from '../../schemas/types.ts'
import { ANYBODY, mayAnywhere, type Act, type Viewer } from '../domain/people/abilities.ts'
import { EVERYTHING } from '../domain/people/grants.ts'
import { ProblemError } from '../problems.ts'
import type { PasskeyDoor } from '../people/passkeys.ts'
import type { Passwords } from '../people/passwords.ts'
import type { Storage } from '../storage/storage.ts'

/** What a use case needs from the world around it. */
export type Deps = {
  readonly storage: Storage
  readonly now: () => Date
  /** UUIDs that grow with time (version 7). */
  readonly newId: () => string
  /** Unguessable, fit for an address: for links and sessions. */
  readonly newSecret: () => string
  /** Told after the commit, never before. */
  readonly announce: (happening: Happening) => void
  /** Closes what is open here and now in that session, or in any of that person's; the next request is refused anyway. */
  readonly letGo: (whose: { readonly sessionId: string } | { readonly personId: string }) => void
  /** Whether mail can be sent at all, and that there is mail to send. */
  readonly sendsMail: boolean
  readonly nudgePost: () => void
  readonly boards: LiveBoards
  readonly passwords: Passwords
  readonly passkeys: PasskeyDoor
}

/** The boards that are open just now, as use cases know them. What has been acknowledged is in the storage too. */
export type LiveBoards = {
  /** The board as it stands; undefined when nobody has it open here. */
  readonly board: (groupId: string) => Board | undefined
  readonly devices: (groupId: string) => readonly BoardDevice[]
  /** Something about those groups is another now: whoever is at their boards is told how it stands. */
  readonly tell: (groupIds: readonly string[]) => void
  /** Something has been kept for those boards by another way than theirs: those that are open take it in, and are told. */
  readonly takeIn: (groupIds: readonly string[]) => void
  /** Shows a seat's devices out, after the commit. */
  readonly letGo: (seatId: string) => void
}

/** A participant's device, as the server hears of it. */
export type BoardDevice = {
  readonly id: string
  readonly seatId: string
  readonly isConnected: boolean
  readonly seenAt: string
  /** When it came, as far as it has not been away for long since. */
  readonly cameAt: string
  /** How many changes it last said that it had not sent yet. */
  readonly waiting: number
  readonly wroteAt: string | null
}

/** Where no boards are served: on the command line, and in tests of everything else. */
export const NO_BOARDS: LiveBoards = {
  board: () => undefined,
  devices: () => [],
  tell: () => undefined,
  takeIn: () => undefined,
  letGo: () => undefined,
}

/** Something that people who have the draft open want to know at once. */
export type Happening = Exclude<Announcement, Listening>

/** Who asks: a signed-in person, the program itself, or anybody. */
export type Asker = {
  readonly personId: string | null
  readonly name: string | null
  readonly viewer: Viewer
  readonly sessionId: string | null
  /** The person who has shown one thing of two, and is nobody until the passkey has been shown as well. */
  readonly halfSessionOf: string | null
}

export const STRANGER: Asker = {
  personId: null,
  name: null,
  viewer: ANYBODY,
  sessionId: null,
  halfSessionOf: null,
}

/** The command line and the seeds: whoever can start the program on the data may do everything with it. */
export const THE_PROGRAM: Asker = {
  ...STRANGER,
  viewer: { grants: [{ role: 'administrator', scope: EVERYTHING }] },
}

/** The person as others see them; null for the program. */
export function authorOf({ personId, name }: Asker): Author | null {
  return personId === null || name === null ? null : { id: personId, name }
}

/** Asked where it is not known yet what is meant. Throws not-signed-in, or not-allowed for those who may not do it to anything. */
export function requireRole(asker: Asker, act: Act): void {
  if (!mayAnywhere(asker.viewer, act)) throw refusalFor(asker)
}

/** The id of the one who is signed in. Throws not-signed-in. */
export function requirePerson({ personId }: Asker): string {
  if (personId === null) throw new ProblemError('not-signed-in')
  return personId
}

/** No to whoever asks: a stranger may sign in first. */
export function refusalFor({ personId }: Asker): ProblemError {
  return new ProblemError(personId === null ? 'not-signed-in' : 'not-allowed')
}
