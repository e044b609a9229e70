import { WebSocket } from 'ws'
import type { Seat } from '../../../schemas/types.ts'
import { BoardSession } from '../../../web/workshop/board/board-session.ts'
import { openBoardStore, type BoardStore } from '../../../web/workshop/board/board-store.ts'
import { wiresOver, type Happening, type Surroundings } from '../../../web/workshop/board/surroundings.ts'

/** A device at which somebody sits: what it has kept outlives its tabs. */
export type Device = {
  readonly name: string
  readonly seat: Seat
  readonly cookie: string
  /** Where it thinks that the server is. */
  readonly port: number
  /** How much faster than the world its clock goes. */
  readonly haste: number
  readonly random: () => number
}

/** An open page with a board. */
export type Tab = {
  readonly session: BoardSession
  readonly happen: (happening: Happening) => void
  readonly close: () => Promise<void>
  /** As when the browser dies: nothing more is sent or begun to be kept, and nothing is told. */
  readonly crash: () => void
}

export async function openTab(device: Device): Promise<Tab> {
  const { name, seat, cookie, port, haste, random } = device
  const sockets = new Set<WebSocket>()
  const watchers = new Set<(happening: Happening) => void>()
  const timers = new Set<NodeJS.Timeout>()
  let isDead = false
  const wires = wiresOver((address) => {
    const socket = new WebSocket(address, { headers: { cookie } })
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    return socket
  })
  const surroundings: Surroundings = {
    now: () => performance.timeOrigin + performance.now() * haste,
    later(run, ms) {
      if (isDead) return () => undefined
      const timer = setTimeout(() => {
        timers.delete(timer)
        run()
      }, ms / haste)
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
    nextFrame: (run) => void surroundings.later(run, 16),
    random,
    newId: () => crypto.randomUUID(),
    openWire: (address, ear) =>
      wires(address, {
        opened: () => isDead || ear.opened(),
        heard: (message) => isDead || ear.heard(message),
        closed: (code, reason) => isDead || ear.closed(code, reason),
      }),
    watch(happened) {
      watchers.add(happened)
      return () => watchers.delete(happened)
    },
  }
  const store = openBoardStore(() => crypto.randomUUID(), name)
  const session = await BoardSession.open({
    origin: `http://127.0.0.1:${port}`,
    seat,
    store: untilDeath(store, () => isDead),
    surroundings,
  })
  return {
    session,
    happen: (happening) => watchers.forEach((watcher) => watcher(happening)),
    async close() {
      await session.close()
      await store.close()
    },
    crash() {
      isDead = true
      for (const timer of timers) clearTimeout(timer)
      for (const socket of sockets) socket.terminate()
      void store.close()
      // With it goes what looks now and then whether others are still here.
      session.doc.destroy()
    },
  }
}

/** What is begun before the tab's death may still come to the disk, but nobody hears of it. */
function untilDeath(store: BoardStore, isDead: () => boolean): BoardStore {
  const lived =
    <Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answer = isDead() ? undefined : await work(...given)
      if (isDead()) return new Promise<never>(() => undefined)
      return answer as Answer
    }
  return {
    read: lived(store.read),
    keep: lived(store.keep),
    keepSeat: lived(store.keepSeat),
    seats: lived(store.seats),
    deviceId: lived(store.deviceId),
    forget: lived(store.forget),
    forgetOld: lived(store.forgetOld),
    close: store.close,
  }
}
