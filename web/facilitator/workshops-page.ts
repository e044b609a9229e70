import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ProfileSummary, Session, Workshop } from '../../schemas/types.ts'
import { readProfile } from '../api/profiles.ts'
import { listWorkshops } from '../api/workshops.ts'
import { formatDay } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'
import { addressOf } from '../router.ts'
import { Trying } from '../trying.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { bar } from './bar.ts'

/** The workshops of a profile, latest first. */
@customElement('pv-workshops-page')
export class WorkshopsPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @state() private profile: ProfileSummary | null = null
  @state() private workshops: readonly Workshop[] | null = null
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t('list.heading'), this.viewer)
    void this.#trying.read(async () => {
      const [profile, { items }] = await Promise.all([readProfile(this.slug), listWorkshops(this.slug)])
      this.profile = profile
      this.workshops = items
    })
  }

  override render(): TemplateResult {
    const { slug, profile, workshops } = this
    const mayPlan = profile?.draft && profile.abilities.leadWorkshops
    return html`
      ${bar({ slug, profileTitle: profile?.title ?? '', here: t('list.heading') })}
      <main class="start workshops" id="main">
        <div class="start-head">
          <h1 class="title">${t('list.heading')}</h1>
          ${
            mayPlan
              ? html`<wa-button
                  variant="brand"
                  href=${addressOf({ page: 'planning', slug, workshopId: null })}
                  >${t('list.plan')}</wa-button
                >`
              : nothing
          }
        </div>
        ${this.#trying.shown()}
        ${
          workshops === null
            ? this.#trying.trouble
              ? nothing
              : html`<pv-loading></pv-loading>`
            : workshops.length === 0
              ? html`<p class="empty">${t('list.empty')}</p>`
              : this.#table(workshops)
        }
        ${workshops !== null && !mayPlan ? html`<p class="quiet">${t('list.needsDraft')}</p>` : nothing}
      </main>
    `
  }

  #table(workshops: readonly Workshop[]): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('list.name')}</th>
          <th scope="col">${t('list.date')}</th>
          <th scope="col">${t('list.status')}</th>
          <th scope="col">${t('list.groups')}</th>
          <th scope="col">${t('list.come')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${workshops.map((workshop) => this.#row(workshop))}
      </tbody>
    </table>`
  }

  #row({ id: workshopId, name, date, status, isRehearsal, groups }: Workshop): TemplateResult {
    const { slug } = this
    const taken = groups.reduce((sum, group) => sum + group.taken, 0)
    const seats = groups.reduce((sum, group) => sum + group.seats, 0)
    const to = (page: 'workshop' | 'planning' | 'compile', words: string) =>
      html`<a class="plain" href=${addressOf({ page, slug, workshopId })}
        >${words}<span class="sr"> ${name}</span></a
      >`
    return html`<tr>
      <th scope="row">
        <a href=${addressOf({ page: 'workshop', slug, workshopId })}>${name}</a>
        ${isRehearsal ? html`<span class="stamp">${t('list.rehearsal')}</span>` : nothing}
      </th>
      <td data-label=${t('list.date')}>${formatDay(new Date(`${date}T12:00`))}</td>
      <td data-label=${t('list.status')}>${t(`status.${status}`)}</td>
      <td data-label=${t('list.groups')} class="num">${groups.length}</td>
      <td data-label=${t('list.come')} class="num">${plural('list.taken', taken, { seats })}</td>
      <td class="act">
        ${status === 'open' ? html`${to('planning', t('list.change'))}` : to('compile', t('more.compile'))}
      </td>
    </tr>`
  }
}
