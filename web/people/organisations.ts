import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ListedOrganisation, ProfileSummary } from '../../schemas/types.ts'
import {
  createOrganisation,
  handProfile,
  listAllProfiles,
  listOrganisations,
  removeOrganisation,
  renameOrganisation,
} from '../api/people.ts'
import { plural, t } from '../i18n/people.ts'
import { formText } from '../ui/form-text.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'
import { field } from './fields.ts'

/** The organisations, and which profiles belong to which. */
@customElement('pv-organisations')
export class Organisations extends ActingElement {
  @state() private organisations: readonly ListedOrganisation[] | null = null
  @state() private profiles: readonly ProfileSummary[] = []
  @state() private renaming: ListedOrganisation | null = null
  @state() private removing: ListedOrganisation | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    void this.trying.read(() => this.#read())
  }

  async #read(): Promise<void> {
    const [{ organisations }, profiles] = await Promise.all([listOrganisations(), listAllProfiles()])
    this.organisations = organisations
    this.profiles = profiles
  }

  override render(): TemplateResult {
    const { organisations } = this
    return html`<h1 class="title">${t('administration.parts.organisations')}</h1>
      <p class="lead">${t('organisations.help')}</p>
      ${this.outcome()}
      ${organisations === null ? (this.trying.trouble ? nothing : html`<pv-loading></pv-loading>`) : this.#parts(organisations)}
      ${this.#renameDialog(this.renaming)}
      ${askTwice({
        open: this.removing !== null,
        label: t('organisations.removeTitle', { name: this.removing?.name ?? '' }),
        content: html`<p>${t('organisations.removeHelp')}</p>`,
        go: t('organisations.removeGo'),
        onGo: () => void this.#remove(this.removing),
        onClose: () => (this.removing = null),
      })}`
  }

  #parts(organisations: readonly ListedOrganisation[]): TemplateResult {
    return html`<div class="parts">
      <section class="part">
        <h2>${t('organisations.all')}</h2>
        ${organisations.length === 0 ? html`<p>${t('organisations.none')}</p>` : this.#table(organisations)}
        <form class="fields" @submit=${this.#add}>
          ${field({ name: 'organisation', label: t('organisations.new'), maxlength: 200 })}
          <p class="buttons">
            <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
              >${t('organisations.add')}</wa-button
            >
          </p>
        </form>
      </section>
      <section class="part">
        <h2>${t('organisations.profiles')}</h2>
        <p>${t('organisations.profilesHelp')}</p>
        ${this.profiles.length === 0 ? html`<p>${t('organisations.noProfiles')}</p>` : this.#profiles(organisations)}
      </section>
    </div>`
  }

  #table(organisations: readonly ListedOrganisation[]): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('organisations.name')}</th>
          <th scope="col">${t('administration.parts.people')}</th>
          <th scope="col">${t('organisations.profileCount')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${organisations.map(
          (organisation) =>
            html`<tr>
              <th scope="row">${organisation.name}</th>
              <td>${plural('organisations.people', organisation.people)}</td>
              <td>${plural('organisations.profilesOf', organisation.profiles)}</td>
              <td class="act">
                <button class="plain" @click=${() => (this.renaming = organisation)}>
                  ${t('organisations.rename')}<span class="sr"> ${organisation.name}</span>
                </button>
                <button class="plain" @click=${() => (this.removing = organisation)}>
                  ${t('ask.remove')}<span class="sr"> ${organisation.name}</span>
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  #profiles(organisations: readonly ListedOrganisation[]): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('organisations.profile')}</th>
          <th scope="col">${t('organisations.belongsTo')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.profiles.map(
          (profile) =>
            html`<tr>
              <th scope="row">${profile.title}</th>
              <td data-label=${t('organisations.belongsTo')}>
                <select
                  aria-label=${t('organisations.belongsToOf', { title: profile.title })}
                  @change=${({ target }: Event) => this.#hand(profile, target as HTMLSelectElement)}
                >
                  <option value="" ?selected=${profile.organisationId === null}>
                    ${t('organisations.nobody')}
                  </option>
                  ${organisations.map(
                    ({ id, name }) =>
                      html`<option .value=${id} ?selected=${profile.organisationId === id}>${name}</option>`,
                  )}
                </select>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  #renameDialog(organisation: ListedOrganisation | null): TemplateResult {
    return html`<wa-dialog
      label=${t('organisations.renameTitle', { name: organisation?.name ?? '' })}
      ?open=${organisation !== null}
      @wa-after-hide=${() => (this.renaming = null)}
    >
      ${
        organisation
          ? html`<form id="rename" class="fields" @submit=${this.#rename}>
              ${field({
                name: 'name',
                label: t('organisations.name'),
                value: organisation.name,
                maxlength: 200,
                autofocus: true,
              })}
            </form>`
          : nothing
      }
      <wa-button slot="footer" variant="brand" type="submit" form="rename">${t('save.go')}</wa-button>
    </wa-dialog>`
  }

  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const name = formText(form, 'organisation')
    if (this.#isTaken(name, form)) return
    await this.act(
      async () => {
        await createOrganisation(name)
        form.reset()
        await this.#read()
      },
      t('organisations.added', { name }),
    )
  }

  /** Two organisations of one name could not be told apart in any list: it is said at the field. */
  #isTaken(name: string, form: HTMLFormElement, butId?: string): boolean {
    const key = name.trim().toLocaleLowerCase('sv')
    const namesake = this.organisations?.find(
      (each) => each.id !== butId && each.name.toLocaleLowerCase('sv') === key,
    )
    const input = form.querySelector<HTMLInputElement>('input[name]')
    if (!namesake || !input) return false
    input.setCustomValidity(t('organisations.taken', { name: namesake.name }))
    input.reportValidity()
    input.addEventListener('input', () => input.setCustomValidity(''), { once: true })
    return true
  }

  async #rename(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id } = this.renaming ?? {}
    const name = formText(event.target, 'name')
    if (this.#isTaken(name, event.target as HTMLFormElement, id)) return
    this.renaming = null
    if (id === undefined) return
    await this.act(async () => {
      await renameOrganisation(id, name)
      await this.#read()
    }, t('save.done'))
  }

  async #remove(organisation: ListedOrganisation | null): Promise<void> {
    this.removing = null
    if (!organisation) return
    const isDone = await this.act(
      async () => {
        await removeOrganisation(organisation.id)
        await this.#read()
      },
      t('organisations.removed', { name: organisation.name }),
    )
    if (isDone) await this.focusHeading()
  }

  async #hand({ slug, title, organisationId }: ProfileSummary, select: HTMLSelectElement): Promise<void> {
    const isDone = await this.act(
      async () => {
        await handProfile(slug, select.value || null)
        await this.#read()
      },
      t('organisations.handed', { title }),
    )
    if (!isDone) select.value = organisationId ?? ''
  }
}
