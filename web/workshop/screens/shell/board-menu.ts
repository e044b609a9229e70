import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Seat } from '../../../../schemas/types.ts'
import { leaveSeat } from '../../../api/seats.ts'
import { plural, t } from '../../../i18n/board.ts'
import { formatTime } from '../../../i18n/locale.ts'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import type { BoardView } from '../../board/board-session.ts'
import { forgetHalfCard } from '../collect/half-card.ts'
import type { Desk } from '../desk.ts'
import { anonymityInWords } from '../join/anonymity-in-words.ts'
import { joinTroubleIn, type JoinTrouble } from '../join/join-trouble.ts'
import { languageSwitch } from '../language-switch.ts'
import { hasSingleKeys, setSingleKeys } from '../single-keys.ts'
import { forgetWordRead } from './device-words.ts'
import { peopleList } from './foot.ts'

const KEYS = ['lay', 'choose', 'put', 'new', 'undo', 'keys'] as const

/** What is not needed all the time: who is here, one's word, what is shown of whom, the keys, and the way out. */
@customElement('pv-board-menu')
export class BoardMenu extends LightElement {
  @property({ attribute: false }) view!: BoardView
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) seat!: Seat
  /** Lets go of the board, and has the device forget it. */
  @property({ attribute: false }) leave!: () => Promise<void>
  /** What is in it is drawn when it is open: the board changes often. */
  @state() private isOpen = false
  @state() private isLeaving = false
  @state() private trouble: JoinTrouble | null = null
  @query('dialog') private dialog!: HTMLDialogElement

  async open(): Promise<void> {
    this.isLeaving = false
    this.trouble = null
    this.isOpen = true
    await this.updateComplete
    this.dialog.showModal()
  }

  override render(): TemplateResult {
    return html`<dialog
      class="menu"
      aria-labelledby="menu-title"
      @close=${() => (this.isOpen = false)}
      @click=${(event: MouseEvent) => event.target === this.dialog && this.dialog.close()}
    >
      ${this.isOpen ? this.#content() : nothing}
    </dialog>`
  }

  #content(): TemplateResult {
    const { view, desk, seat } = this
    const { workshop } = view
    const { message } = workshop.conduct
    return html`<header>
        <h2 id="menu-title">${workshop.profileTitle || t('app.name')}</h2>
        <button class="btn icon bare" aria-label=${t('app.close')} @click=${() => this.dialog.close()}>
          ${icon('x')}
        </button>
      </header>
      <p class="quiet">${workshop.name}</p>
      ${part(t('people.group'), peopleList(view, desk))}
      ${seat.seatId === '' ? nothing : part(t('menu.word'), this.#word())}
      ${
        message
          ? part(t('message.last', { time: formatTime(new Date(message.at)) }), html`<p>${message.text}</p>`)
          : nothing
      }
      ${part(
        t('menu.shown'),
        html`<ul class="sentences">
          ${anonymityInWords(workshop.anonymity).map((sentence) => html`<li>${sentence}</li>`)}
        </ul>`,
      )}
      ${part(t('keys.title'), this.#keys())}
      ${seat.seatId === '' ? nothing : part(t('leave.title'), this.#leaving())}
      <p>${languageSwitch()}</p>`
  }

  #word(): TemplateResult {
    const { word } = this.seat
    return word === null
      ? html`<p>${t('word.unknown')}</p>`
      : html`<p><b class="wording">${word}</b></p>
          <p class="quiet">${t('word.use')}</p>`
  }

  #keys(): TemplateResult {
    return html`<dl class="key-list">
        ${KEYS.map(
          (key) =>
            html`<div>
              <dt><kbd>${t(`keys.${key}.key`)}</kbd></dt>
              <dd>${t(`keys.${key}.does`)}</dd>
            </div>`,
        )}
      </dl>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${hasSingleKeys()}
          @change=${(event: Event) => setSingleKeys((event.target as HTMLInputElement).checked)}
        />${t('keys.single')}</label
      >`
  }

  #leaving(): TemplateResult {
    const { waiting } = this.view
    if (!this.isLeaving)
      return html`<p class="quiet">${t('leave.help')}</p>
        <button class="btn" @click=${() => (this.isLeaving = true)}>${t('leave.do')}</button>`
    return html`<div role="alert">
      ${this.trouble ? html`<p class="field-error">${this.trouble.detail}</p>` : nothing}
      <p>${waiting > 0 ? plural('leave.waiting', waiting) : t('leave.sure')}</p>
      <p class="buttons">
        ${
          waiting > 0
            ? nothing
            : html`<button class="btn" @click=${() => void this.#leave()}>${t('leave.yes')}</button>`
        }
        <button class="btn" @click=${() => (this.isLeaving = false)}>${t('leave.no')}</button>
      </p>
    </div>`
  }

  async #leave(): Promise<void> {
    try {
      await leaveSeat()
    } catch (error) {
      this.trouble = joinTroubleIn(error)
      return
    }
    await this.leave()
    forgetHalfCard(this.seat.seatId)
    forgetWordRead(this.seat.seatId)
    location.assign('/med')
  }
}

function part(heading: string, content: TemplateResult): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    ${content}
  </section>`
}
