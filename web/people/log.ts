import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LogPage, NamedLogEntry, ProfileSummary, RegisteredPerson } from '../../schemas/types.ts'
import { searchLog, type LogQuery } from '../api/installation.ts'
import { listAllProfiles, listOrganisations, listPeople } from '../api/people.ts'
import { t, plural } from '../i18n/people.ts'
import { formText } from '../ui/form-text.ts'
import { ActingElement } from './acting-element.ts'
import { eventInWords, nameOr, type Names } from './event-in-words.ts'
import { field, selectField, SENT_BY_ENTER } from './fields.ts'
import { pager } from './pager.ts'
import { asHeading } from './role-in-words.ts'
import { dayAndTime } from './when.ts'

const DAY = 24 * 60 * 60_000
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The log, latest first: who did what, to whom, with which profile. */
@customElement('pv-log')
export class Log extends ActingElement {
  @state() private people: readonly RegisteredPerson[] = []
  @state() private profiles: readonly ProfileSummary[] = []
  @state() private found: LogPage | null = null
  @state() private personId = ''
  #query: LogQuery = {}
  #names: Names = new Map()

  override connectedCallback(): void {
    super.connectedCallback()
    void this.trying.read(async () => {
      const [{ people }, profiles, { organisations }] = await Promise.all([
        listPeople(),
        listAllProfiles(),
        listOrganisations(),
      ])
      this.#names = new Map([
        ...organisations.map(({ id, name }) => [id, name] as const),
        ...profiles.map(({ id, title }) => [id, title] as const),
      ])
      this.people = people
      this.profiles = profiles
      this.found = await searchLog(this.#query, 1)
    })
  }

  override render(): TemplateResult {
    const { found } = this
    return html`<div class="start-head">
        <h1 class="title">${t('administration.parts.log')}</h1>
        <a href="/api/v1/log/file" download>${t('log.file')}</a>
      </div>
      <p class="lead">${t('log.help')}</p>
      ${this.#search()} ${this.trying.shown()}
      ${found === null ? (this.trying.trouble ? nothing : html`<pv-loading></pv-loading>`) : this.#entries(found)}`
  }

  #search(): TemplateResult {
    return html`<form class="log-search" role="search" aria-label=${t('log.search')} @submit=${this.#submit}>
      ${SENT_BY_ENTER}
      ${selectField({
        name: 'person',
        label: t('log.person'),
        options: [
          ['', t('log.everybody')],
          ...this.people.map(({ id, name }) => [id, name] as const),
          ['erased', t('log.otherPerson')],
        ],
        value: this.personId,
        onChange: (value) => (this.personId = value),
      })}
      ${
        this.personId === 'erased'
          ? field({
              name: 'pseudonym',
              label: t('log.pseudonym'),
              hint: t('log.pseudonymHelp'),
              pattern: UUID,
            })
          : nothing
      }
      ${selectField({
        name: 'profile',
        label: t('log.profile'),
        options: [
          ['', t('log.allProfiles')],
          ...this.profiles.map(({ slug, title }) => [slug, title] as const),
        ],
      })}
      ${field({ name: 'from', label: t('log.from'), type: 'date', isOptional: true })}
      ${field({ name: 'to', label: t('log.to'), type: 'date', isOptional: true })}
      <p class="buttons"><wa-button type="submit" appearance="outlined">${t('log.go')}</wa-button></p>
      ${
        this.personId !== '' && this.personId !== 'erased'
          ? html`<p class="quiet pseudonym">${t('log.pseudonymIs')} <code>${this.personId}</code></p>`
          : nothing
      }
    </form>`
  }

  #entries(found: LogPage): TemplateResult {
    return html`<p class="quiet" role="status">${plural('log.count', found.total)}</p>
      ${
        found.entries.length === 0
          ? html`<p class="empty">${t('log.none')}</p>`
          : html`<table class="rows log">
                <thead>
                  <tr>
                    <th scope="col">${t('log.number')}</th>
                    <th scope="col">${t('log.when')}</th>
                    <th scope="col">${t('log.what')}</th>
                    <th scope="col">${t('log.profile')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${found.entries.map((entry) => this.#row(entry))}
                </tbody>
              </table>
              ${pager(found, (page) => void this.trying.read(() => this.#read(page)))}`
      }`
  }

  #row(named: NamedLogEntry): TemplateResult {
    const { entry, actorName, profileSlug } = named
    const profile = this.profiles.find(({ slug }) => slug === profileSlug)
    return html`<tr>
      <th scope="row" class="num">${entry.seq}</th>
      <td class="num">${dayAndTime(entry.at)}</td>
      <td>
        <b
          >${entry.actor === null ? t('log.program') : (actorName ?? asHeading(nameOr(null, entry.actor)))}</b
        >
        ${eventInWords(named, this.#names)}
      </td>
      <td>
        ${profileSlug === null ? html`<span class="quiet">–</span>` : html`<a href="/profiler/${profileSlug}">${profile?.title ?? profileSlug}</a>`}
      </td>
    </tr>`
  }

  async #read(page: number): Promise<void> {
    this.found = await searchLog(this.#query, page)
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    const text = (name: string) => formText(event.target, name)
    const person = text('person') === 'erased' ? text('pseudonym') : text('person')
    const profile = text('profile')
    this.#query = {
      ...(person && { person }),
      ...(profile && { profile }),
      ...(text('from') && { from: beginningOf(text('from'), 0) }),
      ...(text('to') && { before: beginningOf(text('to'), 1) }),
    }
    void this.trying.read(() => this.#read(1))
  }
}

/** When a day begins here, or the one after; summer time makes some days longer than others. */
function beginningOf(day: string, after: 0 | 1): string {
  const begins = new Date(`${day}T00:00`)
  if (after === 0) return begins.toISOString()
  const next = new Date(begins.getTime() + 1.5 * DAY)
  next.setHours(0, 0, 0, 0)
  return next.toISOString()
}
