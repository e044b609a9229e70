import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { t } from '../../i18n/board.ts'
import { icon, type IconName } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'

export type Choice = {
  readonly label: string
  readonly icon?: IconName
  /** Shown before it, in a column of its own. */
  readonly number?: number
  readonly isCurrent?: boolean
  readonly choose: () => void
}
export type Choices = {
  readonly title: string
  readonly groups: readonly { readonly heading?: string; readonly choices: readonly Choice[] }[]
}

/** A few things to choose among, in a dialog: beside what was pressed where there is room, at the thumb on a phone. */
@customElement('pv-choice-dialog')
export class ChoiceDialog extends LightElement {
  @state() private choices: Choices | null = null
  @query('dialog') private dialog!: HTMLDialogElement

  /** Asks; what is chosen is done when the dialog has closed and focus is back, so that it may lead it elsewhere. */
  async ask(choices: Choices): Promise<void> {
    this.choices = choices
    await this.updateComplete
    const beside = document.activeElement?.getBoundingClientRect()
    this.dialog.showModal()
    if (!beside || matchMedia('(max-width: 60rem)').matches) return this.#stand('', '')
    const { width, height } = this.dialog.getBoundingClientRect()
    const left = Math.max(8, Math.min(beside.right - width, innerWidth - width - 8))
    const top = Math.max(8, Math.min(beside.bottom + 4, innerHeight - height - 8))
    this.#stand(`${left}px`, `${top}px`)
  }

  override render(): TemplateResult {
    const { choices } = this
    return html`<dialog class="choices" aria-labelledby="choices-title" @click=${this.#outside}>
      ${
        choices
          ? html`<header>
                <h2 id="choices-title">${choices.title}</h2>
                <button
                  class="btn icon bare"
                  aria-label=${t('app.close')}
                  @click=${() => this.dialog.close()}
                >
                  ${icon('x')}
                </button>
              </header>
              ${choices.groups
                .filter((group) => group.choices.length > 0)
                .map(
                  ({ heading, choices: those }) =>
                    html`${heading ? html`<h3>${heading}</h3>` : nothing}
                      <ul>
                        ${those.map((choice) => this.#choice(choice))}
                      </ul>`,
                )}`
          : nothing
      }
    </dialog>`
  }

  #choice(choice: Choice): TemplateResult {
    return html`<li>
      <button
        aria-current=${choice.isCurrent ? 'true' : nothing}
        @click=${() => {
          this.dialog.close()
          choice.choose()
        }}
      >
        ${
          choice.number === undefined
            ? choice.icon
              ? icon(choice.icon)
              : html`<span></span>`
            : html`<span class="no num" aria-hidden="true">${choice.number}</span>`
        }
        <span>${choice.label}</span>
        ${choice.isCurrent ? icon('check') : nothing}
      </button>
    </li>`
  }

  #stand(left: string, top: string): void {
    this.dialog.style.left = left
    this.dialog.style.top = top
  }

  readonly #outside = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.dialog.close()
  }
}
