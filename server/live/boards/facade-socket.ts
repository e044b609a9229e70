import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'

/** What is done with what Hocuspocus sends, and when it wants to close. */
type Behind = {
  readonly socket: WebSocket
  readonly send: (data: Uint8Array) => void
  readonly close: () => void
}

/**
 * The websocket as Hocuspocus sees it. It is handed this one instead of the real one: so it hears only what has been
 * checked and kept, in the order in which that is done, and whether the connection lives is for us to find out.
 */
export class FacadeSocket extends EventEmitter {
  binaryType = 'nodebuffer'
  readonly #behind: Behind

  constructor(behind: Behind) {
    super()
    this.#behind = behind
  }

  get readyState(): number {
    return this.#behind.socket.readyState
  }

  send(data: Uint8Array, sent?: (error?: Error) => void): void {
    this.#behind.send(data)
    sent?.()
  }

  ping(): void {
    this.emit('pong')
  }

  close(): void {
    this.#behind.close()
  }
}
