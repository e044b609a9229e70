import { property } from 'lit/decorators.js'
import type { MemberDesk } from '../../../schemas/types.ts'
import { LightElement } from '../../ui/light-element.ts'
import type { Third } from '../parts/category-mark.ts'
import type { PanelPlace } from '../place.ts'
import type { ReviewWork } from '../review-work.ts'

/** One of a member's pages of a review, drawn anew whenever the desk is another. */
export abstract class ReviewPageElement extends LightElement {
  @property({ attribute: false }) work!: ReviewWork
  @property({ attribute: false }) desk!: MemberDesk
  @property({ attribute: false }) third: Third = 'responsibilityAutonomy'
  /** Goes to another page, and has its heading be what is read next. */
  @property({ attribute: false }) go: (place: PanelPlace) => void = () => undefined

  /** What is read next, when what had the focus is gone. */
  protected focusOn(selector: string): void {
    void this.updateComplete.then(() => {
      const next = this.querySelector<HTMLElement>(selector)
      next?.focus({ preventScroll: true })
      next?.closest('section, .row')?.scrollIntoView({ block: 'start' })
    })
  }
}
