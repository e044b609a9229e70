import type { Dice } from '../dice.ts'
import { newPlace, sharedPlaces, textOf, typedIn, typeIn, type Kind, type Place } from './places.ts'
import { openTab, type Device, type Tab } from './tab.ts'
import { TypingLog } from './typing-log.ts'

/** How many tokens somebody types in a place before they look for another. */
const STAY = 4

/** Somebody who types tokens on a board, and believes what the badge says. */
export class Participant {
  readonly log = new TypingLog()
  readonly losses: string[] = []
  readonly client: number
  readonly #clients: number
  readonly #device: Device
  readonly #chance: Dice
  /** Called whenever the badge has said that the server has everything. */
  onClaim: () => void = () => undefined
  /** Up to which keystroke the badge has said that the server has it; and the device. */
  onServer = 0
  onDevice = 0
  readonly badges = new Map<string, number>()
  #tab: Tab | null = null
  #place: Place | null = null
  #left: string[] = []
  #isTypo = false
  #tokens = 0
  #tokensHere = 0
  readonly #retired = new Set<string>()
  readonly #listeners = new Set<() => void>()

  constructor(device: Device, client: number, clients: number, chance: Dice) {
    this.#device = device
    this.client = client
    this.#clients = clients
    this.#chance = chance
  }

  get name(): string {
    return `client ${this.client}`
  }

  get session() {
    return this.#tab?.session ?? null
  }

  /** Opens a tab: what the badge had said of the device must be there before any network is. */
  async open(): Promise<void> {
    const tab = await openTab(this.#device)
    this.#tab = tab
    const typed = this.#typedNow()
    for (const fault of this.log.faults(this.onDevice, typed))
      this.losses.push(`${this.name}: the device had not kept what the badge had said: ${fault}`)
    this.log.believe(typed)
    tab.session.subscribe(() => this.#look())
    this.#look()
  }

  async close(): Promise<void> {
    const tab = this.#tab
    if (!tab) return
    this.#tab = null
    await tab.close()
    // Whoever closes a page in peace may rely on the device.
    this.onDevice = this.log.count
  }

  /** The tab dies with what is in it alone. Where some of that was typed nothing is typed again: it may still come. */
  crash(): void {
    this.#tab?.crash()
    this.#tab = null
    for (const { id } of this.log.doubt(Math.max(this.onServer, this.onDevice))) this.#retired.add(id)
    if (this.#place && this.#retired.has(this.#place.id)) this.#place = null
    if (!this.#place) this.#giveUp()
  }

  /** One keystroke. */
  type(): void {
    const { session } = this
    if (!session) return
    if (this.#left.length === 0) this.#begin()
    const place = this.#place
    if (!place || !textOf(session.doc, place)) return this.#giveUp()
    const letter = this.#nextLetter()
    typeIn(session.pen, place, this.client, letter)
    this.log.note(place, letter)
  }

  wake(): void {
    this.#tab?.happen('back')
  }

  /** Calls back whenever the view is another. Gives the function that stops. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #look(): void {
    const badge = this.session?.view.badge
    if (!badge) return
    this.badges.set(badge.kind, (this.badges.get(badge.kind) ?? 0) + 1)
    if (badge.kind === 'kept-here' || badge.kind === 'offline') this.onDevice = this.log.count
    if (badge.kind === 'on-server') {
      this.onServer = this.log.count
      this.onClaim()
    }
    for (const listener of this.#listeners) listener()
  }

  #begin(): void {
    if (this.#tokensHere >= STAY) this.#place = null
    this.#place ??= this.#choose()
    this.#tokens += 1
    this.#tokensHere += 1
    this.#left = Array.from(`⟦c${this.client}-${String(this.#tokens).padStart(4, '0')}⟧`)
    this.log.begin(this.#place)
  }

  #choose(): Place {
    const { session } = this
    if (!session) throw new Error('nothing is typed in a tab that is closed')
    this.#tokensHere = 0
    const kind = this.#chance.pick<Kind>(['own', 'lines', 'lines', 'heap'])
    const there = sharedPlaces(session.doc).filter(
      (place) => place.kind === kind && !this.#retired.has(place.id),
    )
    if (there.length > 0) return this.#chance.pick(there)
    return newPlace(session.pen, kind, this.#clients)
  }

  #giveUp(): void {
    this.#place = null
    this.#left = []
    this.#isTypo = false
  }

  /** Now and then a wrong one, which is taken away again. */
  #nextLetter(): string | null {
    if (this.#isTypo) {
      this.#isTypo = false
      return null
    }
    this.#isTypo = this.#left.length > 1 && this.#left[0] !== '⟦' && this.#chance.roll() < 0.03
    return this.#isTypo ? 'x' : (this.#left.shift() ?? '')
  }

  #typedNow() {
    const doc = this.session?.doc
    return (place: Place) => typedIn(place, this.client, (doc && textOf(doc, place)?.toJSON()) ?? '')
  }
}

/** Waits until something is true of them; gives false when that takes too long. */
export function untilTrue(
  isTrue: () => boolean,
  participants: readonly Participant[],
  patienceMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => isTrue() && end(true)
    const stops = participants.map((each) => each.watch(look))
    const timer = setTimeout(() => end(isTrue()), patienceMs)
    const end = (isSo: boolean) => {
      clearTimeout(timer)
      for (const stop of stops) stop()
      resolve(isSo)
    }
    look()
  })
}
