import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { InstallationStatus, JobReport } from '../../schemas/types.ts'
import { readStatus, runJob } from '../api/installation.ts'
import { formatNumber } from '../i18n/locale.ts'
import { t } from '../i18n/people.ts'
import { icon } from '../ui/icon.ts'
import { ActingElement } from './acting-element.ts'
import { amountOf, dayAndTime } from './when.ts'

const JOBS = ['backup', 'tidy', 'review-due'] as const
const PROBLEMS = ['full', 'read-only', 'unavailable'] as const

/** How the installation is: what it takes, what runs by itself, and the backups. */
@customElement('pv-status')
export class Status extends ActingElement {
  @state() private status: InstallationStatus | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    void this.trying.read(async () => (this.status = await readStatus()))
  }

  override render(): TemplateResult {
    const { status } = this
    return html`<h1 class="title">${t('administration.parts.status')}</h1>
      ${status ? this.#parts(status) : this.trying.trouble ? this.trying.shown() : html`<pv-loading></pv-loading>`}`
  }

  #parts({
    version,
    database,
    databaseBytes,
    freeBytes,
    logEntries,
    logHead,
    jobs,
    backups,
  }: InstallationStatus): TemplateResult {
    const facts: [string, string][] = [
      [t('status.version'), version],
      [t('status.database'), t(`status.databases.${database}`, { size: amountOf(databaseBytes) })],
      [t('status.free'), freeBytes === null ? t('status.freeUnknown') : amountOf(freeBytes)],
      [t('status.entries'), formatNumber(logEntries)],
    ]
    return html`<div class="parts">
      <section class="part">
        <h2>${t('status.heading')}</h2>
        <dl class="facts">
          ${facts.map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd class="num">${value}</dd>
              </div>`,
          )}
          <div>
            <dt>${t('status.head')}</dt>
            <dd>
              <code>${logHead.replace(/(.{4})(?=.)/gu, '$1 ')}</code>
              <span class="quiet below">${t('status.headHelp')}</span>
            </dd>
          </div>
        </dl>
      </section>
      <section class="part">
        <h2>${t('jobs.heading')}</h2>
        <p>${t('jobs.help')}</p>
        ${jobs.length === 0 ? html`<p class="quiet">${t('jobs.none')}</p>` : this.#jobs(jobs)}
      </section>
      <section class="part">
        <h2>${t('backups.heading')}</h2>
        <p>${t('backups.help')}</p>
        <p class="buttons">
          <wa-button appearance="outlined" ?loading=${this.busy} @click=${this.#backUp}
            >${t('backups.now')}</wa-button
          >
        </p>
        ${this.outcome()}
        ${backups.length === 0 ? html`<p class="quiet">${t('backups.none')}</p>` : this.#backups(backups)}
      </section>
    </div>`
  }

  #jobs(jobs: readonly JobReport[]): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('jobs.job')}</th>
          <th scope="col">${t('jobs.last')}</th>
          <th scope="col">${t('jobs.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        ${jobs.map((job) => {
          const known = JOBS.find((each) => each === job.name)
          return html`<tr>
            <th scope="row">${known ? t(`jobs.names.${known}`) : job.name}</th>
            <td data-label=${t('jobs.last')}>${dayAndTime(job.startedAt)}</td>
            <td data-label=${t('jobs.outcome')}>${outcomeOf(job)}</td>
          </tr>`
        })}
      </tbody>
    </table>`
  }

  #backups(backups: InstallationStatus['backups']): TemplateResult {
    return html`<table class="rows">
      <thead>
        <tr>
          <th scope="col">${t('backups.file')}</th>
          <th scope="col">${t('backups.at')}</th>
          <th scope="col">${t('backups.size')}</th>
        </tr>
      </thead>
      <tbody>
        ${backups.map(
          ({ file, at, bytes }) =>
            html`<tr>
              <th scope="row"><code>${file}</code></th>
              <td data-label=${t('backups.at')}>${dayAndTime(at)}</td>
              <td data-label=${t('backups.size')}>${amountOf(bytes)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
  }

  /** What came of it stands in the list, whether it went well or not. */
  async #backUp(): Promise<void> {
    await this.act(async () => {
      try {
        await runJob('backup')
      } finally {
        this.status = (await readStatus().catch(() => null)) ?? this.status
      }
    }, t('backups.done'))
  }
}

/** How a run went, with its sign: never by colour alone. */
function outcomeOf({ name, ok, endedAt, detail }: JobReport): TemplateResult {
  if (endedAt === null) return html`${t('jobs.running')}`
  if (!ok) {
    const problem = PROBLEMS.find((each) => each === detail.problem)
    return html`<span class="state bad"
      >${icon('triangle-alert')}<span
        >${problem ? t(`jobs.problems.${problem}`) : t('jobs.failed', { code: detail.problem ?? '' })}</span
      ></span
    >`
  }
  const counts = name === 'tidy' ? tidiedInWords(detail) : nothing
  return html`<span class="state ok">${icon('check')}<span>${t('jobs.went')} ${counts}</span></span>`
}

function tidiedInWords(detail: JobReport['detail']): string {
  const counts = { people: 0, mails: 0, secrets: 0, names: 0, ...detail }
  const isNothing = [counts.people, counts.mails, counts.secrets, counts.names].every((each) => each === 0)
  return isNothing ? t('jobs.nothingToTidy') : t('jobs.tidied', counts)
}
