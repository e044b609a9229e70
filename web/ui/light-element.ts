import { LitElement } from 'lit'

/**
 * An element that draws into the page itself: one style sheet dresses all of it, and labels, descriptions and error
 * links reach across elements, which they cannot do across shadow roots.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this
  }
}
