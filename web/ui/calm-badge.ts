import { html, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import { icon, type IconName } from './icon.ts'
import { LightElement } from './light-element.ts'

/** What a badge says of where one's words lie, and how. */
export type SaidBadge = {
  /** What is said: other words of the same kind are no news to those who hear it. */
  readonly kind: string
  readonly tone: 'ok' | 'calm' | 'wait' | 'bad'
  readonly icon: IconName
  readonly long: string
  /** For where there is little room. It says no more than the long one. */
  readonly short: string
}

/** Good news may wait so long: between two letters the words need not change. Bad news never waits. */
const CALM_MS = 700
/** What has lasted so long is worth telling somebody who does not see it. */
const LASTING_MS = 2_000

/** Where what one has written lies: always in sight, always true. Elements that know it say it with `show`. */
export abstract class CalmBadge extends LightElement {
  @state() private shown: SaidBadge | null = null
  @state() private told = ''
  #calm: ReturnType<typeof setTimeout> | undefined
  #telling: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    clearTimeout(this.#calm)
    clearTimeout(this.#telling)
    super.disconnectedCallback()
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.shown) return nothing
    const { tone, icon: name, long, short } = this.shown
    return html`<span class="badge ${tone}"
        >${icon(name)}<span class="long" aria-hidden="true">${long}</span
        ><span class="short" aria-hidden="true">${short}</span><span class="sr">${long}</span></span
      ><span class="sr" role="status">${this.told}</span>`
  }

  /** To be called from willUpdate, or when the words are others. */
  protected show(said: SaidBadge): void {
    clearTimeout(this.#calm)
    const isCalming = said.tone === 'ok' && this.shown?.kind === 'saving' && this.hasUpdated
    if (isCalming) this.#calm = setTimeout(() => this.#say(said), CALM_MS)
    else this.#say(said)
  }

  /** Screen readers hear of it when it is of another kind, and has been for a while. */
  #say(said: SaidBadge): void {
    const isNews = this.shown !== null && said.kind !== this.shown.kind
    this.shown = said
    if (!isNews) return
    clearTimeout(this.#telling)
    if (said.kind === 'saving') return
    this.#telling = setTimeout(() => (this.told = this.shown?.long ?? ''), LASTING_MS)
  }
}
