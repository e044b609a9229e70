import type { OccupationalProfile, PositionKind } from '../../../../schemas/types.ts'
import { wordsOf, type Place, type Words } from './words.ts'

export type RuleName = 'consensus' | 'twoThirds' | 'consent'

/** What a member has said, with the literal words that lay before them. */
type Said = {
  readonly scope: 'part' | 'item'
  readonly itemId: string
  readonly covers: Words
  readonly answer: PositionKind | null
  readonly reason: string
  readonly actId: string
}

type Seat = {
  readonly perspective: string
  readonly part: 'member' | 'substitute' | 'observer'
  standsInFor: string | null
  /** Parts, or `everything`. */
  readonly recused: Set<string>
}

type Respelling = {
  readonly id: string
  readonly claimed: boolean
  readonly parts: readonly string[]
  /** The words that it changed, by place. */
  readonly from: Words
  readonly to: Words
  readonly verdicts: Map<string, boolean>
}

/**
 * The panel as a secretary with paper would keep it: for each member the very words that they said yes or no to, and nothing
 * computed before it is asked for.
 */
export class ReferencePanel {
  rule: RuleName = 'consensus'
  text: OccupationalProfile
  seats = new Map<string, Seat>()
  readonly amendments: Respelling[] = []
  /** The text that the last decision was on, and whether it left room for spelling. */
  decided: { readonly text: OccupationalProfile; readonly roomForSpelling: boolean } | undefined
  readonly #said = new Map<string, Said[]>()

  constructor(text: OccupationalProfile) {
    this.text = text
  }

  say(memberId: string, said: Said): void {
    this.#said.set(memberId, [...(this.#said.get(memberId) ?? []), said])
  }

  /** The act of what a member said last of that part or item. */
  last(memberId: string, { scope, itemId }: Pick<Said, 'scope' | 'itemId'>): Said | undefined {
    return this.#said.get(memberId)?.findLast((each) => each.scope === scope && each.itemId === itemId)
  }

  /** How many different things members have said, each member and the same words once. */
  get sayings(): number {
    return [...this.#said.values()]
      .map(
        (said) =>
          new Set(
            said.map((one) => `${one.scope} ${one.itemId} ${[...one.covers].map(String).sort().join()}`),
          ).size,
      )
      .reduce((sum, each) => sum + each, 0)
  }

  amend(id: string, claimed: boolean, next: OccupationalProfile): void {
    const [before, after] = [wordsOf(this.text), wordsOf(next)]
    const from = new Map<Place, string>()
    const to = new Map<Place, string>()
    const parts = [...after.keys()].filter((part) => {
      const [was, is] = [before.get(part), after.get(part)]
      const places = [...(is ?? [])].filter(([place, words]) => was?.get(place) !== words)
      for (const [place, words] of places) {
        const former = was?.get(place)
        if (former === undefined) continue
        from.set(place, former)
        to.set(place, words)
      }
      return places.length > 0 || was?.size !== is?.size
    })
    this.amendments.push({ id, claimed, parts, from, to, verdicts: new Map() })
    this.text = next
  }

  mayAnswer(memberId: string, part: string | null): boolean {
    const seat = this.seats.get(memberId)
    if (!seat || seat.recused.has('everything') || (part !== null && seat.recused.has(part))) return false
    if ([...this.seats.values()].some(({ standsInFor }) => standsInFor === memberId)) return false
    return seat.part === 'member' || (seat.part === 'substitute' && seat.standsInFor !== null)
  }

  /** Two of different perspectives say so, of those who may answer on what it changes, and nobody of them denies it. */
  isSpelling({ claimed, parts, verdicts }: Respelling): boolean {
    const counted = [...verdicts].filter(([member]) =>
      [null, ...parts].every((part) => this.mayAnswer(member, part)),
    )
    const perspectives = new Set(counted.map(([member]) => this.seats.get(member)?.perspective))
    return claimed && counted.every(([, verdict]) => verdict) && perspectives.size >= 2
  }

  /** Whether words that somebody saw are those that stand there, but for spelling. */
  sameWords(place: Place, seen: string, now: string): boolean {
    if (seen === now) return true
    return this.amendments.some(
      (each, index) =>
        this.isSpelling(each) &&
        each.from.get(place) === seen &&
        this.#leadsTo(place, each.to.get(place), now, [index]),
    )
  }

  #leadsTo(place: Place, seen: string | undefined, now: string, gone: readonly number[]): boolean {
    if (seen === now) return true
    return this.amendments.some(
      (each, index) =>
        !gone.includes(index) &&
        this.isSpelling(each) &&
        each.from.get(place) === seen &&
        this.#leadsTo(place, each.to.get(place), now, [...gone, index]),
    )
  }

  /** What a member says of these very words, if anything. */
  answer(memberId: string, part: string, place: Place, words: string): PositionKind | null {
    const latestFirst = (this.#said.get(memberId) ?? []).toReversed()
    const about = (scope: Said['scope']) =>
      latestFirst.find((said) => {
        const seen = said.covers.get(place)
        const isHere = scope === 'item' || said.itemId === part
        return said.scope === scope && isHere && seen !== undefined && this.sameWords(place, seen, words)
      })
    return about('item')?.answer ?? about('part')?.answer ?? null
  }

  /** Whether the rule carries these very words, counted on fingers. */
  carries(part: string, place: Place, words: string): boolean {
    const seats = [...this.seats].filter(([member]) => this.mayAnswer(member, part))
    const said = seats.map(([member, { perspective }]) => ({
      perspective,
      answer: this.answer(member, part, place, words),
    }))
    const heard = new Set(
      [...this.seats.values()].filter((seat) => seat.part === 'member').map((s) => s.perspective),
    )
    const yes = (these: typeof said) =>
      these.filter(({ answer }) => answer === 'agree' || answer === 'agreeWithChange').length
    const asked = (these: typeof said) => these.filter(({ answer }) => answer !== 'abstain').length
    const answered = said.filter(({ answer }) => answer !== null).length
    if (answered * 3 < said.length * 2 || yes(said) === 0) return false
    if (this.rule === 'consent' && said.some(({ answer }) => answer === 'disagree')) return false
    if (this.rule !== 'consent' && yes(said) * 3 < asked(said) * 2) return false
    return [...new Set([...heard, ...said.map(({ perspective }) => perspective)])].every((perspective) => {
      const theirs = said.filter((each) => each.perspective === perspective)
      if (theirs.every(({ answer }) => answer === null)) return false
      if (this.rule === 'consensus') return yes(theirs) * 3 >= asked(theirs) * 2
      return this.rule !== 'twoThirds' || yes(theirs) * 2 >= asked(theirs)
    })
  }

  /** Words of a text that the rule does not carry. */
  notCarried(text: OccupationalProfile): string[] {
    return [...wordsOf(text)].flatMap(([part, words]) =>
      [...words]
        .filter(([place, now]) => !this.carries(part, place, now))
        .map(([, now]) => `not carried: ${now}`),
    )
  }

  /** Words of a text that the last decision was not on, nor on others that differ from them in spelling. */
  notDecided(text: OccupationalProfile): string[] {
    const { decided } = this
    const then = new Map([...wordsOf(decided?.text ?? text).values()].flatMap((words) => [...words]))
    return [...wordsOf(text).values()].flatMap((words) =>
      [...words].flatMap(([place, now]) => {
        const former = then.get(place)
        const isRespelled =
          former !== undefined && decided?.roomForSpelling === true && this.sameWords(place, former, now)
        return decided && (former === now || isRespelled) ? [] : [`not decided on: ${now}`]
      }),
    )
  }
}
