import type { JoinOffer, ReturnToSeat, Seat, TakeSeat } from '../../../schemas/types.ts'
import { readCode } from '../../domain/workshop/join-code.ts'
import { readWord, wordFrom } from '../../domain/workshop/personal-word.ts'
import { isOver } from '../../domain/workshop/plan.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Readers, Writers } from '../../storage/storage.ts'
import type { StoredGroup, StoredSeat, StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { describeState, seatsOf, titleOf } from './describe-workshop.ts'
import { diceFrom } from './dice-from.ts'
import { findSeated, unlessSeated, type Seated } from './find-workshop.ts'

/** How long a device knows its seat: long enough to look up what became of one's cards. */
export const SEAT_LASTS = 365 * 24 * 60 * 60 * 1000

/** A seat, and the secret by which the device that took it is known from now on. */
export type Taken = { readonly seat: Seat; readonly secret: string }

/** What a code leads to. Throws code-unknown, code-expired. */
export async function readOffer(
  deps: Deps,
  { code, secret }: { code: string; secret: string | undefined },
): Promise<JoinOffer> {
  return deps.storage.read(async (stores) => {
    const { group, workshop } = await findByCode(stores, code, deps.now())
    const profile = await stores.profiles.findById(workshop.profileId)
    const own = await findSeated(stores, secret).catch(unlessSeated)
    return {
      workshopName: workshop.name,
      profileTitle: profile ? await titleOf(stores, profile) : '',
      groupNumber: group.number,
      seatsLeft: Math.max(0, group.seats - (await seatsIn(stores, workshop, group)).length),
      perspectives: (await readSettings(stores)).perspectives,
      anonymity: workshop.anonymity,
      own: own?.group.id === group.id ? own.seat.name : null,
    }
  })
}

/** Takes a seat in the group that a code leads to, without an account. Throws code-unknown, code-expired, group-full. */
export async function takeSeat(deps: Deps, { code, name, perspective }: TakeSeat): Promise<Taken> {
  const now = deps.now()
  const secret = deps.newSecret()
  const taken = await deps.storage.write(async (stores) => {
    const { group, workshop } = await findByCode(stores, code, now)
    if ((await seatsIn(stores, workshop, group)).length >= group.seats) throw new ProblemError('group-full')
    const word = await freeWord(deps, stores, workshop, group)
    const seat: StoredSeat = {
      id: deps.newId(),
      groupId: group.id,
      name: name.trim(),
      perspective: await knownPerspective(stores, perspective),
      hand: handFrom(deps.newSecret()),
      wordHash: hashOf(group, word),
      takenAt: now.toISOString(),
      removedAt: null,
    }
    await stores.workshops.insertSeat(seat)
    await stores.workshops.addDevice(sha256(secret), seat.id, now.toISOString())
    return { seat: await describeSeat(stores, { seat, group, workshop }, now, word), groupId: group.id }
  })
  deps.boards.tell([taken.groupId])
  return { seat: taken.seat, secret }
}

/**
 * The pseudonym that stands on what somebody writes: random through and through. Of ids that grow with time the one would
 * tell the other's moment, and everybody at a board knows the seats' ids.
 */
function handFrom(secret: string): string {
  const hex = Buffer.from(secret, 'base64url').toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Comes back to one's seat from another device, by the personal word. Throws code-unknown, code-expired, word-unknown. */
export async function returnToSeat(deps: Deps, { code, word }: ReturnToSeat): Promise<Taken> {
  const now = deps.now()
  const secret = deps.newSecret()
  return deps.storage.write(async (stores) => {
    const { group, workshop } = await findByCode(stores, code, now)
    const seat = await seatByWord(stores, workshop, group, word)
    if (!seat) throw new ProblemError('word-unknown')
    await stores.workshops.addDevice(sha256(secret), seat.id, now.toISOString())
    const home = seat.groupId === group.id ? group : await stores.workshops.findGroup(seat.groupId)
    return { seat: await describeSeat(stores, { seat, group: home ?? group, workshop }, now), secret }
  })
}

/** One's own seat, and how the workshop stands. Throws not-seated. */
export async function readSeat(deps: Deps, secret: string | undefined): Promise<Seat> {
  return deps.storage.read(async (stores) =>
    describeSeat(stores, await findSeated(stores, secret), deps.now()),
  )
}

/** This device forgets the seat; the seat and what was written stay. */
export async function leaveSeat(deps: Deps, secret: string | undefined): Promise<void> {
  if (secret !== undefined)
    await deps.storage.write(({ workshops }) => workshops.removeDevice(sha256(secret)))
}

async function describeSeat(
  stores: Readers,
  { seat, group, workshop }: Seated,
  now: Date,
  word: string | null = null,
): Promise<Seat> {
  return {
    seatId: seat.id,
    hand: seat.hand,
    name: seat.name,
    perspective: seat.perspective,
    word,
    state: await describeState(stores, workshop, group, now),
  }
}

async function findByCode(
  { workshops }: Pick<Readers, 'workshops'>,
  typed: string,
  now: Date,
): Promise<{ group: StoredGroup; workshop: StoredWorkshop }> {
  const code = readCode(typed)
  const group = code === undefined ? undefined : await workshops.groupByCode(code)
  const workshop = group && (await workshops.find(group.workshopId))
  if (!workshop) throw new ProblemError('code-unknown')
  if (isOver(workshop, now)) throw new ProblemError('code-expired')
  return { group, workshop }
}

async function seatsIn(
  stores: Readers,
  workshop: StoredWorkshop,
  { id }: StoredGroup,
): Promise<StoredSeat[]> {
  return (await seatsOf(stores, workshop)).filter(({ groupId }) => groupId === id)
}

/** One that the installation does not know any more counts as another. */
async function knownPerspective(stores: Writers, perspective: string): Promise<string> {
  const { perspectives } = await readSettings(stores)
  return perspectives.some(({ id }) => id === perspective) ? perspective : ''
}

/** Two words that nobody has who could come back by the same code. */
async function freeWord(
  { newSecret }: Deps,
  stores: Readers,
  workshop: StoredWorkshop,
  group: StoredGroup,
): Promise<string> {
  let word: string
  do word = wordFrom(diceFrom(newSecret()))
  while (await seatByWord(stores, workshop, group, word))
  return word
}

/**
 * The seat of whoever has that word and that group's code: somebody who sits there, or who took the seat there and has
 * been moved since. Others of the workshop are not looked among, since each more would make guessing easier.
 */
async function seatByWord(
  stores: Readers,
  workshop: StoredWorkshop,
  group: StoredGroup,
  word: string,
): Promise<StoredSeat | undefined> {
  const salted = new Map(
    (await stores.workshops.groups(workshop.id)).map(({ id }) => [hashOf({ id }, word), id]),
  )
  return (await seatsOf(stores, workshop)).find(({ groupId, wordHash }) => {
    const takenIn = salted.get(wordHash)
    return takenIn !== undefined && (takenIn === group.id || groupId === group.id)
  })
}

/** Salted with the group in which the seat was taken. */
function hashOf({ id }: Pick<StoredGroup, 'id'>, word: string): string {
  return sha256(`${id} ${readWord(word)}`)
}
