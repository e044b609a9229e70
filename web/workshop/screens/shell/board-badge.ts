import { html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import type { Badge } from '../../board/badge.ts'
import { badgeInWords } from './badge-in-words.ts'

/** Good news may wait so long: between two letters the words need not change. Bad news never waits. */
const CALM_MS = 700
/** What has lasted so long is worth telling somebody who does not see it. */
const LASTING_MS = 2_000

/** Where what one has written lies: always in sight, always true. */
@customElement('pv-board-badge')
export class BoardBadge extends LightElement {
  @property({ attribute: false }) badge: Badge = { kind: 'saving', isSlow: false }
  @state() private shown: Badge = { kind: 'saving', isSlow: false }
  @state() private said = ''
  #calm: ReturnType<typeof setTimeout> | undefined
  #telling: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    clearTimeout(this.#calm)
    clearTimeout(this.#telling)
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('badge')) return
    clearTimeout(this.#calm)
    if (this.badge.kind === 'on-server' && this.shown.kind === 'saving' && this.hasUpdated)
      this.#calm = setTimeout(() => this.#show(this.badge), CALM_MS)
    else this.#show(this.badge)
  }

  override render(): TemplateResult {
    const { tone, icon: name, long, short } = this.#words()
    return html`<span class="badge ${tone}"
        >${icon(name)}<span class="long" aria-hidden="true">${long}</span
        ><span class="short" aria-hidden="true">${short}</span><span class="sr">${long}</span></span
      ><span class="sr" role="status">${this.said}</span>`
  }

  #words() {
    return badgeInWords(this.shown, matchMedia('(pointer: coarse)').matches)
  }

  /** Screen readers hear of it when it is of another kind, and has been for a while. */
  #show(badge: Badge): void {
    const isNews = badge.kind !== this.shown.kind
    this.shown = badge
    if (!isNews) return
    clearTimeout(this.#telling)
    if (badge.kind === 'saving') return
    this.#telling = setTimeout(() => (this.said = this.#words().long), LASTING_MS)
  }
}
