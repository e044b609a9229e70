import type { Device, Participant, WorkshopOverview } from '../../schemas/types.ts'
import { minutesSince } from './server-time.ts'
import { QUIET_MINUTES } from './standing.ts'

type Whose = {
  readonly groupId: string
  readonly groupNumber: number
  readonly seatId: string
  readonly name: string
}

/** What a facilitator may want to look at; only what is known, never what it may mean. */
export type Need = Whose &
  (
    | { readonly kind: 'quiet' | 'nothing-yet'; readonly minutes: number }
    /** A device that is not connected, when it was heard of last, and how many changes it said were left in it. */
    | { readonly kind: 'away'; readonly minutes: number; readonly seenAt: string; readonly waiting: number }
    /** A device that is connected, and whose changes have waited all the same. */
    | { readonly kind: 'stuck'; readonly minutes: number; readonly waiting: number }
  )

/** Since when something has been so, by what it is of: the server says how it is, not for how long. */
export type Remembered = ReadonlyMap<string, number>

const AWAY_MINUTES = 1
const STUCK_MS = 20_000

/** What has been so since when, after one more look. */
export function remember(known: Remembered, { groups, now }: WorkshopOverview): Remembered {
  const at = Date.parse(now)
  const keys = groups.flatMap(({ participants }) =>
    participants.flatMap((person) =>
      person.devices
        .filter(({ isConnected, waiting }) => isConnected && waiting > 0)
        .map((device) => waitingKey(device)),
    ),
  )
  return new Map(keys.map((key) => [key, known.get(key) ?? at]))
}

/** Who may need somebody, worst first: words that have not arrived, then those who have not written. */
export function needsYou(overview: WorkshopOverview, known: Remembered, now: number): Need[] {
  const { workshop, conduct, groups } = overview
  if (workshop.status === 'ended') return []
  // Before the time has begun, and in a break, nobody is expected to write.
  const { clock } = conduct
  const isWorking = conduct.phase !== 'done' && clock !== null && clock.endsAt !== null
  const begun = clock?.endsAt ? Date.parse(clock.endsAt) - clock.ofMs : now
  const found = groups.flatMap(({ groupId, participants }) => {
    const groupNumber = workshop.groups.find(({ id }) => id === groupId)?.number ?? 0
    return participants.flatMap((person) => {
      const whose = { groupId, groupNumber, seatId: person.seatId, name: person.name }
      const devices = needOfDevices(whose, person, known, now)
      const silence = isWorking && person.presence === 'here' ? needOfSilence(whose, person, begun, now) : []
      return [...devices, ...silence]
    })
  })
  const weight = (need: Need) => ('waiting' in need && need.waiting > 0 ? 0 : need.kind === 'away' ? 1 : 2)
  return found.sort((one, other) => weight(one) - weight(other) || other.minutes - one.minutes)
}

function needOfDevices(
  whose: Whose,
  { presence, devices }: Participant,
  known: Remembered,
  now: number,
): Need[] {
  return devices.flatMap((device): Need[] => {
    const { isConnected, waiting, seenAt } = device
    if (isConnected) {
      const since = known.get(waitingKey(device))
      if (since === undefined || now - since < STUCK_MS) return []
      return [{ ...whose, kind: 'stuck', minutes: Math.floor((now - since) / 60_000), waiting }]
    }
    const minutes = minutesSince(seenAt, now)
    // Somebody who sits at another device has everything that this one had sent.
    if (minutes < AWAY_MINUTES || (waiting === 0 && presence === 'here')) return []
    return [{ ...whose, kind: 'away', minutes, seenAt, waiting }]
  })
}

/** A phase that has just begun asks nobody why they are silent, however long they have been. */
function needOfSilence(
  whose: Whose,
  { isReady, cameAt, wroteAt }: Participant,
  begun: number,
  now: number,
): Need[] {
  const since = wroteAt ?? cameAt
  if (isReady || since === null) return []
  const minutes = minutesSince(since, now)
  if (minutes < QUIET_MINUTES || now - begun < QUIET_MINUTES * 60_000) return []
  return [{ ...whose, kind: wroteAt === null ? 'nothing-yet' : 'quiet', minutes }]
}

/** Changes that wait in devices, as far as the devices have said so, and in how many. */
export function waitingIn({ groups }: WorkshopOverview): { changes: number; devices: number } {
  const waiting = groups
    .flatMap(({ participants }) => participants.flatMap(({ devices }) => devices))
    .filter((device) => device.waiting > 0)
  return { changes: waiting.reduce((sum, device) => sum + device.waiting, 0), devices: waiting.length }
}

function waitingKey({ id }: Device): string {
  return `waiting ${id}`
}
