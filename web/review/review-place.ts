import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Session } from '../../schemas/types.ts'
import type { ReviewPlace } from '../router.ts'
import { LightElement } from '../ui/light-element.ts'

/** Each page comes when it is gone to. */
export function fetchReviewPage(page: ReviewPlace['page']): Promise<unknown> {
  switch (page) {
    case 'review':
      return import('./review-page.ts')
    case 'settling':
      return import('./settle/settle-page.ts')
    case 'closing':
      return import('./closing/closing-page.ts')
    case 'panel-meeting':
      return import('./meeting/meeting-page.ts')
    case 'panel-projector':
      return import('./meeting/projector-page.ts')
  }
}

/** The page about a panel's work that an address names; another profile or meeting is another page. */
@customElement('pv-review-place')
export class ReviewPlaceElement extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property({ attribute: false }) declare place: ReviewPlace

  override render(): TemplateResult {
    const { viewer, place } = this
    const { slug } = place
    const page = () => {
      switch (place.page) {
        case 'review':
          return html`<pv-review-page .viewer=${viewer} .slug=${slug}></pv-review-page>`
        case 'settling':
          return html`<pv-settle-page .viewer=${viewer} .slug=${slug}></pv-settle-page>`
        case 'closing':
          return html`<pv-closing-page .viewer=${viewer} .slug=${slug}></pv-closing-page>`
        case 'panel-meeting':
          return html`<pv-meeting-page
            .viewer=${viewer}
            .slug=${slug}
            .meetingId=${place.meetingId}
          ></pv-meeting-page>`
        case 'panel-projector':
          return html`<pv-panel-projector
            .viewer=${viewer}
            .slug=${slug}
            .meetingId=${place.meetingId}
          ></pv-panel-projector>`
      }
    }
    return html`${keyed(`${slug} ${'meetingId' in place ? place.meetingId : ''}`, page())}`
  }
}
