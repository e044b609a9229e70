/** A clock that goes when it is told to. */
export class SimulatedTime {
  #now = Date.parse('2026-09-14T09:00:00Z')
  #tasks: { at: number; run: () => void }[] = []

  now = () => this.#now

  later = (run: () => void, ms: number) => {
    const task = { at: this.#now + Math.max(0, ms), run }
    this.#tasks.push(task)
    return () => void (this.#tasks = this.#tasks.filter((each) => each !== task))
  }

  pass(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = this.#tasks.toSorted((one, other) => one.at - other.at)[0]
      if (!next || next.at > until) break
      this.#tasks = this.#tasks.filter((each) => each !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = until
  }
}
