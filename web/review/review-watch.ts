import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Review, ReviewPart, ReviewTally } from '../../schemas/types.ts'
import { isOpen } from '../../server/domain/review/remarks.ts'
import { NoAnswer } from '../api/http-client.ts'
import { listenToReview, listRemarks, readReview, readReviewText, readTally } from '../api/reviews.ts'
import { paced } from '../paced.ts'

const PACE = { soonMs: () => 300, restMs: 1_000 }

/** A part of the text as it is called in lists. */
export type NamedPart = Pick<ReviewPart, 'id' | 'number' | 'title'>

/** A review as it stands, with what those who follow it see of it. */
export type Standing = {
  readonly review: Review
  /** Null before the panel has been opened, and where it is not for the reader. */
  readonly tally: ReviewTally | null
  readonly parts: readonly NamedPart[]
  /** Remarks that nobody has settled. */
  readonly openRemarks: number
}

/** Follows a review: it is read anew when something has happened in it, and not more often than that takes. */
export class ReviewWatch implements ReactiveController {
  standing: Standing | null = null
  /** Since when there has been no contact; null while there is. */
  lostSince: number | null = null
  #reviewId: string | null = null
  #stop: (() => void) | undefined
  #reading: Promise<void> | null = null
  readonly #later = paced(() => this.#look(), PACE)
  readonly #host: ReactiveControllerHost
  readonly #refused: (error: unknown) => void

  /** `refused` is told what the server says when it does not let one follow any longer. */
  constructor(host: ReactiveControllerHost, refused: (error: unknown) => void) {
    this.#host = host
    this.#refused = refused
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#later.stop()
    this.#reviewId = null
  }

  /** Follows that review from now on. Throws what the API throws. */
  async follow(reviewId: string): Promise<void> {
    if (this.#reviewId !== reviewId) {
      this.#stop?.()
      this.#reviewId = reviewId
      this.standing = null
      this.#stop = listenToReview(reviewId, this.#later.ask, this.#later.ask)
    }
    await this.refresh()
  }

  /** Reads now, after something has been done here. Throws what the API throws. */
  async refresh(): Promise<void> {
    // What is on its way was asked for before: it may not know of what has been done since.
    await this.#reading?.catch(() => undefined)
    this.#reading = this.#read().finally(() => (this.#reading = null))
    await this.#reading
  }

  async #read(): Promise<void> {
    const reviewId = this.#reviewId
    if (reviewId === null) return
    const standing = await readStanding(reviewId)
    if (reviewId !== this.#reviewId) return
    this.standing = standing
    this.lostSince = null
    this.#host.requestUpdate()
  }

  /** Something has happened, or the line has gone: what is asked now says which. */
  async #look(): Promise<void> {
    if (this.#reviewId === null) return
    try {
      await this.refresh()
    } catch (error) {
      if (!(error instanceof NoAnswer)) return this.#refused(error)
      this.lostSince ??= Date.now()
      this.#host.requestUpdate()
    }
  }
}

/** Everything at once. Throws what the API throws. */
async function readStanding(reviewId: string): Promise<Standing> {
  const review = await readReview(reviewId)
  const [tally, text, remarks] = await Promise.all([
    review.acts.readTally ? readTally(reviewId) : null,
    review.acts.readTally ? null : readReviewText(reviewId),
    review.round ? listRemarks(reviewId) : { items: [] },
  ])
  const parts = tally ? tally.parts.map(({ partId, ...part }) => ({ id: partId, ...part })) : text?.parts
  return { review, tally, parts: parts ?? [], openRemarks: remarks.items.filter(isOpen).length }
}
