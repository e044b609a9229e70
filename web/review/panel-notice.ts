import '../styles/review-notice.css'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Review } from '../../schemas/types.ts'
import { listReviews } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { addressOf } from '../router.ts'
import { LightElement } from '../ui/light-element.ts'
import { reviewInWords } from './in-words.ts'
import { isWithPanel } from './stage.ts'

/** Says in the editor that a panel has the profile, and that one can go on writing. Nothing where none has it. */
@customElement('pv-panel-notice')
export class PanelNotice extends LightElement {
  @property() slug = ''
  @state() private review: Review | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('focus', this.#read)
    this.#read()
  }

  override disconnectedCallback(): void {
    removeEventListener('focus', this.#read)
    super.disconnectedCallback()
  }

  override render(): TemplateResult | typeof nothing {
    const { review, slug } = this
    if (!review) return nothing
    return html`<p class="panel-notice">
      ${reviewInWords(review)} <a href=${addressOf({ page: 'review', slug })}>${t('notice.goTo')}</a>
    </p>`
  }

  /** Where it cannot be read, nothing is said: the page is there to write on. */
  readonly #read = () => {
    listReviews(this.slug).then(
      ({ items: [latest = null] }) => (this.review = isWithPanel(latest) ? latest : null),
      () => undefined,
    )
  }
}
