import type { Problem } from '../../../schemas/types.ts'
import type { AnswerStore } from './answer-store.ts'

export type ReadingPorts = {
  readonly personId: string
  /** What is asked, below /api/v1. */
  readonly path: string
  readonly answers: AnswerStore
  /** Asks the server; throws what `problemIn` knows. */
  readonly ask: (path: string) => Promise<unknown>
  readonly problemIn: (error: unknown) => Problem | null
  readonly now: () => number
  readonly later: (run: () => void, ms: number) => () => void
  /** The server has been asked: it has answered, or it has not. */
  readonly heard: (isAnswered: boolean) => void
  readonly changed: () => void
  /** An answer has been shown, and kept where the device can. */
  readonly taken: () => void
}

export type ReadingState<Answer> = {
  /** The newest that is known; null before anything is, and when the server says that it is not for this person. */
  readonly answer: Answer | null
  /** When the server gave it. */
  readonly readAt: number | null
  /** Why it is not newer: the server's no; 'no-answer' when it says nothing. */
  readonly trouble: Problem | 'no-answer' | null
  /** The device has been asked, and has it or has it not. */
  readonly isLookedUp: boolean
  /** The server has been asked: it has said something, or there was no getting at it. */
  readonly isAsked: boolean
}

const UNKNOWN = { answer: null, readAt: null, trouble: null, isLookedUp: false, isAsked: false } as const

const RETRY_MS = [2_000, 5_000, 15_000, 60_000]
/** The server says that there is no such thing, or not for this person: a copy of it is not for them either. */
const GONE: readonly number[] = [403, 404, 410]

/** A question to the server whose last answer lies on the device: that is shown at once, and what the server says when it does. */
export class Reading<Answer> {
  readonly #ports: ReadingPorts
  #state: ReadingState<Answer> = UNKNOWN
  #asking: Promise<void> | null = null
  #isAskedAgain = false
  #failures = 0
  #isClosed = false
  #callOff: () => void = () => undefined

  constructor(ports: ReadingPorts) {
    this.#ports = ports
  }

  get state(): ReadingState<Answer> {
    return this.#state
  }

  /** Shows what the device has, and asks the server. Answered when the device has been looked through. */
  async open(): Promise<void> {
    const asked = this.refresh()
    asked.catch(() => undefined)
    const { answers, personId, path } = this.#ports
    const kept = await answers.read(personId, path).catch(() => undefined)
    if (kept && this.#state.readAt === null && !isGone(this.#state.trouble))
      this.#tell({ answer: kept.answer as Answer, readAt: kept.readAt })
    this.#tell({ isLookedUp: true })
  }

  /** Asks the server, once more where it is being asked already. Answered when it has said something, or nothing. */
  async refresh(): Promise<void> {
    if (this.#isClosed) return
    this.#callOff()
    this.#isAskedAgain = this.#asking !== null
    this.#asking ??= this.#askUntilNobodyWaits().finally(() => (this.#asking = null))
    await this.#asking
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
  }

  async #askUntilNobodyWaits(): Promise<void> {
    do {
      this.#isAskedAgain = false
      await this.#ask()
    } while (this.#isAskedAgain && !this.#isClosed)
  }

  async #ask(): Promise<void> {
    const { ask, path, personId, answers, now, heard, taken, problemIn } = this.#ports
    try {
      const answer = await ask(path)
      const readAt = now()
      this.#failures = 0
      this.#tell({ answer: answer as Answer, readAt, trouble: null, isAsked: true })
      heard(true)
      await answers.keep({ personId, path, answer, readAt }).catch(() => undefined)
      taken()
    } catch (error) {
      const problem = problemIn(error)
      this.#tell({ trouble: problem ?? 'no-answer', isAsked: true })
      heard(problem !== null)
      if (isGone(problem)) {
        this.#tell({ answer: null, readAt: null })
        await answers.forget(personId, path).catch(() => undefined)
      } else if (problem?.status !== 401) this.#askLater()
    }
  }

  #askLater(): void {
    if (this.#isClosed) return
    const pause = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0
    this.#callOff = this.#ports.later(() => void this.refresh(), pause)
  }

  #tell(news: Partial<ReadingState<Answer>>): void {
    this.#state = { ...this.#state, ...news }
    if (!this.#isClosed) this.#ports.changed()
  }
}

function isGone(trouble: ReadingState<unknown>['trouble']): boolean {
  return trouble !== null && trouble !== 'no-answer' && GONE.includes(trouble.status)
}
