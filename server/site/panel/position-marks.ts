import type { PerspectiveCount } from '../../../schemas/types.ts'
import { html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import type { Say } from '../say.ts'

/** How somebody can stand, from the firmest support on. */
export const STANDS = ['agree', 'agreeWithChange', 'abstain', 'disagree', 'stale', 'none'] as const
export type Stand = (typeof STANDS)[number]

const MARKS: Record<Stand, string> = {
  agree: 'agree',
  agreeWithChange: 'agree-with-change',
  abstain: 'abstain',
  disagree: 'disagree',
  stale: 'stale',
  none: 'no-answer',
}

export function standMark(stand: Stand): Html {
  return mark(MARKS[stand], `i ${stand}`)
}

/** How a perspective stands, in words: 2 agree, 1 abstains. */
export function countsInWords(say: Say, counts: PerspectiveCount | undefined): string {
  const taken = STANDS.filter((stand) => (counts?.[stand] ?? 0) > 0)
  if (taken.length === 0) return say.text('panel.positions.nobody')
  return say.list(taken.map((stand) => say.count(`counts.positions.${stand}`, counts?.[stand] ?? 0)))
}

/** One mark for each member, so that it reads in black and white; they say nothing to those who listen. */
export function marksFor(counts: PerspectiveCount | undefined): Html {
  const marks = STANDS.flatMap((stand) =>
    Array.from({ length: counts?.[stand] ?? 0 }, () => standMark(stand)),
  )
  return html`<span class="marks" aria-hidden="true">${marks.length > 0 ? marks : '–'}</span>`
}
