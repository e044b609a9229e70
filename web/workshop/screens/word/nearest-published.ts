import type { NearestText, NearestTexts } from '../../../../schemas/types.ts'
import { ask } from '../../../api/http-client.ts'

const PAUSE_MS = 900
/** Two words and a bit: less resembles everything. */
const SHORTEST = 10
const MOST_SHOWN = 3
const MOST_ASKED = 400

/** The published outcomes, criteria and modules that are nearest to a text. */
function readNearest(text: string): Promise<NearestTexts> {
  return ask('GET', `/seat/nearest?text=${encodeURIComponent(text.slice(0, MOST_ASKED))}`)
}

/** What is published and resembles what is being written, asked for when the writing pauses. Without an answer there is none. */
export class NearestPublished {
  readonly #changed: () => void
  readonly #read: (text: string) => Promise<NearestTexts>
  readonly #found = new Map<string, readonly NearestText[]>()
  /** Names of the profiles and modules that have been seen, to be called by. */
  readonly #names = new Map<string, NearestText>()
  /** The text that is to be looked up, and the one whose answer is shown. */
  #wanted = ''
  #text = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(changed: () => void, read = readNearest) {
    this.#changed = changed
    this.#read = read
  }

  /** At most three, for the text that was last given. */
  get items(): readonly NearestText[] {
    return this.#found.get(this.#text) ?? []
  }

  /** Something that was found under that id, of a module or of an item, by which it can be called by name. */
  called(id: string): NearestText | undefined {
    return this.#names.get(id)
  }

  follow(written: string): void {
    const text = written.trim()
    if (text === this.#wanted) return
    this.#wanted = text
    clearTimeout(this.#timer)
    // What was found for the words before stays until there is something else to show.
    if (text.length < SHORTEST || this.#found.has(text)) this.#text = text
    else this.#timer = setTimeout(() => void this.#ask(text), PAUSE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#wanted = this.#text
  }

  async #ask(text: string): Promise<void> {
    try {
      const { items } = await this.#read(text)
      for (const item of items) {
        this.#names.set(item.moduleId, item)
        this.#names.set(item.itemId, item)
      }
      this.#found.set(text, items.slice(0, MOST_SHOWN))
    } catch {
      // No network, no seat, no such route: the block is not there, and nobody misses it.
    }
    if (text !== this.#wanted) return
    this.#text = text
    this.#changed()
  }
}
