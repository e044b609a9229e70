import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../../i18n/panel.ts'
import { partList } from './part-list.ts'
import { ReviewPageElement } from './review-page.ts'

/** All parts of the text, in order, each with what one says of it. */
@customElement('pv-text-page')
export class TextPage extends ReviewPageElement {
  override render(): TemplateResult {
    const { desk, go, work } = this
    const handOut = `/api/v1/reviews/${work.reviewId}/hand-out`
    return html`<div class="leaf">
        <div class="mid">
          <h1 class="title" tabindex="-1">${t('text.title')}</h1>
          <p class="sum">${t('text.lead')}</p>
        </div>
      </div>
      ${partList({
        desk,
        go,
        reviewId: work.reviewId,
        id: 'all',
        title: t('text.parts'),
        parts: desk.text.parts,
        shows: 'answer',
      })}
      <div class="leaf">
        <p class="mid go"><a href=${handOut}>${t('text.handOut')}</a></p>
      </div>`
  }
}
