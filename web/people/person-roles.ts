import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GrantedRole, RegisteredPerson } from '../../schemas/types.ts'
import { grantRole, withdrawRole } from '../api/people.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'
import { asHeading, roleInWords } from './role-in-words.ts'
import { chosenRole, NO_ROLE, roleFields, type Reachable } from './scope-field.ts'
import { dayOr } from './when.ts'

/** What a person has been given, to give more and to take away. */
@customElement('pv-person-roles')
export class PersonRoles extends ActingElement {
  @property({ attribute: false }) declare person: RegisteredPerson
  @property({ attribute: false }) reachable: Reachable = { organisations: [], profiles: [] }
  @state() private choice = NO_ROLE
  @state() private taking: GrantedRole | null = null

  override render(): TemplateResult {
    const { roles } = this.person
    return html`<section class="part">
      <h2>${t('person.roles')}</h2>
      ${roles.length === 0 ? html`<p>${t('roles.none')}</p>` : this.#table(roles)} ${this.outcome()}
      <form class="fields" @submit=${this.#give}>
        ${roleFields(this.choice, this.reachable, (choice) => (this.choice = choice), { noRole: t('role.choose') })}
        ${
          this.choice.role === ''
            ? nothing
            : html`<p class="buttons">
                <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
                  >${t('roles.give')}</wa-button
                >
              </p>`
        }
      </form>
      ${this.#takeDialog(this.taking)}
    </section>`
  }

  #table(roles: readonly GrantedRole[]): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('role.label')}</th>
          <th scope="col">${t('roles.since')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${roles.map(
          (granted) =>
            html`<tr>
              <th scope="row">
                ${asHeading(roleInWords(granted))}<span class="quiet below"
                  >${t(`role.means.${granted.role}`)}</span
                >
              </th>
              <td data-label=${t('roles.since')}>${dayOr(granted.grantedAt, '')}</td>
              <td class="act">
                <button class="plain" @click=${() => (this.taking = granted)}>
                  ${t('roles.take')}<span class="sr"> ${roleInWords(granted)}</span>
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  #takeDialog(granted: GrantedRole | null): TemplateResult {
    const { name } = this.person
    return askTwice({
      open: granted !== null,
      label: t('roles.takeTitle', { name, role: granted ? roleInWords(granted) : '' }),
      content: html`<p>${t('roles.takeHelp', { name })}</p>`,
      go: t('roles.takeGo'),
      onGo: () => void this.#take(granted),
      onClose: () => (this.taking = null),
    })
  }

  async #give(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const chosen = chosenRole(this.choice)
    if (!chosen) return
    const isDone = await this.act(
      async () => fire(this, 'person-changed', await grantRole(this.person.id, chosen)),
      t('roles.given'),
    )
    if (isDone) this.choice = NO_ROLE
  }

  async #take(granted: GrantedRole | null): Promise<void> {
    this.taking = null
    if (!granted) return
    const isDone = await this.act(
      () => withdrawRole(this.person.id, granted.id),
      t('roles.taken', { name: this.person.name }),
    )
    if (!isDone) return
    const roles = this.person.roles.filter(({ id }) => id !== granted.id)
    fire(this, 'person-changed', { ...this.person, roles, openSessions: 0 })
    await this.focusHeading()
  }
}
