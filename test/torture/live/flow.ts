import type { Socket } from 'node:net'

/** One direction of a connection: what goes in comes out in its order, though perhaps late, or never. */
export class Flow {
  delayMs = 0
  bytesPerMs = Infinity
  readonly #to: Socket
  readonly #delivered: () => void
  readonly #queue: { readonly bytes: Buffer; readonly at: number }[] = []
  #lastAt = 0
  #isHeld = false
  #isSwallowed = false
  #timer: NodeJS.Timeout | null = null
  #finished: (() => void) | null = null

  constructor(to: Socket, delivered: () => void = () => undefined) {
    this.#to = to
    this.#delivered = delivered
  }

  push(bytes: Buffer): void {
    if (this.#isSwallowed) return
    const now = performance.now()
    this.#lastAt = Math.max(this.#lastAt, now + this.delayMs) + bytes.length / this.bytesPerMs
    this.#queue.push({ bytes, at: this.#lastAt })
    this.#pump()
  }

  hold(): void {
    this.#isHeld = true
  }

  release(): void {
    this.#isHeld = false
    this.#pump()
  }

  /** From now on nothing comes out: a stream of which a piece is missing would be another fault. */
  swallow(): void {
    this.#isSwallowed = true
    this.#queue.length = 0
  }

  /** Nothing more goes in. Calls back when everything has come out. */
  finish(finished: () => void): void {
    this.#finished = finished
    this.#pump()
  }

  #pump(): void {
    if (this.#timer || this.#isHeld) return
    for (;;) {
      const next = this.#queue[0]
      if (!next) break
      const wait = next.at - performance.now()
      if (wait > 0.5) {
        this.#timer = setTimeout(() => {
          this.#timer = null
          this.#pump()
        }, wait)
        return
      }
      this.#queue.shift()
      this.#to.write(next.bytes)
      this.#delivered()
    }
    // A swallowed stream's other end is not told by whoever swallows it.
    if (!this.#isSwallowed) this.#finished?.()
  }
}
