import { html, type Html } from './html.ts'

/** How large a mark on the rule is, in CSS pixels, by what the rule is used for. */
const STEP = { level: 11, share: 10, minutes: 12 } as const

/**
 * Stickan, the rule on which everything measured is shown: marks along the edge, a thick line up to the pointer.
 * It says nothing that the words beside it do not say.
 */
function rule(at: number, of: number, step: number): Html {
  const [width, reached] = [of * step + 2, Math.round(at * step * 10) / 10]
  const marks = Array.from({ length: of + 1 }, (_, mark) => `M${mark * step + 0.5} 6v8`).join('')
  return html`<svg class="rule" width="${width}" height="15" viewBox="0 0 ${width} 15" aria-hidden="true">
    <path class="marks" d="${marks}M0 13.5h${width - 1}" />
    <path d="M0 10h${reached}V0h2.5v14H0z" />
  </svg>`
}

/** A level of the Swedish qualifications framework, 1-8. */
export function levelRule(level: number): Html {
  return rule(level, 8, STEP.level)
}

/** How much of a whole, in ten marks. */
export function shareRule(part: number, whole: number): Html {
  return rule(whole === 0 ? 0 : (part / whole) * 10, 10, STEP.share)
}

/** So many minutes from now. */
export function minutesRule(minutes: number): Html {
  return rule(minutes, minutes, STEP.minutes)
}
