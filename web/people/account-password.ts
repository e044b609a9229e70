import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account, SetPassword } from '../../schemas/types.ts'
import { readAccount, setPassword } from '../api/account.ts'
import { problemIn } from '../api/http-client.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'
import { field, SENT_BY_ENTER } from './fields.ts'

const SHORTEST = 12
const LONGEST = 200

/** A password, where the organisation wants them. */
@customElement('pv-account-password')
export class AccountPassword extends ActingElement {
  @property({ attribute: false }) declare account: Account
  @state() private removing = false
  @state() private isWrong = false

  override render(): TemplateResult {
    const { hasPassword, offers } = this.account
    return html`<section class="part">
      <h2>${t('password.heading')}</h2>
      <p>${t(hasPassword ? 'password.isSet' : 'password.isNotSet')}</p>
      ${offers.password ? this.#form(hasPassword) : html`<p class="quiet">${t('password.off')}</p>`}
      ${
        hasPassword
          ? html`<p>
              <button class="plain" @click=${() => (this.removing = true)}>${t('password.remove')}</button>
            </p>`
          : nothing
      }
      ${this.isWrong ? html`<p class="field-error" role="alert">${t('password.wrong')}</p>` : nothing}
      ${this.outcome()}
      ${askTwice({
        open: this.removing,
        label: t('password.removeTitle'),
        content: html`<p>${t('password.removeHelp')}</p>
          <form id="remove-password" class="fields" @submit=${this.#remove}>
            ${this.#currentField('former')}
          </form>`,
        go: t('password.removeGo'),
        onGo: () => this.querySelector<HTMLFormElement>('#remove-password')?.requestSubmit(),
        onClose: () => (this.removing = false),
      })}
    </section>`
  }

  #form(hasPassword: boolean): TemplateResult {
    return html`<form class="fields" @submit=${this.#save}>
      ${SENT_BY_ENTER}
      <input
        hidden
        type="text"
        name="username"
        autocomplete="username"
        readonly
        .value=${this.account.person.email ?? this.account.person.name}
      />
      ${hasPassword ? this.#currentField('current') : nothing}
      ${field({
        name: 'password',
        label: t('password.new'),
        hint: t('password.rule', { count: SHORTEST }),
        type: 'password',
        autocomplete: 'new-password',
        minlength: SHORTEST,
        maxlength: LONGEST,
      })}
      <p class="buttons">
        <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
          >${t(hasPassword ? 'password.change' : 'password.set')}</wa-button
        >
      </p>
    </form>`
  }

  /** Asked of those who have signed in by it: somebody else may have sat down here. */
  #currentField(name: string): TemplateResult | typeof nothing {
    const cameByIt = this.account.sessions.some(({ isThisOne, by }) => isThisOne && by === 'password')
    if (!cameByIt) return nothing
    return field({
      name,
      label: t('password.current'),
      type: 'password',
      autocomplete: 'current-password',
      maxlength: LONGEST,
    })
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const given = { password: asTyped(form, 'password') ?? '', ...current(asTyped(form, 'current')) }
    if (await this.#keep(given, t('password.done'))) form.reset()
  }

  readonly #remove = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = { password: null, ...current(asTyped(event.target as HTMLFormElement, 'former')) }
    this.removing = false
    if (await this.#keep(given, t('password.removed'))) await this.focusHeading()
  }

  #keep(given: SetPassword, done: string): Promise<boolean> {
    this.isWrong = false
    return this.act(async () => {
      try {
        await setPassword(given)
      } catch (error) {
        // What the server says of a wrong password is meant for those who sign in.
        this.isWrong = problemIn(error)?.type === '/problems/sign-in-refused'
        if (this.isWrong) return false
        throw error
      }
      fire(this, 'account-changed', await readAccount())
      return true
    }, done)
  }
}

/** White space may be part of a password. Undefined where there is no such field. */
function asTyped(form: HTMLFormElement, name: string): string | undefined {
  return form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value
}

function current(typed: string | undefined): Pick<SetPassword, 'current'> {
  return typed === undefined ? {} : { current: typed }
}
