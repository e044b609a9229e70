import type { Dice } from '../dice.ts'
import type { Participant } from './participant.ts'
import type { Plan } from './torment.ts'

/** Everybody at the board: they type, leave and come again, each by themselves, until they are told otherwise. */
export class Crowd {
  readonly participants: readonly Participant[]
  readonly tabs = { closed: 0, crashed: 0 }
  readonly #plan: Plan
  readonly #chance: Dice
  /** Never comes to an end but when something here is broken. */
  readonly failure: Promise<never>
  #fail: (error: unknown) => void = () => undefined
  #isOver = false
  #work: Promise<unknown> = Promise.resolve()
  /** Set while nobody is to be at the board. */
  #absence: { readonly over: Promise<void>; readonly end: () => void; readonly gone: () => void } | null =
    null

  constructor(participants: readonly Participant[], plan: Plan, chance: Dice) {
    this.participants = participants
    this.#plan = plan
    this.#chance = chance
    this.failure = new Promise((_resolve, reject) => (this.#fail = reject))
  }

  async begin(): Promise<void> {
    await Promise.all(this.participants.map((each) => each.open()))
    this.#work = Promise.all(this.participants.map((each) => this.#takePart(each)))
    this.#work.catch(this.#fail)
  }

  /** All close their tabs, in peace. Comes to an end when the last has. */
  async leave(): Promise<void> {
    let end: () => void = () => undefined
    const over = new Promise<void>((resolve) => (end = resolve))
    let left = 0
    return new Promise((resolve) => {
      const gone = () => void ((left += 1) === this.participants.length && resolve())
      this.#absence = { over, end, gone }
    })
  }

  comeBack(): void {
    this.#absence?.end()
    this.#absence = null
  }

  /** All stop typing, with their tabs open. */
  async end(): Promise<void> {
    this.#isOver = true
    this.comeBack()
    await this.#work
  }

  async #takePart(participant: Participant): Promise<void> {
    const { pause, tabLeftEvery, awayMs } = this.#plan
    while (!this.#isOver) {
      await pause()
      const absence = this.#absence
      if (absence) {
        await participant.close()
        absence.gone()
        await absence.over
        await participant.open()
      } else if (this.#chance.below(tabLeftEvery) === 0) {
        await this.#closeOrCrash(participant)
        await new Promise((resolve) => setTimeout(resolve, awayMs()))
        await participant.open()
      } else if (this.#chance.below(100) === 0) participant.wake()
      else participant.type()
    }
  }

  async #closeOrCrash(participant: Participant): Promise<void> {
    if (this.#chance.roll() < 0.4) {
      this.tabs.crashed += 1
      // In the middle of a word, before the device can have kept the last of it.
      for (let letters = this.#chance.below(4); letters > 0; letters -= 1) participant.type()
      return participant.crash()
    }
    this.tabs.closed += 1
    await participant.close()
  }
}
