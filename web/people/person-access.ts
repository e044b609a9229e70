import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { RegisteredPerson } from '../../schemas/types.ts'
import { amendPerson, endSessionsOf, handOverLink, mailInvitation } from '../api/people.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'

/** How a person comes in, and how an administrator helps or hinders them. */
@customElement('pv-person-access')
export class PersonAccess extends ActingElement {
  @property({ attribute: false }) declare person: RegisteredPerson
  @property({ attribute: false }) sendsMail = false

  override render(): TemplateResult {
    const { name, email, secondStep } = this.person
    const mails = this.sendsMail && email !== null
    return html`<section class="part">
      <h2>${t('access.heading')}</h2>
      <ul class="acts">
        ${mails ? this.#line(t('access.mailHelp', { email }), t('access.mail'), this.#mail) : nothing}
        ${this.#line(t(mails ? 'access.linkHelp' : 'access.linkOnly', { name }), t('access.link'), this.#handOver)}
        ${this.#line(t('access.endHelp', { name }), t('access.end'), this.#end)}
        ${
          secondStep
            ? this.#line(t('access.secondStepHelp', { name }), t('access.secondStep'), this.#secondStepOff)
            : nothing
        }
      </ul>
      ${this.outcome()}
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
    void this.act(() => endSessionsOf(this.person.id), t('access.ended', { name: this.person.name }))

  readonly #secondStepOff = () =>
    void this.act(
      async () => fire(this, 'person-changed', await amendPerson(this.person.id, { secondStep: false })),
      t('access.secondStepOff'),
    )
}
