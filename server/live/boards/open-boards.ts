import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Board } from '../../../schemas/types.ts'
import { BOARD_FORM } from '../../domain/workshop/board-form.ts'
import type { Reason } from './breach.ts'
import type { Visitor } from './gate.ts'
import type { BoardsGround } from './ground.ts'
import type { Hall } from './hall.ts'
import { LIMITS, type Limits } from './limits.ts'
import { openPresence, type Device } from './presence.ts'

/** Who may come to a board. `greeting` is what the board is told first, and made when it is. */
export type Admission =
  | {
      readonly ok: true
      readonly seatId: string
      /** Empty for those who only look. */
      readonly hand: string
      readonly canWrite: boolean
      /** Of those who only look: what lets them in, and ends. */
      readonly sessionId?: string | null
      readonly greeting: () => Promise<unknown>
    }
  | { readonly ok: false; readonly status: 401 | 403 | 404 }

export type BoardsConfig = Omit<BoardsGround, 'limits' | 'isShared'> & {
  readonly admit: (request: IncomingMessage, groupId: string) => Promise<Admission>
  readonly isShared?: boolean
  readonly limits?: Partial<Limits>
}

/** The live boards: websockets at `/live/boards/<group>?form=<number>&device=<id>`. */
export type Boards = {
  /** Takes every websocket of that server: other addresses than the boards' are refused. */
  readonly attach: (server: Server) => void
  /** The devices that are and were at a board. */
  readonly presence: (groupId: string) => Device[]
  /** Whether anybody has the board open here, be it only to look. */
  readonly isVisited: (groupId: string) => boolean
  /** What stands on a board; undefined when nobody has it open here. */
  readonly content: (groupId: string) => Board | undefined
  /** Tells everybody at a board something that is none of its content. */
  readonly push: (groupId: string, stateless: unknown) => void
  /** Takes into a board that is open what has been kept for it by another way. */
  readonly takeIn: (groupId: string) => Promise<void>
  /** Closes what is open; who may come again, `admit` says. */
  readonly letGo: (whose: Whose) => void
  /** Told when who is at a board, or what waits there, is another. Gives the function that stops listening. */
  readonly onChange: (listener: (groupId: string) => void) => () => void
  /** Folds what is new on the boards that are open. */
  readonly fold: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly counts: () => { readonly boards: number; readonly connections: number }
}

/** A seat's, all of a board's, or those who look in: in a session, or as a person. */
type Whose =
  | { readonly seatId: string }
  | { readonly groupId: string }
  | { readonly sessionId: string }
  | { readonly personId: string }

const ADDRESS = /^\/live\/boards\/([0-9A-Za-z-]{1,64})$/u
const DEVICE = /^[0-9A-Za-z-]{8,64}$/u
/** Only the path and what comes after it are of interest. */
const BASE = 'http://board'
const REFUSALS = { 401: 'not-admitted', 403: 'not-allowed', 404: 'no-such-board' } as const

export function openBoards({ admit, limits: given, isShared = false, ...rest }: BoardsConfig): Boards {
  const limits: Limits = { ...LIMITS, ...given }
  const presence = openPresence(rest.now, limits.devicesOfASeat)
  const listeners = new Set<(groupId: string) => void>()
  const servers: (readonly [Server, typeof receive])[] = []
  let hall: Promise<Hall> | null = null
  let openHall: Hall | null = null
  let isStopped = false
  let admitting = 0
  /** How often somebody has been let go: who was admitted meanwhile is asked again. */
  let goodbyes = 0

  const changed = (groupId: string) => listeners.forEach((listener) => listener(groupId))
  const theHall = (): Promise<Hall> =>
    (hall ??= import('./hall.ts').then((module) => {
      openHall = new module.Hall({ ...rest, isShared, limits }, presence, changed)
      return openHall
    }))
  const forgetting = setInterval(
    () => presence.forgetBefore(new Date(rest.now().getTime() - limits.forgetAfterMs)),
    Math.min(limits.forgetAfterMs, 3_600_000),
  ).unref()

  function receive(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const url = URL.canParse(request.url ?? '', BASE) ? new URL(request.url ?? '', BASE) : null
    const groupId = url && ADDRESS.exec(url.pathname)?.[1]
    const deviceId = url?.searchParams.get('device') ?? ''
    if (!url || groupId === undefined || groupId === null) return refuse(socket, '404 Not Found')
    if (isFromElsewhere(request)) return refuse(socket, '403 Forbidden')
    if (!DEVICE.test(deviceId)) return refuse(socket, '400 Bad Request')
    if (isStopped || admitting >= limits.admissionsAtOnce) return refuse(socket, '503 Service Unavailable')
    const isOldForm = url.searchParams.get('form') !== String(BOARD_FORM)
    void letIn({ request, socket, head, deviceId }, groupId, isOldForm)
  }

  async function letIn(
    arrival: Parameters<Hall['receive']>[0],
    groupId: string,
    isOldForm: boolean,
  ): Promise<void> {
    admitting += 1
    try {
      const visitor = isOldForm ? 'old-form' : await visitorFor(arrival.request, groupId)
      ;(await theHall()).receive(arrival, visitor)
    } catch (error) {
      rest.log.warn({ groupId, err: error }, 'a connection to a board could not be admitted')
      refuse(arrival.socket, '503 Service Unavailable')
    } finally {
      admitting -= 1
    }
  }

  async function visitorFor(request: IncomingMessage, groupId: string): Promise<Visitor | Reason> {
    await theHall()
    for (;;) {
      const before = goodbyes
      const admission = await admit(request, groupId)
      if (before === goodbyes) return admission.ok ? { groupId, ...admission } : REFUSALS[admission.status]
    }
  }

  return {
    attach(server) {
      server.on('upgrade', receive)
      servers.push([server, receive])
    },
    presence: presence.of,
    isVisited: (groupId) => openHall?.isVisited(groupId) ?? false,
    content: (groupId) => openHall?.content(groupId),
    push: (groupId, stateless) => openHall?.push(groupId, stateless),
    takeIn: async (groupId) => openHall?.takeIn(groupId),
    letGo(whose) {
      goodbyes += 1
      if ('seatId' in whose) return openHall?.letGo(({ seatId }) => seatId === whose.seatId, 'removed')
      if ('sessionId' in whose)
        return openHall?.letGo(({ sessionId }) => sessionId === whose.sessionId, 'not-allowed')
      if ('personId' in whose)
        return openHall?.letGo(
          ({ seatId, canWrite }) => !canWrite && seatId === whose.personId,
          'not-allowed',
        )
      openHall?.letGo(({ groupId }) => groupId === whose.groupId, 'ended')
      presence.forget(whose.groupId)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    fold: async () => openHall?.fold(),
    async stop() {
      isStopped = true
      clearInterval(forgetting)
      for (const [server, listener] of servers) server.off('upgrade', listener)
      await (await hall)?.stop()
    },
    counts: () => openHall?.counts ?? { boards: 0, connections: 0 },
  }
}

/** A page of another site may open a websocket here with the cookies of whoever looks at it; only our own pages may. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
