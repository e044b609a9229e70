import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { RegisteredOrganisation, RegisteredPerson } from '../../schemas/types.ts'
import { amendPerson } from '../api/people.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { formText } from '../ui/form-text.ts'
import { localeOptions } from './account-person.ts'
import { ActingElement } from './acting-element.ts'
import { field, selectField, SENT_BY_ENTER } from './fields.ts'

/** What is known about a person. */
@customElement('pv-person-facts')
export class PersonFacts extends ActingElement {
  @property({ attribute: false }) declare person: RegisteredPerson
  @property({ attribute: false }) organisations: readonly RegisteredOrganisation[] = []

  override render(): TemplateResult {
    const { name, email, organisation, locale } = this.person
    return html`<section class="part">
      <h2>${t('person.facts')}</h2>
      <form class="fields" @submit=${this.#save}>
        ${SENT_BY_ENTER} ${field({ name: 'name', label: t('person.name'), value: name, maxlength: 200 })}
        ${field({
          name: 'email',
          label: t('person.email'),
          value: email ?? '',
          hint: t('person.emailChange'),
          type: 'email',
          isOptional: true,
          maxlength: 320,
        })}
        ${selectField({
          name: 'organisation',
          label: t('person.organisation'),
          options: [
            ['', t('person.noOrganisation')],
            ...this.organisations.map((each) => [each.id, each.name] as const),
          ],
          value: organisation?.id ?? '',
        })}
        ${selectField({
          name: 'locale',
          label: t('person.mailLocale'),
          options: localeOptions(),
          value: locale,
        })}
        <p class="buttons">
          <wa-button type="submit" appearance="outlined" ?loading=${this.busy}>${t('save.go')}</wa-button>
        </p>
      </form>
      ${this.outcome()}
    </section>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const text = (name: string) => formText(event.target, name)
    await this.act(async () => {
      const { person } = this
      const [name, email, organisationId] = [
        text('name'),
        text('email') || null,
        text('organisation') || null,
      ]
      const locale = text('locale') === 'en' ? ('en' as const) : ('sv' as const)
      // The log tells which fields were changed.
      const fields = {
        ...(name !== person.name && { name }),
        ...(email !== person.email && { email }),
        ...(organisationId !== (person.organisation?.id ?? null) && { organisationId }),
        ...(locale !== person.locale && { locale }),
      }
      fire(this, 'person-changed', await amendPerson(this.person.id, fields))
    }, t('save.done'))
  }
}
