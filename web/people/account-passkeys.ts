import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account, AddedPasskey } from '../../schemas/types.ts'
import { addPasskey, amendAccount, askForNewPasskey, removePasskey } from '../api/account.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { formText } from '../ui/form-text.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'
import { canUsePasskeys } from './can-use-passkeys.ts'
import { field, tick } from './fields.ts'
import { PasskeyNotMade, registerPasskey, type WhyNot } from './register-passkey.ts'
import { dayOr } from './when.ts'

/** Passkeys, and whether one is asked for after a link or a password. */
@customElement('pv-account-passkeys')
export class AccountPasskeys extends ActingElement {
  @property({ attribute: false }) declare account: Account
  @state() private removing: AddedPasskey | null = null
  @state() private whyNot: WhyNot | null = null

  override render(): TemplateResult {
    const { passkeys, person } = this.account
    return html`<section class="part">
      <h2>${t('passkeys.heading')}</h2>
      <p>${t('passkeys.help')}</p>
      ${passkeys.length === 0 ? html`<p class="quiet">${t('passkeys.none')}</p>` : this.#table(passkeys)}
      ${canUsePasskeys() ? this.#adding() : html`<p class="quiet">${t('passkeys.notHere')}</p>`}
      ${
        passkeys.length > 0
          ? tick({
              name: 'secondStep',
              label: t('passkeys.secondStep'),
              hint: t('passkeys.secondStepHelp'),
              isOn: person.secondStep,
              onChange: (isOn) => void this.#askForIt(isOn),
            })
          : nothing
      }
      ${this.outcome()} ${this.#removeDialog(this.removing)}
    </section>`
  }

  #table(passkeys: readonly AddedPasskey[]): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('passkeys.name')}</th>
          <th scope="col">${t('passkeys.since')}</th>
          <th scope="col">${t('passkeys.used')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${passkeys.map(
          (passkey) =>
            html`<tr>
              <th scope="row">${passkey.name}</th>
              <td data-label=${t('passkeys.since')}>${dayOr(passkey.createdAt, '')}</td>
              <td data-label=${t('passkeys.used')}>${dayOr(passkey.lastUsedAt, t('passkeys.neverUsed'))}</td>
              <td class="act">
                <button class="plain" @click=${() => (this.removing = passkey)}>
                  ${t('ask.remove')}<span class="sr"> ${passkey.name}</span>
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  #adding(): TemplateResult {
    return html`<form class="fields" @submit=${this.#add}>
        ${field({
          name: 'passkey',
          label: t('passkeys.newName'),
          hint: t('passkeys.newNameHelp'),
          maxlength: 100,
        })}
        <p class="buttons">
          <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
            >${t('passkeys.add')}</wa-button
          >
        </p>
      </form>
      ${
        this.whyNot === null
          ? nothing
          : html`<p class="notice" role="alert">${t(`passkeys.whyNot.${this.whyNot}`)}</p>`
      }`
  }

  #removeDialog(passkey: AddedPasskey | null): TemplateResult {
    const { passkeys, person } = this.account
    const isLastOfTwo = passkeys.length === 1 && person.secondStep
    return askTwice({
      open: passkey !== null,
      label: t('passkeys.removeTitle', { name: passkey?.name ?? '' }),
      content: html`<p>${t('passkeys.removeHelp')}</p>
        ${isLastOfTwo ? html`<p>${t('passkeys.removeLast')}</p>` : nothing}`,
      go: t('passkeys.removeGo'),
      onGo: () => void this.#remove(passkey),
      onClose: () => (this.removing = null),
    })
  }

  /** The device shows a dialogue of its own; that somebody stops in it is no fault. */
  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { target } = event
    this.whyNot = null
    await this.act(async () => {
      const { options } = await askForNewPasskey()
      // The server gives the options in the form that the browser takes; the contract does not spell them out.
      const asked = options as unknown as PublicKeyCredentialCreationOptionsJSON
      const response = await registerPasskey(asked).catch((error: unknown) => {
        if (!(error instanceof PasskeyNotMade)) throw error
        this.whyNot = error.why
      })
      if (!response) return false
      const account = await addPasskey({
        name: formText(target, 'passkey'),
        response: { ...response, clientExtensionResults: { ...response.clientExtensionResults } },
      })
      fire(this, 'account-changed', account)
      if (target instanceof HTMLFormElement) target.reset()
      return true
    }, t('passkeys.added'))
  }

  async #remove(passkey: AddedPasskey | null): Promise<void> {
    this.removing = null
    if (!passkey) return
    const isDone = await this.act(
      async () => fire(this, 'account-changed', await removePasskey(passkey.id)),
      t('passkeys.removed'),
    )
    if (isDone) await this.focusHeading()
  }

  async #askForIt(secondStep: boolean): Promise<void> {
    await this.act(
      async () => fire(this, 'account-changed', await amendAccount({ secondStep })),
      t('save.done'),
    )
    this.requestUpdate()
  }
}
