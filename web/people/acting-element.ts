import { html, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import { Trying } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'

/** A part of a page that does things of its own, and says beside itself how they went. */
export class ActingElement extends LightElement {
  @state() protected busy = false
  @state() private said = ''
  protected readonly trying = new Trying(this)

  /** Does one thing at a time; gives whether it went well, and says so in these words. `false` is that nothing was done. */
  protected async act(work: () => Promise<unknown>, words = ''): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.said = ''
    let result: unknown = false
    await this.trying.act(async () => (result = await work()))
    this.busy = false
    const isDone = this.trying.trouble === null && result !== false
    if (isDone) this.said = words
    return isDone
  }

  /** How the last thing went. It stands there empty before, so that screen readers hear what comes into it. */
  protected outcome(): TemplateResult {
    return html`${this.trying.shown()}
      <p class="said" role="status">${this.said ? html`${icon('check')}${this.said}` : ''}</p>`
  }

  /** Where to read on when what had the focus is gone. */
  protected async focusHeading(): Promise<void> {
    await this.updateComplete
    const heading = this.querySelector<HTMLElement>('h2')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }
}
