import type { Place } from './places.ts'

/** A token, and how it looked after each keystroke; `first` is the number of its first one. */
type Token = { readonly first: number; readonly looks: string[] }
type Page = { readonly place: Place; readonly tokens: Token[] }

/**
 * What one client has typed, keystroke by keystroke, and where. Keystrokes are numbered; a claim that some are saved is
 * the number up to which they are. Those that nothing was claimed of when their tab died may be gone, the last first.
 */
export class TypingLog {
  readonly #pages = new Map<string, Page>()
  #count = 0
  readonly #doubtful = new Set<number>()

  get count(): number {
    return this.#count
  }

  get tokens(): number {
    return [...this.#pages.values()].reduce((sum, { tokens }) => sum + tokens.length, 0)
  }

  get doubtful(): number {
    return this.#doubtful.size
  }

  get places(): Place[] {
    return [...this.#pages.values()].map(({ place }) => place)
  }

  begin(place: Place): void {
    const page = this.#pages.get(place.id) ?? { place, tokens: [] }
    this.#pages.set(place.id, page)
    page.tokens.push({ first: this.#count, looks: [''] })
  }

  /** A letter more in the token that was begun last in that place, or one fewer. */
  note(place: Place, letter: string | null): void {
    const looks = this.#pages.get(place.id)?.tokens.at(-1)?.looks ?? []
    const look = looks.at(-1) ?? ''
    looks.push(letter === null ? look.slice(0, -1) : look + letter)
    this.#count += 1
  }

  /** The tab has died, and of what came from there on nothing was claimed. Gives the places that it was typed in. */
  doubt(from: number): Place[] {
    for (let number = from; number < this.#count; number += 1) this.#doubtful.add(number)
    return [...this.#pages.values()]
      .filter(({ tokens }) => tokens.some(({ first, looks }) => first + looks.length - 1 > from))
      .map(({ place }) => place)
  }

  /** What is there again is in doubt no more. */
  believe(typedIn: (place: Place) => string): void {
    for (const page of this.#pages.values()) {
      const { lengths } = this.#matched(page, typedIn(page.place), 0)
      page.tokens.forEach(({ first }, at) => {
        for (let number = first; number < first + (lengths[at] ?? 0); number += 1)
          this.#doubtful.delete(number)
      })
    }
  }

  /** What is wrong, in words: of the keystrokes before `upTo` each must be there, of the later ones each may be. */
  faults(upTo: number, typedIn: (place: Place) => string): string[] {
    return [...this.#pages.values()].flatMap((page) => {
      const { fault } = this.#matched(page, typedIn(page.place), upTo)
      return fault === null ? [] : [`in ${page.place.kind} ${page.place.id}: ${fault}`]
    })
  }

  /** `lengths`: how many keystrokes of each token are there. */
  #matched({ tokens }: Page, typed: string, upTo: number): { lengths: number[]; fault: string | null } {
    let at = 0
    const lengths: number[] = []
    for (const { first, looks } of tokens) {
      const needed = this.#neededOf(first, looks.length - 1, upTo)
      const length = longestIn(looks, needed, typed.slice(at))
      if (length === null) {
        const want = looks.at(-1) ?? ''
        return {
          lengths,
          fault: `${want} is not there after ${needed} keystrokes, but ”${typed.slice(at, at + 24)}”`,
        }
      }
      lengths.push(length)
      at += looks[length]?.length ?? 0
    }
    const rest = typed.slice(at)
    return { lengths, fault: rest === '' ? null : `”${rest.slice(0, 60)}” is there besides` }
  }

  #neededOf(first: number, length: number, upTo: number): number {
    const most = Math.min(length, Math.max(0, upTo - first))
    for (let given = 0; given < most; given += 1) if (this.#doubtful.has(first + given)) return given
    return most
  }
}

/** Of the looks from `least` on, the longest that the text begins with; null where it begins with none. */
function longestIn(looks: readonly string[], least: number, text: string): number | null {
  let best: number | null = null
  looks.forEach((look, length) => {
    if (length < least || !text.startsWith(look)) return
    if (best === null || look.length >= (looks[best]?.length ?? 0)) best = length
  })
  return best
}
