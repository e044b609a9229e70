import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { leftOf } from '../../../../server/domain/workshop/clock.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { clockFace, clockInWords, stickOf, type Clock } from './clock-in-words.ts'

const SECOND = 1000

/** The time that is left, by the server's clock. It ticks by itself; screen readers hear it when they ask. */
@customElement('pv-board-clock')
export class BoardClock extends LightElement {
  @property({ attribute: false }) clock: Clock | null = null
  @property({ attribute: false }) serverNow: () => number = () => Date.now()
  @property() part_: 'face' | 'stick' = 'face'
  #timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    clearTimeout(this.#timer)
    super.disconnectedCallback()
  }

  override render(): TemplateResult | typeof nothing {
    const { clock } = this
    if (!clock)
      return this.part_ === 'stick' ? html`<div class="time empty" aria-hidden="true"></div>` : nothing
    const left = leftOf(clock, new Date(this.serverNow()))
    if (this.part_ === 'stick') return html`<div class="time" aria-hidden="true"></div>`
    return html`<span
      class="clock num ${left <= 0 ? 'over' : ''} ${clock.endsAt === null ? 'paused' : ''}"
      role="timer"
      aria-live="off"
      aria-label=${clockInWords(clock, left)}
      >${clockFace(left)}</span
    >`
  }

  protected override updated(): void {
    clearTimeout(this.#timer)
    const { clock } = this
    if (!clock) return
    const left = leftOf(clock, new Date(this.serverNow()))
    this.#draw(clock, left)
    if (clock.endsAt === null || !this.isConnected) return
    // Just after the second has changed, whichever side of the end it is on.
    const rest = ((left % SECOND) + SECOND) % SECOND
    this.#timer = setTimeout(() => this.requestUpdate(), rest + 15)
  }

  /** By hand: the pages' policy allows no styles in what is rendered. */
  #draw(clock: Clock, leftMs: number): void {
    const stick = this.querySelector<HTMLElement>('.time')
    const { left, step } = stickOf(clock, leftMs)
    stick?.style.setProperty('--left', `${left}%`)
    stick?.style.setProperty('--step', `${step}%`)
  }
}
