import type { Seat, WorkshopState } from '../../../../schemas/types.ts'
import { ApiProblem } from '../../../api/http-client.ts'
import { readSeat } from '../../../api/seats.ts'
import { BoardSession } from '../../board/board-session.ts'
import { nameOfBoard, openBoardStore, type BoardStore, type KeptSeat } from '../../board/board-store.ts'
import { openOtherTabs } from '../../board/other-tabs.ts'
import { browserSurroundings } from '../../board/surroundings.ts'

/** A board that is open, and whose it is. */
export type OpenBoard = { readonly session: BoardSession; readonly seat: Seat }

/** A board that is on the device is not kept waiting for a slow network longer than this: the live connection tells the rest. */
const PATIENCE_MS = 600

/**
 * Opens the board of this device's seat: as the server knows it, or, without an answer, the one that was open here last.
 * `taken` is a seat that has just been taken. Throws what readSeat throws where the device has none either.
 */
export async function openOwnBoard(taken: Seat | null): Promise<OpenBoard> {
  const store = openBoardStore(() => crypto.randomUUID())
  // Asked before the device has looked, so that neither waits for the other.
  const asked = taken ? Promise.resolve(taken) : readSeat()
  asked.catch(() => undefined)
  const kept = await store.seats().catch((): KeptSeat[] => [])
  const [last] = kept
  const answered = await seatOr(asked, last, store)
  const before = kept.find(({ seat }) => seat.seatId === answered.seatId)
  const seat = { ...answered, word: answered.word ?? before?.seat.word ?? null }
  const isKept = answered === last?.seat
  return { session: await open(seat, store, isKept ? last.clockAhead : undefined), seat }
}

/** Opens a group's board to look at, for somebody who leads the workshop: nothing of it is kept on the device. */
export async function openToLook(groupId: string): Promise<OpenBoard> {
  const seat: Seat = {
    seatId: '',
    hand: '',
    name: '',
    perspective: '',
    word: null,
    state: unknownState(groupId),
  }
  return { session: await open(seat, keepNothing()), seat }
}

async function open(seat: Seat, store: BoardStore, clockAhead?: number): Promise<BoardSession> {
  return BoardSession.open({
    origin: location.origin,
    seat,
    ...(clockAhead === undefined ? {} : { clockAhead }),
    store,
    surroundings: browserSurroundings(),
    ...(seat.seatId === '' ? {} : { openOtherTabs }),
  })
}

/**
 * A server that says that there is no seat is believed, unless words lie here that never came to it: they are shown, to
 * be copied. One that says nothing is not waited for.
 */
async function seatOr(asked: Promise<Seat>, last: KeptSeat | undefined, store: BoardStore): Promise<Seat> {
  if (!last) return asked
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<Seat>((given) => {
    timer = setTimeout(() => given(last.seat), PATIENCE_MS)
  })
  try {
    return await Promise.race([asked, enough])
  } catch (error) {
    const isRefused = error instanceof ApiProblem && error.problem.status < 500
    if (isRefused && !(await hasUnsent(last, store))) throw error
    return last.seat
  } finally {
    clearTimeout(timer)
  }
}

async function hasUnsent({ groupId, seat }: KeptSeat, store: BoardStore): Promise<boolean> {
  const { unsent } = await store.read(nameOfBoard(groupId, seat.seatId))
  return unsent.length > 0
}

function keepNothing(): BoardStore {
  return {
    read: async () => ({ records: [], unsent: [] }),
    keep: async () => ({ record: null, unsent: null }),
    keepSeat: async () => undefined,
    seats: async () => [],
    deviceId: async () => crypto.randomUUID(),
    forget: async () => true,
    forgetOld: async () => undefined,
    close: async () => undefined,
  }
}

/** Until the server has told how the workshop stands. */
function unknownState(groupId: string): WorkshopState {
  return {
    workshopId: '',
    name: '',
    profileTitle: '',
    question: '',
    date: '',
    phases: [],
    anonymity: { silentCollect: false, namedPhases: [], namesInMinutes: false },
    status: 'open',
    isRehearsal: false,
    conduct: { phase: 'collect', clock: null, message: null },
    group: { id: groupId, number: 1, place: '', seats: 0, code: '' },
    members: [],
    authors: {},
    outcomeStem: '',
    thirdCategory: 'responsibilityAutonomy',
    perspectives: [],
    now: new Date().toISOString(),
  }
}
