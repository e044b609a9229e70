import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Account, OutboxMail, OutboxPage } from '../../schemas/types.ts'
import type { MailProblem } from '../../server/domain/people/mail-attempts.ts'
import { readAccount } from '../api/account.ts'
import { readOutbox, readStatus, resendMail, sendTestMail } from '../api/installation.ts'
import { t } from '../i18n/people.ts'
import { addressOf } from '../router.ts'
import { icon, type IconName } from '../ui/icon.ts'
import { ActingElement } from './acting-element.ts'
import { pager } from './pager.ts'
import { dayAndTime } from './when.ts'

const SIGNS: Record<OutboxMail['status'], readonly [IconName, tone: string]> = {
  waiting: ['circle-dashed', ''],
  sending: ['send', ''],
  sent: ['check', 'ok'],
  failed: ['triangle-alert', 'bad'],
  uncertain: ['triangle-alert', 'wait'],
}

/** The mail outbox: what has gone, what waits, and what never came away. */
@customElement('pv-mail')
export class Mail extends ActingElement {
  @state() private sendsMail = true
  @state() private me: Account['person'] | null = null
  @state() private outbox: OutboxPage | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    void this.trying.read(async () => {
      const [status, account] = await Promise.all([readStatus(), readAccount()])
      this.sendsMail = status.mail !== null
      this.me = account.person
      await this.#read(1)
    })
  }

  async #read(page = this.outbox?.page ?? 1): Promise<void> {
    this.outbox = await readOutbox(page)
  }

  override render(): TemplateResult {
    const { outbox, sendsMail } = this
    return html`<h1 class="title">${t('administration.parts.mail')}</h1>
      ${sendsMail ? this.#test() : this.#howTo()} ${this.outcome()}
      ${outbox === null ? (this.trying.trouble ? nothing : html`<pv-loading></pv-loading>`) : this.#mails(outbox)}`
  }

  #test(): TemplateResult {
    const { me } = this
    if (me?.email === null) {
      return html`<p class="lead">${t('mail.help')}</p>
        <p>
          ${t('mail.noAddress')}
          <a href=${addressOf({ page: 'person', personId: me.id })}>${t('mail.addAddress')}</a>
        </p>`
    }
    return html`<p class="lead">${t('mail.help')}</p>
      <p class="buttons">
        <wa-button appearance="outlined" ?loading=${this.busy} @click=${this.#sendTest}
          >${t('mail.test')}</wa-button
        >
      </p>`
  }

  #howTo(): TemplateResult {
    return html`<section class="notice">
      <h2>${t('mail.off')}</h2>
      <p>${t('mail.offHelp')}</p>
      <p>${t('mail.set')}</p>
      <ul>
        <li><code>SMTP_URL</code> ${t('mail.setUrl')} <code>smtp://namn:losen@post.exempel.se:587</code></li>
        <li><code>MAIL_FROM</code> ${t('mail.setFrom')} <code>profilverkstad@exempel.se</code></li>
      </ul>
      <p>${t('mail.setAfter')}</p>
    </section>`
  }

  #mails(outbox: OutboxPage): TemplateResult {
    if (outbox.total === 0) return html`<p class="empty">${t('mail.none')}</p>`
    return html`<table class="rows">
        <thead>
          <tr>
            <th scope="col">${t('mail.to')}</th>
            <th scope="col">${t('mail.kind')}</th>
            <th scope="col">${t('mail.at')}</th>
            <th scope="col">${t('mail.status')}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${outbox.mails.map((mail) => this.#row(mail))}
        </tbody>
      </table>
      ${pager(outbox, (page) => void this.trying.read(() => this.#read(page)))}`
  }

  #row(mail: OutboxMail): TemplateResult {
    const { to, kind, createdAt, status } = mail
    const again = status === 'failed' || status === 'uncertain'
    return html`<tr>
      <th scope="row">
        <a href=${addressOf({ page: 'person', personId: to.id })}>${to.name || t('log.erased')}</a>
      </th>
      <td data-label=${t('mail.kind')}>${t(`mail.kinds.${kind}`)}</td>
      <td data-label=${t('mail.at')}>${dayAndTime(createdAt)}</td>
      <td data-label=${t('mail.status')}>${statusInWords(mail)}</td>
      <td class="act">
        ${
          again && this.sendsMail
            ? html`<button class="plain" @click=${() => void this.#again(mail)}>
                ${t('mail.again')}<span class="sr"> ${t(`mail.kinds.${kind}`)}, ${to.name}</span>
              </button>`
            : nothing
        }
      </td>
    </tr>`
  }

  async #sendTest(): Promise<void> {
    await this.act(async () => {
      await sendTestMail()
      await this.#read(1)
    }, t('mail.tested'))
  }

  async #again({ id }: OutboxMail): Promise<void> {
    await this.act(async () => {
      await resendMail(id)
      await this.#read(1)
    }, t('mail.resent'))
  }
}

/** How it has gone, when it is tried again, and why it has not gone: the problem in words. */
function statusInWords({ status, nextAttemptAt, sentAt, problem, attempts }: OutboxMail): TemplateResult {
  const [sign, tone] = SIGNS[status]
  const at = sentAt ?? nextAttemptAt
  const words = t(`mail.statuses.${status}`)
  return html`<span class="state ${tone}">${icon(sign)}<span>${words}</span></span>
    ${status === 'sent' && at ? html`<span class="quiet below">${dayAndTime(at)}</span>` : nothing}
    ${
      status === 'waiting' && at && attempts > 0
        ? html`<span class="quiet below">${t('mail.next', { time: dayAndTime(at) })}</span>`
        : nothing
    }
    ${problem === null ? nothing : html`<span class="below">${problemInWords(problem)}</span>`}`
}

function problemInWords(problem: string): string {
  return PROBLEMS.has(problem) ? t(`mail.problems.${problem as MailProblem}`) : problem
}

const PROBLEMS: ReadonlySet<string> = new Set<MailProblem>([
  'no-address',
  'moot',
  'not-written',
  'unreachable',
  'not-secure',
  'sign-in-refused',
  'refused-for-now',
  'sender-refused',
  'recipient-refused',
  'message-refused',
  'no-answer',
])
