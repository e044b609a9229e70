import { html, nothing, svg, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Clock } from '../../schemas/types.ts'
import { leftOf } from '../../server/domain/workshop/clock.ts'
import { t } from '../i18n/workshop.ts'
import { LightElement } from '../ui/light-element.ts'
import { digitsOf, spokenTime } from './say-time.ts'

const LOOK_MS = 200
const MINUTE = 60_000

/** The digits of the clock, by the server's time; they change in place, and nothing else does. */
@customElement('pv-time-left')
export class TimeLeft extends LightElement {
  @property({ attribute: false }) clock: Clock | null = null
  /** Gives the server's time. */
  @property({ attribute: false }) now: () => number = Date.now
  /** Called when the time runs out while somebody looks. */
  @property({ attribute: false }) whenOut: () => void = () => undefined
  @state() private seconds = 0
  #timer: ReturnType<typeof setInterval> | undefined
  #before: number | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer)
    super.disconnectedCallback()
  }

  #look(): void {
    const left = this.#left()
    this.seconds = Math.ceil(left / 1000)
    if (this.clock?.endsAt && this.#before !== null && this.#before > 0 && left <= 0) this.whenOut()
    this.#before = this.clock?.endsAt ? left : null
  }

  #left(): number {
    return this.clock ? leftOf(this.clock, new Date(this.now())) : 0
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.clock) return nothing
    const left = this.#left()
    const spoken = spokenTime(left)
    return html`<b
      class="digits ${left <= 0 ? 'out' : ''}"
      role="timer"
      aria-label=${t(left > 0 ? 'clock.left' : 'clock.over', { time: spoken })}
      >${left < 0 ? '+' : ''}${digitsOf(left)}</b
    >`
  }
}

/** Stickan of time: a mark a minute, a long one every fifth, and as much of it filled as is left. */
export function timeRule(clock: Clock | null, now: number): TemplateResult {
  const minutes = clock ? Math.max(1, Math.round(clock.ofMs / MINUTE)) : 0
  const left = clock ? Math.max(0, Math.min(1, leftOf(clock, new Date(now)) / clock.ofMs)) : 0
  const marks = Array.from({ length: minutes }, (_, at) => {
    const x = (at / minutes) * 1000
    return at % 5 === 0 ? svg`<path class="long" d="M${x} 0v10" />` : svg`<path d="M${x} 0v6" />`
  })
  return html`<svg class="time-rule" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${marks}
    <rect x="0" y="0" width=${left * 1000} height="3" />
  </svg>`
}
