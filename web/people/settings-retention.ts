import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ChangeSettings, Retention, RetentionPreview } from '../../schemas/types.ts'
import { previewTidying, runJob } from '../api/installation.ts'
import { plural, t } from '../i18n/people.ts'
import { formText } from '../ui/form-text.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'
import { field, SENT_BY_ENTER } from './fields.ts'
import { dayOr } from './when.ts'

const LONGEST = 3650

/** How long personal data is kept, what goes now by that, and the way to let it go at once. */
@customElement('pv-settings-retention')
export class SettingsRetention extends ActingElement {
  @property({ attribute: false }) declare retention: Retention
  @property({ attribute: false }) save: (fields: ChangeSettings) => Promise<void> = () => Promise.resolve()
  @state() private preview: RetentionPreview | null = null
  @state() private asking = false

  override render(): TemplateResult {
    const { mailDays, unansweredInvitationDays, inactivePersonDays } = this.retention
    const days = (name: keyof Retention, value: number | null, min: number) =>
      field({
        name,
        label: t(`retention.${name}`),
        hint: t(`retention.help.${name}`, { min }),
        type: 'number',
        value: value === null ? '' : String(value),
        isOptional: name !== 'mailDays',
        min,
        max: LONGEST,
      })
    return html`<section class="part">
      <h2>${t('retention.heading')}</h2>
      <p>${t('retention.intro')}</p>
      <form class="fields" @submit=${this.#submit}>
        ${SENT_BY_ENTER} ${days('mailDays', mailDays, 1)}
        ${days('unansweredInvitationDays', unansweredInvitationDays, 7)}
        ${days('inactivePersonDays', inactivePersonDays, 30)}
        <p class="buttons">
          <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
            >${t('save.go')}<span class="sr"> ${t('retention.heading')}</span></wa-button
          >
          <button class="plain" type="button" @click=${this.#look}>${t('retention.look')}</button>
        </p>
      </form>
      ${this.outcome()} ${this.preview ? this.#shown(this.preview) : nothing}
      ${askTwice({
        open: this.asking,
        label: t('retention.removeTitle'),
        content: html`<p>${t('retention.removeHelp')}</p>`,
        go: t('retention.removeGo'),
        onGo: () => void this.#tidy(),
        onClose: () => (this.asking = false),
      })}
    </section>`
  }

  #shown({ mails, secrets, names, people }: RetentionPreview): TemplateResult {
    const isNothing = mails + secrets + names + people.length === 0
    return html`<section class="notice" tabindex="-1">
      <h3><b>${t('retention.goesNow')}</b></h3>
      ${
        isNothing
          ? html`<p>${t('retention.nothing')}</p>`
          : html`<ul>
                <li>${plural('retention.mails', mails)}</li>
                <li>${plural('retention.secrets', secrets)}</li>
                <li>${plural('retention.names', names)}</li>
                <li>
                  ${plural('retention.people', people.length)}
                  ${
                    people.length > 0
                      ? html`<ul>
                          ${people.map(
                            ({ name, because, since }) =>
                              html`<li>
                                ${t(`retention.because.${because}`, { name, since: dayOr(since, '') })}
                              </li>`,
                          )}
                        </ul>`
                      : nothing
                  }
                </li>
              </ul>
              <p>
                <wa-button variant="danger" appearance="outlined" @click=${() => (this.asking = true)}
                  >${t('retention.remove')}</wa-button
                >
              </p>`
      }
    </section>`
  }

  async #look(): Promise<void> {
    await this.trying.read(async () => (this.preview = await previewTidying()))
    await this.updateComplete
    if (!this.trying.trouble) this.querySelector<HTMLElement>('.notice')?.focus()
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const days = (name: keyof Retention) => {
      const text = formText(event.target, name)
      return text === '' ? null : Number(text)
    }
    const retention = {
      mailDays: days('mailDays') ?? this.retention.mailDays,
      unansweredInvitationDays: days('unansweredInvitationDays'),
      inactivePersonDays: days('inactivePersonDays'),
    }
    // What goes now is another thing by other times.
    this.preview = null
    await this.act(() => this.save({ retention }), t('save.done'))
  }

  async #tidy(): Promise<void> {
    this.asking = false
    const isDone = await this.act(() => runJob('tidy'), t('retention.done'))
    if (!isDone) return
    this.preview = null
    await this.focusHeading()
  }
}
