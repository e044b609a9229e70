import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { closedItself } from '../facilitator/confirmation.ts'
import { plural, t } from '../i18n/review.ts'
import { ActingElement } from '../people/acting-element.ts'

/** What was written in a form, by the names of its fields; a box that is ticked is `on`. */
export type Written = (name: string) => string
/** How to mend what is wrong, by the name of the field. */
export type Faults = ReadonlyMap<string, string>

/** A matter that is asked about in a dialog. */
export type Question = {
  readonly label: string
  readonly go: string
  /** It cannot be taken back, or others are told. */
  readonly isGrave?: boolean
  /** After it has been done one may want to do the same again with another; the way out is another button then. */
  readonly again?: string
  readonly fields: (fault: (name: string) => string | undefined) => TemplateResult
  readonly faultsIn?: (written: Written) => Faults
  /** Does it, and gives what is to be said of it. Throws what the API throws. */
  readonly send: (written: Written) => Promise<string>
}

const NONE: Faults = new Map()

/** Asks something in a dialog, and stays until it has been done: what the server says no to stands beside what was written. */
@customElement('pv-dialog-form')
export class DialogForm extends ActingElement {
  /** Null for nothing, and the dialog is closed. */
  @property({ attribute: false }) question: Question | null = null
  /** Called with what has been done; empty when the dialog is left. */
  @property({ attribute: false }) close: (done: string) => void = () => undefined
  /** Called when something has been done and the dialog stays. */
  @property({ attribute: false }) done: () => void = () => undefined
  @state() private faults: Faults = NONE

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('question')) return
    this.faults = NONE
    this.trying.trouble = null
  }

  override render(): TemplateResult {
    const { question } = this
    return html`<wa-dialog
      class="review-dialog"
      label=${question?.label ?? ''}
      ?open=${question !== null}
      @wa-after-hide=${closedItself(() => this.close(''))}
    >
      ${question ? this.#form(question) : nothing}
      <wa-button slot="footer" appearance="outlined" @click=${() => this.close('')}
        >${question?.again ? t('dialog.done') : t('dialog.leave')}</wa-button
      >
      <wa-button
        slot="footer"
        variant=${question?.isGrave ? 'danger' : 'brand'}
        ?loading=${this.busy}
        @click=${() => this.querySelector('form')?.requestSubmit()}
        >${question?.go ?? ''}</wa-button
      >
    </wa-dialog>`
  }

  #form(question: Question): TemplateResult {
    return html`<form novalidate class="fields" @submit=${this.#send} @input=${this.#mend}>
      ${this.outcome()}
      ${
        this.faults.size > 0
          ? html`<section class="notice error" role="alert" tabindex="-1">
              <h2>${plural('dialog.faults', this.faults.size)}</h2>
              <ul>
                ${[...this.faults].map(
                  ([name, fault]) =>
                    html`<li>
                      <button type="button" class="plain" @click=${() => this.#goTo(name)}>${fault}</button>
                    </li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
      ${question.fields((name) => this.faults.get(name))}
      <button type="submit" hidden></button>
    </form>`
  }

  #goTo(name: string): void {
    this.querySelector<HTMLElement>(`form [name="${name}"]`)?.focus()
  }

  get #written(): Written {
    const data = new FormData(this.querySelector('form') ?? undefined)
    return (name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
  }

  /** What has been found wrong goes when it is mended, and nothing is called wrong while it is being written. */
  readonly #mend = () => {
    if (this.faults.size === 0) return
    const still = this.question?.faultsIn?.(this.#written) ?? NONE
    this.faults = new Map([...this.faults].filter(([name]) => still.has(name)))
  }

  readonly #send = async (event: SubmitEvent) => {
    event.preventDefault()
    const { question } = this
    if (!question || this.busy) return
    const written = this.#written
    this.faults = question.faultsIn?.(written) ?? NONE
    if (this.faults.size > 0) {
      await this.updateComplete
      return this.querySelector<HTMLElement>('.notice.error')?.focus()
    }
    let said = ''
    const isDone = await this.act(async () => (said = await question.send(written)) !== '')
    if (!isDone) return
    if (question.again === undefined) return this.close(said)
    this.querySelector('form')?.reset()
    this.querySelector<HTMLElement>('form input, form select')?.focus()
    await this.act(() => Promise.resolve(), said)
    this.done()
  }
}
