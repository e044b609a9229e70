import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { readAccount } from '../api/account.ts'
import { handOverLink, invitePerson, listAllProfiles, listOrganisations } from '../api/people.ts'
import { t } from '../i18n/people.ts'
import { goTo } from '../router.ts'
import { formText } from '../ui/form-text.ts'
import { localeOptions } from './account-person.ts'
import { ActingElement } from './acting-element.ts'
import { field, selectField, tick, SENT_BY_ENTER } from './fields.ts'
import { chosenRole, NO_ROLE, roleFields, type Reachable } from './scope-field.ts'
import { welcome } from './welcome.ts'

/** Registers a person, and lets them in: by a mail, or by a link that is handed over on their page. */
@customElement('pv-invite-dialog')
export class InviteDialog extends ActingElement {
  @property({ type: Boolean }) open = false
  @state() private reachable: Reachable | null = null
  @state() private sendsMail = false
  @state() private hasEmail = false
  @state() private choice = NO_ROLE

  override render(): TemplateResult {
    return html`<wa-dialog label=${t('invite.title')} ?open=${this.open} @wa-show=${this.#begin}>
      ${this.trying.shown()}
      ${
        this.reachable
          ? this.#form(this.reachable)
          : this.trying.trouble
            ? nothing
            : html`<pv-loading></pv-loading>`
      }
      <wa-button slot="footer" variant="brand" type="submit" form="invite" ?loading=${this.busy}
        >${t('invite.go')}</wa-button
      >
    </wa-dialog>`
  }

  #form(reachable: Reachable): TemplateResult {
    return html`<form id="invite" class="fields" @submit=${this.#invite} @input=${this.#look}>
      ${SENT_BY_ENTER} ${field({ name: 'name', label: t('person.name'), maxlength: 200 })}
      ${field({
        name: 'email',
        label: t('invite.email'),
        hint: t(this.sendsMail ? 'invite.emailHelp' : 'invite.emailHelpNoMail'),
        type: 'email',
        isOptional: true,
        maxlength: 320,
      })}
      ${selectField({
        name: 'organisation',
        label: t('person.organisation'),
        options: [
          ['', t('person.noOrganisation')],
          ...reachable.organisations.map(({ id, name }) => [id, name] as const),
        ],
      })}
      ${selectField({ name: 'locale', label: t('person.mailLocale'), options: localeOptions() })}
      ${roleFields(this.choice, reachable, (choice) => (this.choice = choice), { noRole: t('role.noneYet'), hint: t('role.noneHelp') })}
      ${
        this.sendsMail && this.hasEmail
          ? tick({ name: 'sendMail', label: t('invite.sendMail'), isOn: true })
          : nothing
      }
    </form>`
  }

  #begin(event: Event): void {
    if (event.target !== this.querySelector('wa-dialog')) return
    this.choice = NO_ROLE
    this.hasEmail = false
    this.querySelector('form')?.reset()
    void this.trying.read(async () => {
      const [{ offers }, { organisations }, profiles] = await Promise.all([
        readAccount(),
        listOrganisations(),
        listAllProfiles(),
      ])
      this.sendsMail = offers.mail
      this.reachable = { organisations, profiles }
      // The dialog had nothing to lead to when it opened, so autofocus came too early.
      await this.updateComplete
      this.querySelector<HTMLElement>('[name="name"]')?.focus()
    })
  }

  readonly #look = () => (this.hasEmail = formText(this.querySelector('form'), 'email') !== '')

  async #invite(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const text = (name: string) => formText(event.target, name)
    const sendMail = text('sendMail') === 'on'
    await this.act(async () => {
      const { id } = await invitePerson({
        name: text('name'),
        email: text('email') || null,
        organisationId: text('organisation') || null,
        locale: text('locale') === 'en' ? 'en' : 'sv',
        ...chosenRole(this.choice),
        sendMail,
      })
      // The person is registered, come what may: without the link their page offers to make one.
      const link = sendMail ? null : await handOverLink(id).catch(() => null)
      welcome.of(id, sendMail ? 'mailed' : link)
      goTo({ page: 'person', personId: id })
    })
  }
}
