import type { Device, Participant, Workshop, WorkshopOverview } from '../../../schemas/types.ts'

/** The server's time in these tests. */
export const NOW = Date.parse('2026-10-14T09:30:00.000Z')
export const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()

export function device(changes: Partial<Device> = {}): Device {
  return { id: 'telefon', isConnected: true, seenAt: ago(0), waiting: 0, ...changes }
}

/** Somebody who sits at a connected device and has just written. */
export function person(name: string, changes: Partial<Participant> = {}): Participant {
  return {
    seatId: `plats ${name}`,
    name,
    perspective: 'employee',
    presence: 'here',
    isReady: false,
    cameAt: ago(0),
    wroteAt: ago(0),
    devices: [device({ id: `telefon ${name}` })],
    ...changes,
  }
}

/** A workshop of one group that collects cards, with twelve of twenty minutes left. */
export function overview(
  participants: Participant[],
  conduct: Partial<WorkshopOverview['conduct']> = {},
): WorkshopOverview {
  return {
    workshop: {
      status: 'open',
      groups: [{ id: 'g3', number: 3, place: 'biblioteket', seats: 6, taken: 1, code: 'K7M4PX' }],
    } as unknown as Workshop,
    conduct: {
      phase: 'collect',
      clock: { ofMs: 1_200_000, endsAt: ago(-12), leftMs: null },
      message: null,
      ...conduct,
    },
    groups: [
      {
        groupId: 'g3',
        participants,
        cards: { knowledge: 14, skills: 19, responsibilityAutonomy: 8, suitability: 6 },
        unsorted: 12,
        themes: [
          { title: 'Lyfta och förflytta', cards: 20, outcomes: 2 },
          { title: 'Medicin', cards: 15, outcomes: 1 },
        ],
        decided: 31,
        outcomes: 3,
        criteria: 8,
      },
    ],
    now: ago(0),
  }
}
