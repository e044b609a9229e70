import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Account, Session } from '../../schemas/types.ts'
import { amendAccount } from '../api/account.ts'
import { fire } from '../events.ts'
import { chooseLocale, locale } from '../i18n/locale.ts'
import { t } from '../i18n/people.ts'
import { addressOf } from '../router.ts'
import { formText } from '../ui/form-text.ts'
import { ActingElement } from './acting-element.ts'
import { field, selectField } from './fields.ts'
import { asHeading, roleInWords } from './role-in-words.ts'

const LOCALES = ['sv', 'en'] as const

/** The languages that there are, each called what its own readers call it. */
export function localeOptions(): [value: string, words: string][] {
  return LOCALES.map((each) => [each, t(`locale.${each}`)])
}

/** Name, address and language; and what one has been given. */
@customElement('pv-account-person')
export class AccountPerson extends ActingElement {
  @property({ attribute: false }) declare account: Account
  @property({ attribute: false }) declare viewer: Session

  override render(): TemplateResult {
    const { id, name, email, organisation, locale: mailLocale, roles } = this.account.person
    return html`<section class="part">
        <h2>${t('person.heading')}</h2>
        <form class="fields" @submit=${this.#save}>
          ${field({ name: 'name', label: t('person.name'), value: name, autocomplete: 'name', maxlength: 200 })}
          ${selectField({
            name: 'locale',
            label: t('person.mailLocale'),
            options: localeOptions(),
            value: mailLocale,
          })}
          <p class="buttons">
            <wa-button type="submit" appearance="outlined" ?loading=${this.busy}>${t('save.go')}</wa-button>
          </p>
        </form>
        ${this.outcome()}
        <dl class="facts">
          <div>
            <dt>${t('person.email')}</dt>
            <dd>
              ${email ?? t('person.noEmail')}
              ${
                this.viewer.abilities.managePeople
                  ? html`<a href=${addressOf({ page: 'person', personId: id })}>${t('person.emailOwn')}</a>`
                  : html`<span class="quiet">${t('person.emailHelp')}</span>`
              }
            </dd>
          </div>
          <div>
            <dt>${t('person.organisation')}</dt>
            <dd>${organisation?.name ?? t('person.noOrganisation')}</dd>
          </div>
          <div>
            <dt>${t('person.roles')}</dt>
            <dd>
              ${
                roles.length === 0
                  ? t('person.noRoles')
                  : html`<ul>
                      ${roles.map(
                        (granted) =>
                          html`<li>
                            ${asHeading(roleInWords(granted))}<span class="quiet below"
                              >${t(`role.means.${granted.role}`)}</span
                            >
                          </li>`,
                      )}
                    </ul>`
              }
            </dd>
          </div>
        </dl>
      </section>
      <section class="part">
        <h2>${t('pages.heading')}</h2>
        <form class="fields" @submit=${this.#switchLocale}>
          ${selectField({
            name: 'pages',
            label: t('pages.locale'),
            hint: t('pages.help'),
            options: localeOptions(),
            value: locale(),
          })}
          <p class="buttons">
            <wa-button type="submit" appearance="outlined">${t('pages.go')}</wa-button>
          </p>
        </form>
      </section>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { target } = event
    await this.act(async () => {
      const chosen = LOCALES.find((each) => each === formText(target, 'locale')) ?? 'sv'
      const { name, locale: former } = this.account.person
      const written = formText(target, 'name')
      // The log tells which fields were changed.
      const fields = {
        ...(written !== name && { name: written }),
        ...(chosen !== former && { locale: chosen }),
      }
      fire(this, 'account-changed', await amendAccount(fields))
      fire(this, 'session-changed', undefined)
    }, t('save.done'))
  }

  #switchLocale(event: SubmitEvent): void {
    event.preventDefault()
    chooseLocale(formText(event.target, 'pages') === 'en' ? 'en' : 'sv')
    location.reload()
  }
}
