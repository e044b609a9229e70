import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Account, Session } from '../../schemas/types.ts'
import { readAccount } from '../api/account.ts'
import { t } from '../i18n/people.ts'
import { Trying } from '../trying.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { bar } from './bar.ts'

/** One's own account: who one is here, where one is signed in, and by what one comes in. */
@customElement('pv-account-page')
export class AccountPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @state() private account: Account | null = null
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t('account.heading'), this.viewer)
    void this.#read()
  }

  #read(): Promise<void> {
    return this.#trying.read(async () => (this.account = await readAccount()))
  }

  override render(): TemplateResult {
    return html`
      ${bar(this.viewer, 'account')}
      <main class="start people" id="main">
        <h1 class="title">${t('account.heading')}</h1>
        ${this.#trying.shown()}
        ${this.account ? this.#parts(this.account) : this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}
      </main>
    `
  }

  #parts(account: Account): TemplateResult {
    const { offers, isConnected, hasPassword } = account
    return html`<div
      class="parts"
      @account-changed=${({ detail }: CustomEvent<Account>) => (this.account = detail)}
    >
      <pv-account-person .account=${account} .viewer=${this.viewer}></pv-account-person>
      <pv-account-sessions .account=${account}></pv-account-sessions>
      <pv-account-passkeys .account=${account}></pv-account-passkeys>
      ${
        offers.password || hasPassword
          ? html`<pv-account-password .account=${account}></pv-account-password>`
          : nothing
      }
      ${
        offers.openId !== null || isConnected
          ? html`<pv-account-open-id .account=${account}></pv-account-open-id>`
          : nothing
      }
      <section class="part">
        <h2>${t('data.heading')}</h2>
        <p>${t('data.help')}</p>
        <p class="buttons">
          <a href="/konto/uppgifter">${t('data.read')}</a>
          <a href="/api/v1/account/data" download>${t('data.file')}</a>
        </p>
      </section>
    </div>`
  }
}
