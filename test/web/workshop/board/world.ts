import 'fake-indexeddb/auto'
import type { Seat, WorkshopState } from '../../../../schemas/types.ts'
import { BoardSession, type OtherTabs } from '../../../../web/workshop/board/board-session.ts'
import { openBoardStore, type BoardStore } from '../../../../web/workshop/board/board-store.ts'
import type { Happening, Surroundings } from '../../../../web/workshop/board/surroundings.ts'
import { SimulatedServer } from './simulated-server.ts'
import { SimulatedTime } from './simulated-time.ts'

export const GROUP = '11111111-0000-4000-8000-000000000000'
const AMINA = 'aaaaaaaa-0000-4000-8000-000000000000'
const BO = 'bbbbbbbb-0000-4000-8000-000000000000'

const member = (seatId: string, name: string) => ({ seatId, name, perspective: 'employee' })
export const workshopState = (changes: Partial<WorkshopState> = {}): WorkshopState =>
  ({
    workshopId: '22222222-0000-4000-8000-000000000000',
    name: 'Personlig assistent',
    group: { id: GROUP, number: 1, place: '', seats: 6, code: 'HJ4K7P' },
    members: [member(AMINA, 'Amina'), member(BO, 'Bo')],
    status: 'open',
    now: '2026-09-14T09:00:00.000Z',
    ...changes,
  }) as WorkshopState
const seatOf = (seatId: string, name: string): Seat => ({
  seatId,
  hand: seatId.replace('0000', '9999'),
  name,
  perspective: 'employee',
  word: null,
  state: workshopState(),
})
export const amina = seatOf(AMINA, 'Amina')
export const bo = seatOf(BO, 'Bo')

let worlds = 0
let ids = 0
const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`

type Tab = { board: string; hear: (update: Uint8Array) => void; whole: () => Uint8Array }

/** A server, a clock, and devices with a board each; nothing happens in it but what a test lets happen. */
export class World {
  readonly time = new SimulatedTime()
  readonly server = new SimulatedServer(GROUP)
  readonly #name = `world-${(worlds += 1)}`
  readonly #happened = new Set<(happening: Happening) => void>()
  readonly #sessions: BoardSession[] = []
  readonly #stores: BoardStore[] = []
  readonly #tabs = new Set<Tab>()
  #underWay = 0
  /** Where the devices cannot keep anything. */
  isDiskFull = false

  surroundings: Surroundings = {
    now: this.time.now,
    later: this.time.later,
    nextFrame: (run) => void this.time.later(run, 0),
    random: () => 0.5,
    newId,
    openWire: (address, ear) => this.server.openWire(address, ear),
    watch: (happened) => {
      this.#happened.add(happened)
      return () => this.#happened.delete(happened)
    },
  }

  /** A tab of a person's device that is opened, connected or not. */
  async open(seat: Seat, device = seat.name): Promise<BoardSession> {
    let random = 0
    const session = BoardSession.open({
      origin: 'http://workshop.test',
      seat,
      store: this.store(device),
      surroundings: { ...this.surroundings, random: () => (random ||= ((ids += 1) % 997) / 997) },
      openOtherTabs: (board) => this.#openTabs(`${device}:${board}`),
    })
    await this.kept()
    this.#sessions.push(await session)
    this.time.pass(0)
    return session
  }

  store(device: string): BoardStore {
    const store = openBoardStore(newId, `${this.#name}-${device}`)
    this.#stores.push(store)
    return {
      ...store,
      read: (board) => this.#follow(store.read(board)),
      keep: (board, what) =>
        this.#follow(this.isDiskFull ? Promise.reject(new Error('full')) : store.keep(board, what)),
      deviceId: () => this.#follow(store.deviceId()),
      keepSeat: (kept) => this.#follow(store.keepSeat(kept)),
      forgetOld: (now) => this.#follow(store.forgetOld(now)),
    }
  }

  /** Everything arrives that can, and time goes on a little. */
  settle(): void {
    for (let round = 0; round < 4; round += 1) {
      this.server.settle()
      this.time.pass(50)
    }
  }

  /** Waits until the devices have nothing more to keep. */
  async kept(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      if (this.#underWay > 0) quiet = 0
      await new Promise(setImmediate)
    }
    this.time.pass(0)
  }

  happen(happening: Happening): void {
    for (const happened of this.#happened) happened(happening)
  }

  async end(): Promise<void> {
    for (const session of this.#sessions) await session.close()
    for (const store of this.#stores) await store.close()
    this.server.stop()
  }

  #openTabs(board: string): OtherTabs {
    let mine: Tab | undefined
    return {
      tell: (update) => {
        for (const tab of this.#tabs) if (tab !== mine && tab.board === board) tab.hear(update)
      },
      listen: (hear, whole) => {
        for (const tab of this.#tabs) if (tab.board === board) hear(tab.whole())
        this.#tabs.add((mine = { board, hear, whole }))
      },
      close: () => mine && this.#tabs.delete(mine),
    }
  }

  #follow<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1
    return work.finally(() => (this.#underWay -= 1))
  }
}
