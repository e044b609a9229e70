import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { HandedLink, RegisteredPerson, Session } from '../../schemas/types.ts'
import { readAccount } from '../api/account.ts'
import { listAllProfiles, listOrganisations, readPerson } from '../api/people.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'
import { ActingElement } from './acting-element.ts'
import type { Reachable } from './scope-field.ts'
import { welcome } from './welcome.ts'
import { dayOr } from './when.ts'

/** One person: who they are, what they may, how they come in, and how they leave. */
@customElement('pv-person')
export class Person extends ActingElement {
  @property({ attribute: false }) declare viewer: Session
  @property() personId = ''
  @state() private person: RegisteredPerson | null = null
  @state() private reachable: Reachable = { organisations: [], profiles: [] }
  @state() private sendsMail = false
  @state() private isErased = false
  @state() private link: HandedLink | null = null
  @state() private isMailed = false

  override connectedCallback(): void {
    super.connectedCallback()
    const how = welcome.take(this.personId)
    this.isMailed = how === 'mailed'
    this.link = how === 'mailed' ? null : how
    void this.trying.read(async () => {
      const [person, { offers }, { organisations }, profiles] = await Promise.all([
        readPerson(this.personId),
        readAccount(),
        listOrganisations(),
        listAllProfiles(),
      ])
      this.sendsMail = offers.mail
      this.reachable = { organisations, profiles }
      this.person = person
    })
  }

  override render(): TemplateResult {
    const { person, isErased } = this
    return html`<p class="back">
        <a href=${addressOf({ page: 'administration', part: 'people' })}
          >${icon('arrow-left')}${t('person.back')}</a
        >
      </p>
      <h1 class="title">${isErased ? t('erase.done') : (person?.name ?? t('person.one'))}</h1>
      ${isErased ? html`<p class="lead">${t('erase.doneHelp')}</p>` : nothing} ${this.trying.shown()}
      ${person && !isErased ? this.#parts(person) : person || this.trying.trouble ? nothing : html`<pv-loading></pv-loading>`}`
  }

  #parts(person: RegisteredPerson): TemplateResult {
    const { createdAt, lastSignedInAt, name } = person
    return html`<p class="quiet">
        ${t('person.since', { created: dayOr(createdAt, ''), last: dayOr(lastSignedInAt, t('people.never')) })}
      </p>
      <div aria-live="polite">
        ${
          this.isMailed
            ? html`<p class="notice">
                ${icon('mail')} ${t('invite.onItsWay', { name, email: person.email ?? '' })}
              </p>`
            : nothing
        }
        ${this.link ? html`<pv-handed-link .link=${this.link} .name=${name}></pv-handed-link>` : nothing}
      </div>
      <div
        class="parts"
        @person-changed=${this.#changed}
        @link-handed=${({ detail }: CustomEvent<HandedLink>) => (this.link = detail)}
        @person-erased=${this.#erased}
      >
        <pv-person-facts .person=${person} .organisations=${this.reachable.organisations}></pv-person-facts>
        <pv-person-roles .person=${person} .reachable=${this.reachable}></pv-person-roles>
        <pv-person-access .person=${person} .sendsMail=${this.sendsMail}></pv-person-access>
        <pv-person-erasing
          .person=${person}
          .isMe=${person.id === this.viewer.person?.id}
        ></pv-person-erasing>
      </div>`
  }

  readonly #changed = ({ detail }: CustomEvent<RegisteredPerson>) => {
    this.person = detail
    if (detail.id === this.viewer.person?.id) fire(this, 'session-changed', undefined)
  }

  /** Whoever erases themself is nobody here from now on. */
  #erased(): void {
    if (this.personId === this.viewer.person?.id) return location.assign('/')
    this.isErased = true
    void this.updateComplete.then(() => {
      const heading = this.querySelector('h1')
      heading?.setAttribute('tabindex', '-1')
      heading?.focus()
    })
  }
}
