/** A device at a board, as those who lead the workshop see it. Times are ISO 8601. */
export type Device = {
  readonly id: string
  readonly seatId: string
  readonly isConnected: boolean
  readonly seenAt: string
  /** When it came: the first time, or again after so long that it is another coming. */
  readonly cameAt: string
  /** How many changes it last said that it had not sent. */
  readonly waiting: number
  /** When it last wrote something; null where it has not since this program started. */
  readonly wroteAt: string | null
}

type Entry = {
  readonly id: string
  readonly seatId: string
  connections: number
  seenAt: Date
  cameAt: Date
  waiting: number
  wroteAt: Date | null
}

/** Which devices are and were at which board. In memory only: after a start they tell it anew. */
export type Presence = {
  readonly of: (groupId: string) => Device[]
  /** Gives what the connection is to say of the device from then on. */
  readonly arrive: (groupId: string, device: { readonly id: string; readonly seatId: string }) => Sign
  readonly forget: (groupId: string) => void
  /** Forgets the boards at which nobody has been since. */
  readonly forgetBefore: (time: Date) => void
}

export type Sign = {
  readonly heard: () => void
  readonly says: (waiting: number) => void
  readonly wrote: () => void
  readonly left: () => void
}

/** A network that comes and goes is not somebody who comes and goes. */
const ANOTHER_COMING_MS = 30 * 60_000

export function openPresence(now: () => Date, mostOfASeat: number): Presence {
  const groups = new Map<string, Map<string, Entry>>()

  function entryFor(groupId: string, { id, seatId }: { id: string; seatId: string }): Entry {
    const devices = groups.get(groupId) ?? new Map<string, Entry>()
    groups.set(groupId, devices)
    const key = `${seatId} ${id}`
    const there = devices.get(key)
    if (there) return there
    const gone = [...devices].filter(([, each]) => each.seatId === seatId && each.connections === 0)
    if (gone.length >= mostOfASeat && gone[0]) devices.delete(gone[0][0])
    const entry = { id, seatId, connections: 0, seenAt: now(), cameAt: now(), waiting: 0, wroteAt: null }
    devices.set(key, entry)
    return entry
  }

  return {
    of: (groupId) => [...(groups.get(groupId)?.values() ?? [])].map(deviceOf),
    arrive(groupId, device) {
      const entry = entryFor(groupId, device)
      const isAnotherComing =
        entry.connections === 0 && now().getTime() - entry.seenAt.getTime() > ANOTHER_COMING_MS
      if (isAnotherComing) entry.cameAt = now()
      entry.connections += 1
      entry.seenAt = now()
      return {
        heard: () => void (entry.seenAt = now()),
        says: (waiting) => void (entry.waiting = waiting),
        wrote: () => void (entry.wroteAt = now()),
        left: () => void (entry.connections -= 1),
      }
    },
    forget: (groupId) => void groups.delete(groupId),
    forgetBefore(time) {
      for (const [groupId, devices] of groups)
        if ([...devices.values()].every(({ connections, seenAt }) => connections === 0 && seenAt < time))
          groups.delete(groupId)
    },
  }
}

function deviceOf({ id, seatId, connections, seenAt, cameAt, waiting, wroteAt }: Entry): Device {
  return {
    id,
    seatId,
    isConnected: connections > 0,
    seenAt: seenAt.toISOString(),
    cameAt: cameAt.toISOString(),
    waiting,
    wroteAt: wroteAt?.toISOString() ?? null,
  }
}
