import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Session } from '../../schemas/types.ts'
import type { CompilePlace, ReplayPlace, WorkshopPlace } from '../router.ts'
import { LightElement } from '../ui/light-element.ts'

/** The page for those who lead a workshop that an address names; another workshop is another page. */
@customElement('pv-workshop-place')
export class WorkshopPlaceElement extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property({ attribute: false }) declare place: Exclude<WorkshopPlace, CompilePlace | ReplayPlace>

  override render(): TemplateResult {
    const { viewer, place } = this
    const { slug } = place
    const key = `${slug} ${'workshopId' in place ? place.workshopId : ''}`
    const page = () => {
      switch (place.page) {
        case 'workshops':
          return html`<pv-workshops-page .viewer=${viewer} .slug=${slug}></pv-workshops-page>`
        case 'planning':
          return html`<pv-plan-page
            .viewer=${viewer}
            .slug=${slug}
            .workshopId=${place.workshopId ?? ''}
          ></pv-plan-page>`
        case 'workshop':
          return html`<pv-workshop-page
            .viewer=${viewer}
            .slug=${slug}
            .workshopId=${place.workshopId}
          ></pv-workshop-page>`
        case 'projector':
          return html`<pv-projector-page
            .viewer=${viewer}
            .workshopId=${place.workshopId}
          ></pv-projector-page>`
      }
    }
    return html`${keyed(key, page())}`
  }
}
