import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Closing, Remark, Review, ReviewTally, ReviewText } from '../../../schemas/types.ts'
import { NoAnswer } from '../../api/http-client.ts'
import {
  listenToReview,
  listRemarks,
  listReviews,
  readClosing,
  readReview,
  readReviewText,
  readTally,
} from '../../api/reviews.ts'
import { aheadBy } from '../../facilitator/server-time.ts'
import { paced } from '../../paced.ts'

/** A panel's work as a page needs it, read at one time. What the reader may not see, or not at this stage, is null. */
export type Panel = {
  readonly review: Review
  readonly text: ReviewText | null
  readonly tally: ReviewTally | null
  readonly remarks: readonly Remark[]
  readonly closing: Closing | null
}

type Part = 'tally' | 'remarks' | 'closing'
type Host = ReactiveControllerHost & { readonly slug: string }

/** A room sees what it has just said; and a page that is shown to a whole panel does not read without end. */
const PACE = { soonMs: () => 150, restMs: 400 }

/** How the latest review of a profile stands, read anew whenever something happens in it. */
export class PanelWatch implements ReactiveController {
  panel: Panel | null = null
  /** The profile has been before no panel. */
  isNone = false
  /** Since when there has been no contact, by this device's clock; null while there is. */
  lostSince: number | null = null
  #reviewId: string | null = null
  #ahead: number | null = null
  #heardAt = 0
  #asked = 0
  #shown = 0
  #stop: (() => void) | undefined
  readonly #later = paced(() => this.#look(), PACE)
  readonly #host: Host
  readonly #parts: readonly Part[]
  readonly #refused: (error: unknown) => void

  /** `refused` is told what the server says when it does not let one watch any longer. */
  constructor(host: Host, parts: readonly Part[], refused: (error: unknown) => void) {
    this.#host = host
    this.#parts = parts
    this.#refused = refused
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#later.stop()
  }

  /** Begins with the profile's latest review. Throws what the API throws. */
  async begin(): Promise<void> {
    this.#stop?.()
    const [review] = (await listReviews(this.#host.slug)).items
    this.isNone = review === undefined
    this.#reviewId = review?.id ?? null
    this.#host.requestUpdate()
    if (!review) return
    await this.refresh()
    this.#stop = listenToReview(review.id, this.#later.ask, this.#later.ask)
  }

  /** Reads all of it now, after something has been done. Throws what the API throws. */
  async refresh(): Promise<void> {
    const reviewId = this.#reviewId
    if (reviewId === null) return
    const turn = (this.#asked += 1)
    const review = await readReview(reviewId)
    const { readText, readTally: mayTally, close } = review.acts
    const wants = (part: Part) => this.#parts.includes(part)
    const [text, tally, remarks, closing] = await Promise.all([
      readText ? readReviewText(reviewId) : null,
      wants('tally') && mayTally ? readTally(reviewId) : null,
      wants('remarks') && readText ? listRemarks(reviewId) : { items: [] },
      wants('closing') && close ? readClosing(reviewId) : null,
    ])
    // What was asked for first may come last; it is not news then.
    if (turn < this.#shown) return
    this.#shown = turn
    this.#heardAt = Date.now()
    this.#ahead = aheadBy(this.#ahead, review.now, this.#heardAt)
    this.panel = { review, text, tally, remarks: remarks.items, closing }
    this.lostSince = null
    this.#host.requestUpdate()
  }

  /** Takes in what an act has answered with, until all of it is read anew. */
  take(part: Partial<Panel>): void {
    if (!this.panel) return
    this.panel = { ...this.panel, ...part }
    this.#shown = this.#asked += 1
    this.#host.requestUpdate()
  }

  /** The server's time. */
  now(): number {
    return Date.now() + (this.#ahead ?? 0)
  }

  /** Also when the line is lost: the server may answer all the same, and says then why it was cut. */
  async #look(): Promise<void> {
    try {
      await this.refresh()
    } catch (error) {
      if (!(error instanceof NoAnswer)) return this.#refused(error)
      this.lostSince ??= this.#heardAt || Date.now()
      this.#host.requestUpdate()
    }
  }
}
