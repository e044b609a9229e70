import type { Finding, OccupationalProfile } from '../../../schemas/types.ts'
import { adviceKey, adviceOn, fetchCoach } from '../../controllers/coach.ts'

const PAUSE_MS = 450

/**
 * The language coach on words that are proposed: by the rules of the editor, when the writing pauses. It is fetched with
 * the first words; without a network to fetch it by there is no advice, and nothing else lacks.
 */
export class ProposalCoach {
  readonly #changed: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #said: readonly Finding[] = []
  #of = ''

  constructor(changed: () => void) {
    this.#changed = changed
  }

  /** What there is to say of those words; nothing while they are others than what was read. */
  on(words: string): readonly Finding[] {
    return words === this.#of ? this.#said : []
  }

  follow(profile: OccupationalProfile, itemId: string, words: string): void {
    if (words === this.#of) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#think(profile, itemId, words), PAUSE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #think(profile: OccupationalProfile, itemId: string, words: string): Promise<void> {
    try {
      await fetchCoach()
    } catch {
      return
    }
    this.#said = adviceOn(withWords(profile, itemId, words)).get(adviceKey(itemId, 'text')) ?? []
    this.#of = words
    this.#changed()
  }
}

/** The profile as it would be with these words for that item. */
export function withWords(profile: OccupationalProfile, itemId: string, text: string): OccupationalProfile {
  const worded = <Item extends { readonly id: string; text: string }>(item: Item): Item =>
    item.id === itemId ? { ...item, text } : item
  return {
    ...profile,
    personalSuitability: profile.personalSuitability.map(worded),
    modules: profile.modules.map((link) => ({
      ...link,
      module: {
        ...link.module,
        outcomes: link.module.outcomes.map((outcome) => ({
          ...worded(outcome),
          criteria: outcome.criteria.map(worded),
        })),
      },
    })),
  }
}
