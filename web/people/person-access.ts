import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RegisteredPerson } from '../../schemas/types.ts'
import { amendPerson, endSessionsOf, handOverLink, mailInvitation, removeWaysIn } from '../api/people.ts'
import { fire } from '../events.ts'
import { plural, t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'

/** How a person comes in, and how an administrator helps or hinders them. */
@customElement('pv-person-access')
export class PersonAccess extends ActingElement {
  @property({ attribute: false }) declare person: RegisteredPerson
  @property({ attribute: false }) sendsMail = false
  @state() private resetting = false

  override render(): TemplateResult {
    const { name, email, openSessions, secondStep } = this.person
    const where = openSessions === 0 ? t('access.nowhere') : plural('access.places', openSessions)
    const mails = this.sendsMail && email !== null
    return html`<section class="part">
      <h2>${t('access.heading')}</h2>
      <ul class="acts">
        ${mails ? this.#line(t('access.mailHelp', { email }), t('access.mail'), this.#mail) : nothing}
        ${this.#line(t(mails ? 'access.linkHelp' : 'access.linkOnly', { name }), t('access.link'), this.#handOver)}
        ${this.#line(`${where} ${t('access.endHelp')}`, t('access.end'), this.#end)}
        ${
          secondStep
            ? this.#line(t('access.secondStepHelp', { name }), t('access.secondStep'), this.#secondStepOff)
            : nothing
        }
        ${this.#line(t('access.resetHelp'), t('access.reset'), () => (this.resetting = true))}
      </ul>
      ${this.outcome()}
      ${askTwice({
        open: this.resetting,
        label: t('access.resetTitle', { name }),
        content: html`<p>${t('access.resetMore', { name })}</p>`,
        go: t('access.resetGo'),
        onGo: () => void this.#reset(),
        onClose: () => (this.resetting = false),
      })}
    </section>`
  }

  #line(help: string, words: string, act: () => unknown): TemplateResult {
    return html`<li>
      <span>${help}</span>
      <wa-button appearance="outlined" ?disabled=${this.busy} @click=${act}>${words}</wa-button>
    </li>`
  }

  readonly #mail = () =>
    void this.act(
      () => mailInvitation(this.person.id),
      t('invite.onItsWay', { name: this.person.name, email: this.person.email ?? '' }),
    )

  readonly #handOver = async () => {
    await this.act(
      async () => fire(this, 'link-handed', await handOverLink(this.person.id)),
      t('access.linkMade'),
    )
    document.querySelector<HTMLElement>('pv-handed-link input')?.focus()
  }

  readonly #end = () =>
    void this.act(
      async () => {
        await endSessionsOf(this.person.id)
        fire(this, 'person-changed', { ...this.person, openSessions: 0 })
      },
      t('access.ended', { name: this.person.name }),
    )

  async #reset(): Promise<void> {
    this.resetting = false
    const { name, id } = this.person
    await this.act(
      async () => {
        await removeWaysIn(id)
        fire(this, 'person-changed', { ...this.person, openSessions: 0, secondStep: false })
      },
      t('access.resetDone', { name }),
    )
  }

  readonly #secondStepOff = () =>
    void this.act(
      async () => fire(this, 'person-changed', await amendPerson(this.person.id, { secondStep: false })),
      t('access.secondStepOff'),
    )
}
