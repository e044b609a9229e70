const PAUSE_MS = 800

/**
 * A reason as it is being written here. On the board it is replaced as a whole, so it is not written down at every
 * letter: when the writing pauses, and when one leaves it, however that happens.
 */
export class ReasonDraft {
  readonly #write: (outcomeId: string, words: string) => void
  readonly #changed: () => void
  #draft: { readonly outcomeId: string; readonly words: string } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(write: (outcomeId: string, words: string) => void, changed: () => void) {
    this.#write = write
    this.#changed = changed
  }

  /** What is being written about that outcome; null while nobody writes it here. */
  wordsFor(outcomeId: string): string | null {
    return this.#draft?.outcomeId === outcomeId ? this.#draft.words : null
  }

  say(outcomeId: string, words: string): void {
    this.#draft = { outcomeId, words }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#keep(), PAUSE_MS)
    this.#changed()
  }

  settle(): void {
    this.#keep()
    if (!this.#draft) return
    this.#draft = null
    this.#changed()
  }

  #keep(): void {
    clearTimeout(this.#timer)
    if (this.#draft) this.#write(this.#draft.outcomeId, this.#draft.words.trim())
  }
}
