import type { HalfWritten } from './kept/panel-database.ts'
import type { HalfWrittenStore } from './kept/half-written-store.ts'

type Fields = Readonly<Record<string, string>>

type Ports = {
  readonly me: string
  readonly store: HalfWrittenStore
  readonly newId: () => string
}

/**
 * Words that somebody is writing, by what they are about. They are here at once, and on the device as soon as it can
 * take them: a phone throws a page away while its reader looks at something else.
 */
export class HalfWriting {
  readonly #ports: Ports
  readonly #begun = new Map<string, HalfWritten>()
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Fetches what the device has; what has been begun meanwhile is the newer. */
  async open(): Promise<void> {
    const kept = await this.#ports.store.of(this.#ports.me).catch(() => [])
    for (const half of kept) if (!this.#begun.has(half.about)) this.#begun.set(half.about, half)
  }

  fields(about: string): Fields | null {
    return this.#begun.get(about)?.fields ?? null
  }

  write(about: string, fields: Fields): void {
    const { me, newId, store } = this.#ports
    const half = { personId: me, about, actId: this.#begun.get(about)?.actId ?? newId(), fields }
    this.#begun.set(about, half)
    this.#then(() => store.keep(half))
  }

  /** The id of the act that these words become. */
  actId(about: string): string {
    return this.#begun.get(about)?.actId ?? this.#ports.newId()
  }

  /** They have become an act, or are not wanted any more. */
  forget(about: string): void {
    this.#begun.delete(about)
    this.#then(() => this.#ports.store.forget(this.#ports.me, about))
  }

  /** One after the other: what was written last is what stays. */
  #then(work: () => Promise<void>): void {
    this.#keeping = this.#keeping.then(work).catch(() => undefined)
  }
}
