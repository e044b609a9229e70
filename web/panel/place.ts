/** A member's pages of one review: what is left, a part of the text, remarks, the meeting and the panel. */
export type ReviewPage = 'start' | 'text' | 'part' | 'remarks' | 'meeting'

export type PanelPlace =
  | { readonly page: 'reviews' }
  | { readonly page: 'start' | 'text' | 'remarks' | 'meeting'; readonly reviewId: string }
  | { readonly page: 'part'; readonly reviewId: string; readonly partId: string }

const REVIEW = /^\/panel\/([0-9a-f-]{36})(?:\/|$)/u
const PART = /^\/panel\/[0-9a-f-]{36}\/text\/([^/]+)$/u
/** What the pages are called in addresses; the first of a review has none. */
const NAMES = { text: 'text', remarks: 'synpunkter', meeting: 'mote' } as const

export function panelPlaceAt(path: string): PanelPlace {
  const reviewId = REVIEW.exec(path)?.[1]
  if (reviewId === undefined) return { page: 'reviews' }
  const partId = PART.exec(path)?.[1]
  if (partId !== undefined) return { page: 'part', reviewId, partId }
  for (const page of ['text', 'remarks', 'meeting'] as const)
    if (path === `/panel/${reviewId}/${NAMES[page]}`) return { page, reviewId }
  return { page: 'start', reviewId }
}

export function panelAddress(place: PanelPlace): string {
  if (place.page === 'reviews') return '/panel'
  const review = `/panel/${place.reviewId}`
  if (place.page === 'start') return review
  return place.page === 'part' ? `${review}/text/${place.partId}` : `${review}/${NAMES[place.page]}`
}
