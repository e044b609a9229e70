import { html, type TemplateResult } from 'lit'
import type { CaretHere } from '../../board/people-here.ts'
import type { Numbered } from './board-coach.ts'

/** The height of a last line that is still empty is kept by a space without width. */
const KEEPS_HEIGHT = '\u200B'

/**
 * A copy of a text with the words marked that the coach speaks of, and with places of no width where carets stand.
 * Both may lie anywhere in each other, so the text is cut wherever one of them begins or ends.
 */
export function mirrored(
  text: string,
  marked: readonly Pick<Numbered, 'start' | 'end' | 'severity' | 'number'>[],
  carets: readonly Pick<CaretHere, 'head'>[],
): (TemplateResult | string)[] {
  const spans = withoutOverlaps(marked, text.length)
  const heads = carets.map(({ head }) => Math.min(head, text.length))
  const cuts = [...new Set([0, ...spans.flatMap(({ start, end }) => [start, end]), ...heads, text.length])]
  cuts.sort((a, b) => a - b)
  const parts: (TemplateResult | string)[] = []
  const place = html`<span class="at"></span>`
  cuts.forEach((from, at) => {
    for (const head of heads) if (head === from) parts.push(place)
    const to = cuts[at + 1]
    if (to === undefined) return
    const words = text.slice(from, to)
    const span = spans.find(({ start, end }) => start <= from && to <= end)
    // The number stands behind the last part of what it belongs to.
    const number = span && span.end === to ? span.number : ''
    parts.push(
      span ? html`<mark class="finding ${span.severity}" data-number=${number}>${words}</mark>` : words,
    )
  })
  return [...parts, KEEPS_HEIGHT]
}

function withoutOverlaps<Span extends { readonly start: number; readonly end: number }>(
  spans: readonly Span[],
  length: number,
): Span[] {
  let free = 0
  return [...spans]
    .sort((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      if (start < free || end <= start || end > length) return false
      free = end
      return true
    })
}
