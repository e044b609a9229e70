import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Session } from '../../schemas/types.ts'
import { t } from '../i18n/people.ts'
import { ADMINISTRATION_MENU, addressOf, type AdministrationPart } from '../router.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { bar } from './bar.ts'

/** What each part is for whom: the server's own predicate. */
const ASKS: Record<AdministrationPart, keyof Session['abilities']> = {
  people: 'managePeople',
  organisations: 'managePeople',
  settings: 'manageInstallation',
  status: 'manageInstallation',
  mail: 'manageInstallation',
  log: 'readLog',
}

/** The administration: a menu of what this person may see, and one part of it. */
@customElement('pv-administration-page')
export class AdministrationPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() shown: AdministrationPart = 'people'
  @property() personId = ''

  override render(): TemplateResult {
    const { viewer, shown: part, personId } = this
    const may = (each: AdministrationPart) => viewer.abilities[ASKS[each]]
    titlePage(t('administration.pageTitle', { part: t(`administration.parts.${part}`) }), viewer)
    if (!may(part)) return this.#notFor()
    return html`
      ${bar(viewer, 'administration')}
      <main class="start people administration" id="main">
        <nav aria-label=${t('administration.heading')}>
          <ul>
            ${ADMINISTRATION_MENU.filter(may).map(
              (each) =>
                html`<li>
                  <a
                    href=${addressOf({ page: 'administration', part: each })}
                    aria-current=${each !== part ? nothing : personId === '' ? 'page' : 'true'}
                    >${t(`administration.parts.${each}`)}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
        <div>${this.#part()}</div>
      </main>
    `
  }

  #part(): TemplateResult {
    const { viewer, shown: part, personId } = this
    if (personId !== '') {
      return html`${keyed(personId, html`<pv-person .viewer=${viewer} .personId=${personId}></pv-person>`)}`
    }
    switch (part) {
      case 'people':
        return html`<pv-people .viewer=${viewer}></pv-people>`
      case 'organisations':
        return html`<pv-organisations></pv-organisations>`
      case 'settings':
        return html`<pv-settings></pv-settings>`
      case 'status':
        return html`<pv-status></pv-status>`
      case 'mail':
        return html`<pv-mail></pv-mail>`
      case 'log':
        return html`<pv-log></pv-log>`
    }
  }

  #notFor(): TemplateResult {
    return html`${bar(this.viewer, 'administration')}
      <main class="alone" id="main">
        <h1 class="title">${t('administration.notFor')}</h1>
        <p class="lead">${t('administration.notForHelp')}</p>
        <p><a href=${addressOf({ page: 'account' })}>${t('administration.toAccount')}</a></p>
      </main>`
  }
}
