import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account } from '../../schemas/types.ts'
import { disconnectIdentities } from '../api/account.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'

/** An account elsewhere that one can sign in by. */
@customElement('pv-account-open-id')
export class AccountOpenId extends ActingElement {
  @property({ attribute: false }) declare account: Account
  @state() private leaving = false

  /** Whoever comes back from connecting is led here, and told once. */
  protected override firstUpdated(): void {
    const { isConnected, offers } = this.account
    if (location.hash !== '#kopplat' || !isConnected) return
    history.replaceState(history.state, '', location.pathname)
    void this.act(
      () => this.focusHeading(),
      t('openId.justConnected', { name: offers.openId ?? t('openId.unnamed') }),
    )
  }

  override render(): TemplateResult {
    const { isConnected, offers } = this.account
    const name = offers.openId ?? t('openId.unnamed')
    return html`<section class="part">
      <h2>${t('openId.heading', { name })}</h2>
      <p>${t(isConnected ? 'openId.connected' : 'openId.notConnected', { name })}</p>
      ${this.outcome()}
      <p>
        ${
          isConnected
            ? html`<button class="plain" @click=${() => (this.leaving = true)}>
                ${t('openId.disconnect')}
              </button>`
            : html`<wa-button appearance="outlined" href="/logga-in/oidc?koppla=1"
                >${t('openId.connect', { name })}</wa-button
              >`
        }
      </p>
      ${askTwice({
        open: this.leaving,
        label: t('openId.disconnectTitle', { name }),
        content: html`<p>${t('openId.disconnectHelp')}</p>`,
        go: t('openId.disconnectGo'),
        onGo: () => void this.#disconnect(),
        onClose: () => (this.leaving = false),
      })}
    </section>`
  }

  async #disconnect(): Promise<void> {
    this.leaving = false
    const isDone = await this.act(
      async () => fire(this, 'account-changed', await disconnectIdentities()),
      t('openId.disconnected'),
    )
    if (isDone) await this.focusHeading()
  }
}
