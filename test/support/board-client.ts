import { createDecoder, readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebSocket, type ClientOptions } from 'ws'
import * as Y from 'yjs'
import { BOARD_FORM } from '../../server/domain/workshop/board-form.ts'

const SERVER = Symbol('from the server')

/** What a device at a board does, by hand: it speaks Hocuspocus' protocol and does nothing by itself but shake hands. */
export type BoardClient = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly socket: WebSocket
  /** Updates that have not been acknowledged. */
  readonly waiting: () => number
  /** What the server has said besides, in order. */
  readonly heard: unknown[]
  readonly closed: Promise<{ code: number; reason: string }>
  /** When everything that the server has is here, and what it has not has been sent. */
  readonly synced: Promise<void>
  /** Waits until that is true; looked at after each message. */
  readonly until: (isTrue: () => boolean) => Promise<void>
  readonly say: (type: number, write: (encoder: ReturnType<typeof createEncoder>) => void) => void
  readonly update: (update: Uint8Array) => void
  readonly raw: (bytes: Uint8Array | string) => void
  readonly leave: () => Promise<void>
}

export type Coming = {
  readonly port: number
  readonly groupId: string
  readonly seat?: string
  readonly device?: string
  readonly form?: number | string
  readonly doc?: Y.Doc
  readonly headers?: Record<string, string>
  /** False: says nothing by itself. */
  readonly shakesHands?: boolean
  readonly options?: ClientOptions
}

export function openBoardClient(coming: Coming): BoardClient {
  const {
    port,
    groupId,
    seat = 'anna',
    device = 'device-0001',
    form = BOARD_FORM,
    shakesHands = true,
  } = coming
  const doc = coming.doc ?? new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const socket = new WebSocket(
    `ws://127.0.0.1:${port}/live/boards/${groupId}?form=${form}&device=${device}`,
    {
      headers: { cookie: `seat=${seat}`, ...coming.headers },
      ...coming.options,
    },
  )
  const heard: unknown[] = []
  const watchers = new Set<() => void>()
  let waiting = 0
  let isShaken = false
  let hasSynced = false

  const say: BoardClient['say'] = (type, write) => {
    const encoder = createEncoder()
    writeVarString(encoder, groupId)
    writeVarUint(encoder, type)
    write(encoder)
    if (socket.readyState === WebSocket.OPEN) socket.send(toUint8Array(encoder))
  }
  const write = (step: 1 | 2, update: Uint8Array) => {
    waiting += 1
    say(0, (encoder) => {
      writeVarUint(encoder, step)
      writeVarUint8Array(encoder, update)
    })
  }
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== SERVER && isShaken) write(2, update)
  }
  doc.on('update', onUpdate)
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (origin === SERVER) return
    say(1, (encoder) => writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID])))
  })

  function onSync(decoder: Decoder): void {
    const step = readVarUint(decoder)
    const bytes = readVarUint8Array(decoder)
    if (step === 0) {
      isShaken = true
      write(1, Y.encodeStateAsUpdate(doc, bytes))
    } else {
      Y.applyUpdate(doc, bytes, SERVER)
      if (step === 1) hasSynced = true
    }
  }
  function onMessage(data: Buffer): void {
    const decoder = createDecoder(data)
    readVarString(decoder)
    const type = readVarUint(decoder)
    if (type === 0 || type === 4) onSync(decoder)
    else if (type === 1) applyAwarenessUpdate(awareness, readVarUint8Array(decoder), SERVER)
    else if (type === 2)
      say(0, (encoder) => {
        writeVarUint(encoder, 0)
        writeVarUint8Array(encoder, Y.encodeStateVector(doc))
      })
    else if (type === 5) heard.push(JSON.parse(readVarString(decoder)))
    else if (type === 8 && readVarUint(decoder) === 1) waiting -= 1
    else if (type === 8) heard.push('not kept')
  }

  socket.on('open', () => {
    if (!shakesHands) return
    say(2, (encoder) => {
      writeVarUint(encoder, 0)
      writeVarString(encoder, '')
    })
  })
  socket.on('message', (data) => {
    if (shakesHands) onMessage(data as Buffer)
    for (const look of watchers) look()
  })
  socket.on('error', () => undefined)
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      doc.off('update', onUpdate)
      awareness.destroy()
      resolve({ code, reason: reason.toString() })
    })
  })
  const until: BoardClient['until'] = (isTrue) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!isTrue()) return
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
      void closed.then(({ code, reason }) => {
        if (watchers.has(look)) reject(new Error(`closed with ${code} ${reason}`))
      })
      look()
    })
  const whenSynced = until(() => hasSynced && waiting === 0)
  whenSynced.catch(() => undefined)
  return {
    doc,
    awareness,
    socket,
    waiting: () => waiting,
    heard,
    closed,
    synced: whenSynced,
    until,
    say,
    update: (update) => write(2, update),
    raw: (bytes) => socket.send(bytes),
    async leave() {
      socket.close()
      await closed
    },
  }
}
