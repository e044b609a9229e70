import type { Board, Finding, OccupationalProfile } from '../../../../schemas/types.ts'
import { findItem, textOf } from '../../../../server/domain/profile/items.ts'
import { boardAsProfile } from '../../../../server/domain/workshop/board-as-profile.ts'
import type { Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'
import { adviceKey, adviceOn, fetchCoach, keepAsIs, type Advice } from '../../../controllers/coach.ts'

const PAUSE_MS = 450

/** A finding with its number in the margin and in the text. */
export type Numbered = Finding & { readonly number: number }

/**
 * The language coach on a board: by the rules of the editor, when the writing pauses. Its rules and word lists are
 * fetched when the first words are there; without a network to fetch them by there is no advice, and nothing else lacks.
 */
export class BoardCoach {
  readonly #changed: () => void
  #advice: Advice = new Map()
  #read: OccupationalProfile | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #board: Board | undefined

  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** The board is another than it was, or is the same, and then nothing happens. */
  follow(board: Board, outcomeStem: string): void {
    if (this.#board === board) return
    this.#board = board
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#think(board, outcomeStem), this.#read ? PAUSE_MS : 0)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#board = undefined
  }

  /** The advice on a sentence and its criteria, numbered; what speaks of words that have been changed since is left out. */
  on({ outcome, criteria }: Wording): Numbered[] {
    return [outcome, ...criteria]
      .flatMap(({ id, text }) =>
        (this.#advice.get(adviceKey(id, 'text')) ?? []).filter((finding) => this.#isStill(finding, text)),
      )
      .concat(this.#advice.get(adviceKey(outcome.id, 'criteria')) ?? [])
      .map((finding, at) => ({ ...finding, number: at + 1 }))
  }

  /** What there is to say of a theme as a whole: how many sentences, how heavy to read. */
  onTheme(themeId: string): readonly Finding[] {
    return this.#advice.get(adviceKey(themeId, 'outcomes')) ?? []
  }

  /** This reader keeps the words as they are. */
  keep(finding: Finding): void {
    if (!this.#read) return
    keepAsIs(this.#read, finding)
    this.#advice = adviceOn(this.#read)
    this.#changed()
  }

  #isStill({ itemId, start, end }: Finding, text: string): boolean {
    const item = this.#read ? findItem(this.#read, itemId)?.item : undefined
    const then = item ? textOf(item, 'text') : ''
    return then.slice(start, end) === text.slice(start, end)
  }

  async #think(board: Board, outcomeStem: string): Promise<void> {
    try {
      await fetchCoach()
    } catch {
      this.#board = undefined
      return
    }
    this.#read = boardAsProfile(board, outcomeStem)
    this.#advice = adviceOn(this.#read)
    this.#changed()
  }
}
