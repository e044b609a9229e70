import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { WorkshopOverview } from '../../schemas/types.ts'
import { NoAnswer } from '../api/http-client.ts'
import { listenToOverview, overseeWorkshop } from '../api/workshops.ts'
import { needsYou, remember, type Need, type Remembered } from './needs-you.ts'
import { aheadBy } from './server-time.ts'

/** Minutes pass also when nothing else happens. */
const LOOK_AGAIN_MS = 10_000

type Host = ReactiveControllerHost & { readonly workshopId: string }

/** How a workshop stands, as the server says it again and again; and whether it still says so. */
export class OverviewWatch implements ReactiveController {
  overview: WorkshopOverview | null = null
  /** Since when there has been no contact, by this device's clock; null while there is. */
  lostSince: number | null = null
  #remembered: Remembered = new Map()
  #ahead: number | null = null
  #heardAt = 0
  #stop: (() => void) | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  readonly #host: Host
  readonly #refused: (error: unknown) => void

  /** `refused` is told what the server says when it does not let one watch any longer. */
  constructor(host: Host, refused: (error: unknown) => void) {
    this.#host = host
    this.#refused = refused
    host.addController(this)
  }

  hostConnected(): void {
    const { workshopId } = this.#host
    this.#stop = listenToOverview(workshopId, (overview) => this.#hear(overview), this.#lost)
    this.#timer = setInterval(() => this.#host.requestUpdate(), LOOK_AGAIN_MS)
  }

  hostDisconnected(): void {
    this.#stop?.()
    clearInterval(this.#timer)
  }

  /** Asks now, after something has been done: what is told comes at its own pace. Throws what the API throws. */
  async refresh(): Promise<void> {
    this.#hear(await overseeWorkshop(this.#host.workshopId))
  }

  /** The server's time. */
  now(): number {
    return Date.now() + (this.#ahead ?? 0)
  }

  needs(): readonly Need[] {
    return this.overview ? needsYou(this.overview, this.#remembered, this.now()) : []
  }

  #hear(overview: WorkshopOverview): void {
    // What was asked for and what is told come by two ways; the older of them is not news.
    if (this.overview && overview.now < this.overview.now) return
    this.#heardAt = Date.now()
    this.#ahead = aheadBy(this.#ahead, overview.now, this.#heardAt)
    this.#remembered = remember(this.#remembered, overview)
    this.overview = overview
    this.lostSince = null
    this.#host.requestUpdate()
  }

  /** A line that the server has closed is no loss while the server answers; it is taken up again. */
  readonly #lost = () => {
    this.refresh().catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) return this.#refused(error)
      this.lostSince ??= this.#heardAt || Date.now()
      this.#host.requestUpdate()
    })
  }
}
