import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RegisteredPerson, Session } from '../../schemas/types.ts'
import { listPeople } from '../api/people.ts'
import { t, plural } from '../i18n/people.ts'
import { addressOf } from '../router.ts'
import { ActingElement } from './acting-element.ts'
import { asHeading, roleInWords } from './role-in-words.ts'
import { dayOr } from './when.ts'

/** Everybody who is registered, found by what one types, and the way to invite another. */
@customElement('pv-people')
export class People extends ActingElement {
  @property({ attribute: false }) declare viewer: Session
  @state() private people: readonly RegisteredPerson[] | null = null
  @state() private sought = ''
  @state() private inviting = false

  override connectedCallback(): void {
    super.connectedCallback()
    void this.trying.read(async () => (this.people = (await listPeople()).people))
  }

  override render(): TemplateResult {
    const { people } = this
    return html`<div class="start-head">
        <h1 class="title">${t('administration.parts.people')}</h1>
        <wa-button variant="brand" @click=${() => (this.inviting = true)}>${t('invite.open')}</wa-button>
      </div>
      ${this.trying.shown()}
      ${people === null ? (this.trying.trouble ? nothing : html`<pv-loading></pv-loading>`) : this.#found(people)}
      <pv-invite-dialog
        ?open=${this.inviting}
        @wa-after-hide=${() => (this.inviting = false)}
      ></pv-invite-dialog>`
  }

  #found(people: readonly RegisteredPerson[]): TemplateResult {
    const found = people.filter((person) => matches(person, this.sought))
    return html`<label class="field search"
        ><span>${t('people.search')}</span
        ><input
          type="search"
          autocomplete="off"
          @input=${({ target }: Event) => (this.sought = (target as HTMLInputElement).value)}
      /></label>
      <p class="quiet" role="status">
        ${this.sought.trim() === '' ? plural('people.count', people.length) : plural('people.found', found.length)}
      </p>
      ${
        found.length === 0
          ? html`<p class="empty">${t('people.nobody', { sought: this.sought.trim() })}</p>`
          : html`<table class="rows">
              <thead>
                <tr>
                  <th scope="col">${t('person.name')}</th>
                  <th scope="col">${t('person.organisation')}</th>
                  <th scope="col">${t('person.roles')}</th>
                  <th scope="col">${t('people.lastHere')}</th>
                </tr>
              </thead>
              <tbody>
                ${found.map((person) => this.#row(person))}
              </tbody>
            </table>`
      }`
  }

  #row({ id, name, email, organisation, roles, lastSignedInAt }: RegisteredPerson): TemplateResult {
    return html`<tr>
      <th scope="row">
        <a href=${addressOf({ page: 'person', personId: id })}>${name}</a>
        ${email ? html`<span class="quiet below">${email}</span>` : nothing}
      </th>
      <td data-label=${t('person.organisation')}>
        ${organisation?.name ?? html`<span class="quiet">${t('person.noOrganisation')}</span>`}
      </td>
      <td data-label=${t('person.roles')}>
        ${
          roles.length === 0
            ? html`<span class="quiet">${t('people.noRole')}</span>`
            : html`<ul>
                ${roles.map((granted) => html`<li>${asHeading(roleInWords(granted))}</li>`)}
              </ul>`
        }
      </td>
      <td data-label=${t('people.lastHere')}>${dayOr(lastSignedInAt, t('people.never'))}</td>
    </tr>`
  }
}

/** Whether every word that is sought stands somewhere in what is known. */
function matches({ name, email, organisation, roles }: RegisteredPerson, sought: string): boolean {
  const known = [name, email ?? '', organisation?.name ?? '', ...roles.map(roleInWords)]
    .join(' ')
    .toLocaleLowerCase('sv')
  return sought
    .toLocaleLowerCase('sv')
    .split(/\s+/u)
    .every((word) => known.includes(word))
}
