import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBoards, type Boards, type BoardsConfig } from '../../../server/live/boards/open-boards.ts'
import { readBoard } from '../../../server/board/read-board.ts'
import { docOf } from '../../../server/board/kept-board.ts'
import type { Storage } from '../../../server/storage/storage.ts'
import { idFor } from '../../support/board-acts.ts'
import { openBoardClient, type BoardClient, type Coming } from '../../support/board-client.ts'
import { openMemoryStorage } from '../../support/memory-storage.ts'

export const GROUP = idFor(7)
export const HANDS: Readonly<Record<string, string>> = { anna: idFor(1), bo: idFor(2), cia: idFor(3) }

/** A server with boards, and a storage that does what it is told. */
export type Room = {
  readonly boards: Boards
  readonly port: number
  readonly storage: Storage
  readonly warnings: unknown[]
  readonly come: (coming?: Partial<Coming>) => BoardClient
  readonly pen: (
    client: BoardClient,
    seat?: string,
  ) => { doc: BoardClient['doc']; hand: string; newId: () => string }
  /** What is kept, as a board. */
  readonly kept: () => Promise<ReturnType<typeof readBoard>>
  /** Stops without folding anything: as when the power goes. */
  readonly leave: () => Promise<void>
}

let ids = 1000

const AT = '2026-11-23T08:00:00.000Z'

/** Boards hang on groups, groups on workshops, and those on profiles. */
export async function seedGroup(storage: Storage, groupId = GROUP): Promise<void> {
  await storage.write(async ({ profiles, workshops }) => {
    if (await workshops.findGroup(groupId)) return
    if (!(await workshops.find(idFor(6)))) {
      await profiles.insert({ id: idFor(5), slug: 'testare', createdAt: AT, organisationId: null })
      await workshops.insert({
        id: idFor(6),
        profileId: idFor(5),
        name: 'Verkstad',
        date: '2026-11-23',
        question: 'Vad behöver en person kunna?',
        phases: [{ phase: 'collect', minutes: 15 }],
        anonymity: { silentCollect: false, namedPhases: [], namesInMinutes: false },
        isRehearsal: false,
        conduct: { phase: 'collect', clock: null, message: null },
        createdAt: AT,
        endedAt: null,
      })
    }
    const number = (await workshops.groups(idFor(6))).length + 1
    await workshops.insertGroup({
      id: groupId,
      workshopId: idFor(6),
      number,
      place: '',
      seats: 6,
      code: `CODE${number}`,
    })
  })
}

export async function openRoom(config: Partial<BoardsConfig> = {}, storage?: Storage): Promise<Room> {
  const kept = storage ?? (await openMemoryStorage())
  await seedGroup(kept)
  const warnings: unknown[] = []
  const clients: BoardClient[] = []
  const boards = openBoards({
    storage: kept,
    now: () => new Date(),
    log: { warn: (facts: unknown) => void warnings.push(facts) } as BoardsConfig['log'],
    admit: ({ headers }) => {
      const seat = /seat=(\w+)/u.exec(headers.cookie ?? '')?.[1] ?? ''
      const greeting = () => Promise.resolve({ kind: 'state', seat })
      if (seat === 'nobody') return Promise.resolve({ ok: false, status: 401 })
      if (seat === 'stranger') return Promise.resolve({ ok: false, status: 403 })
      if (seat === 'leader')
        return Promise.resolve({ ok: true, seatId: 'leader', hand: '', canWrite: false, greeting })
      return Promise.resolve({ ok: true, seatId: seat, hand: HANDS[seat] ?? '', canWrite: true, greeting })
    },
    ...config,
  })
  const server = createServer()
  boards.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const room: Room = {
    boards,
    port,
    storage: kept,
    warnings,
    come(coming = {}) {
      const client = openBoardClient({ port, groupId: GROUP, ...coming })
      clients.push(client)
      return client
    },
    pen: (client, seat = 'anna') => ({ doc: client.doc, hand: HANDS[seat]!, newId: () => idFor(ids++) }),
    kept: async () => readBoard(docOf(await kept.read((stores) => stores.boards.load(GROUP)))),
    async leave() {
      for (const client of clients) client.socket.terminate()
      await boards.stop()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  opened.push(room)
  return room
}

const opened: Room[] = []

export async function closeRooms(): Promise<void> {
  await Promise.all(opened.splice(0).map((room) => room.leave()))
}
