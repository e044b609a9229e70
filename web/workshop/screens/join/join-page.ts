import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { JoinOffer, Seat } from '../../../../schemas/types.ts'
import { readCode, sayCode } from '../../../../server/domain/workshop/join-code.ts'
import { readOffer, readSeat, returnToSeat, takeSeat } from '../../../api/seats.ts'
import { t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { breakable, numberInWords, withCapital } from '../in-words.ts'
import { languageSwitch } from '../language-switch.ts'
import { anonymityInWords } from './anonymity-in-words.ts'
import { joinTroubleIn, type JoinTrouble } from './join-trouble.ts'

/** Those who come from another perspective than the listed ones. */
const OTHER = ''
type Fault = 'code' | 'name' | 'perspective' | 'word'

/**
 * The way into a group, without an account: code, name, perspective. Whoever has been here before comes in by a word.
 * Fires `seated` with the seat.
 */
@customElement('pv-join-page')
export class JoinPage extends LightElement {
  /** As it stood in the address; empty when it is to be written. */
  @property() code = ''
  @state() private offer: JoinOffer | null = null
  @state() private trouble: JoinTrouble | null = null
  @state() private perspective: string | null = null
  @state() private isReturning = false
  @state() private isBusy = false
  @state() private faults: readonly Fault[] = []
  #name = ''
  #word = ''
  #asked = ''
  #isFromAddress = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.#isFromAddress = this.code !== ''
    if (this.code !== '') void this.#lookUp(this.code)
  }

  protected override firstUpdated(): void {
    document.title = t('join.pageTitle')
    this.querySelector<HTMLElement>(this.code === '' ? '#code' : '#name')?.focus()
  }

  override render(): TemplateResult {
    return html`<div class="edge" aria-hidden="true"></div>
      <div class="join">
        <header class="site">
          <a class="brand" href="/">${icon('mark')}${t('app.name')}</a>${languageSwitch()}
        </header>
        <main>
          <h1 class="title">${t(this.isReturning ? 'join.back.title' : 'join.title')}</h1>
          <form novalidate @submit=${this.#enter}>
            ${this.#codeField()} ${this.isReturning ? this.#wordField() : this.#aboutYou()}
            ${this.#troubleShown()}
            <button class="btn go tall" ?disabled=${this.isBusy}>
              ${this.offer ? t('join.enter', { number: this.offer.groupNumber }) : t('join.enterAny')}
              ${icon('arrow-right')}
            </button>
          </form>
          ${this.#otherWay()}
        </main>
      </div>`
  }

  protected override updated(changed: PropertyValues): void {
    const [first] = this.faults
    if (!changed.has('faults') || first === undefined) return
    const field = first === 'perspective' ? '.persp input' : `#${first}`
    this.querySelector<HTMLElement>(field)?.focus()
  }

  #codeField(): TemplateResult {
    const isWrong = this.faults.includes('code') || this.trouble?.field === 'code'
    return html`<div class="f">
      <label for="code">${t('join.code')}</label>
      <input
        class="in join-code"
        id="code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="12"
        enterkeyhint="next"
        aria-describedby="found"
        aria-invalid=${isWrong}
        .value=${sayWritten(this.code)}
        @input=${this.#codeWritten}
      />
      <div id="found" role="status">
        ${
          this.offer
            ? html`<p class="found">${icon('check')}<span>${offerInWords(this.offer)}</span></p>`
            : this.trouble?.field === 'code'
              ? html`<p class="field-error">${this.trouble.title}. ${this.trouble.detail}</p>`
              : this.faults.includes('code')
                ? html`<p class="field-error">${t('join.fault.code')}</p>`
                : html`<p class="help">${t('join.codeHelp')}</p>`
        }
        ${
          this.offer?.own
            ? html`<p class="own">
                ${t('join.own', { name: this.offer.own })}
                <button type="button" class="plain" @click=${this.#goBackIn}>${t('join.ownEnter')}</button>
              </p>`
            : nothing
        }
      </div>
    </div>`
  }

  #aboutYou(): TemplateResult {
    const noName = this.faults.includes('name')
    return html`<div class="f">
        <label for="name">${t('join.name')}</label>
        <input
          class="in"
          id="name"
          autocomplete="nickname"
          maxlength="40"
          enterkeyhint="go"
          aria-invalid=${noName}
          aria-describedby=${noName ? 'name-fault' : 'name-help'}
          @input=${(event: InputEvent) => (this.#name = (event.target as HTMLInputElement).value)}
        />
        ${
          noName
            ? html`<p class="field-error" id="name-fault">${t('join.fault.name')}</p>`
            : html`<p class="help sr" id="name-help">${t('join.nameHelp')}</p>`
        }
      </div>
      ${this.#perspectives()}
      ${
        this.offer
          ? html`<ul class="help shown">
              ${anonymityInWords(this.offer.anonymity).map((sentence) => html`<li>${sentence}</li>`)}
            </ul>`
          : nothing
      }`
  }

  #perspectives(): TemplateResult | typeof nothing {
    if (!this.offer) return nothing
    const listed = [
      ...this.offer.perspectives,
      { code: t('join.otherCode'), id: OTHER, name: t('join.otherPerspective') },
    ]
    const isMissing = this.faults.includes('perspective')
    return html`<fieldset class="f" aria-describedby=${isMissing ? 'perspective-fault' : nothing}>
      <legend>${t('join.perspective')}</legend>
      <div class="persp">
        ${listed.map(
          ({ code, id, name }) =>
            html`<label
              ><input
                type="radio"
                name="perspective"
                .value=${id}
                .checked=${this.perspective === id}
                @change=${() => (this.perspective = id)}
              /><span class="code" aria-hidden="true">${code}</span><span>${breakable(name)}</span></label
            >`,
        )}
      </div>
      ${
        isMissing
          ? html`<p class="field-error" id="perspective-fault">${t('join.fault.perspective')}</p>`
          : nothing
      }
    </fieldset>`
  }

  #wordField(): TemplateResult {
    const isWrong = this.faults.includes('word') || this.trouble?.field === 'word'
    return html`<div class="f">
      <label for="word">${t('join.back.word')}</label>
      <input
        class="in"
        id="word"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength="60"
        enterkeyhint="go"
        aria-describedby="word-help"
        aria-invalid=${isWrong}
        @input=${(event: InputEvent) => (this.#word = (event.target as HTMLInputElement).value)}
      />
      <p class=${isWrong ? 'field-error' : 'help'} id="word-help" role="status">
        ${
          this.trouble?.field === 'word'
            ? `${this.trouble.title}. ${this.trouble.detail}`
            : t(this.faults.includes('word') ? 'join.fault.word' : 'join.back.help')
        }
      </p>
    </div>`
  }

  #troubleShown(): TemplateResult | typeof nothing {
    const { trouble } = this
    // What can be mended in a field is said there.
    if (!trouble || (trouble.field !== null && !this.offer) || trouble.field === 'word') return nothing
    return html`<div class="notice error" role="alert">
      <h2>${trouble.title}</h2>
      <p>${trouble.detail}</p>
    </div>`
  }

  #otherWay(): TemplateResult {
    return html`<p class="also">
      ${t(this.isReturning ? 'join.back.new' : 'join.before')}
      <button class="plain" @click=${this.#turn}>
        ${t(this.isReturning ? 'join.back.newLink' : 'join.beforeLink')}
      </button>
    </p>`
  }

  readonly #turn = async (): Promise<void> => {
    this.isReturning = !this.isReturning
    this.trouble = null
    this.faults = []
    await this.updateComplete
    const field = readCode(this.code) === undefined ? '#code' : this.isReturning ? '#word' : '#name'
    this.querySelector<HTMLElement>(field)?.focus()
  }

  readonly #codeWritten = (event: InputEvent): void => {
    this.code = (event.target as HTMLInputElement).value
    this.#isFromAddress = false
    this.offer = null
    this.trouble = null
    this.faults = this.faults.filter((fault) => fault !== 'code')
    void this.#lookUp(this.code)
  }

  /** As soon as there are six signs that can be a code. */
  async #lookUp(written: string): Promise<void> {
    const code = readCode(written)
    this.#asked = code ?? ''
    if (code === undefined) return
    try {
      const offer = await readOffer(code)
      if (this.#asked !== code) return
      this.offer = offer
      this.trouble = null
      // Who follows the group's address again, from the wall or the history, is on the way back to their seat.
      if (offer.own !== null && this.#isFromAddress) this.#goBackIn()
    } catch (error) {
      if (this.#asked === code) this.trouble = joinTroubleIn(error)
    }
  }

  readonly #enter = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.isBusy) return
    const code = readCode(this.code)
    const faults: Fault[] = code === undefined ? ['code'] : []
    if (this.isReturning) {
      if (this.#word.trim() === '') faults.push('word')
    } else {
      if (this.#name.trim() === '') faults.push('name')
      if (this.perspective === null && this.offer) faults.push('perspective')
    }
    this.faults = faults
    if (code === undefined || faults.length > 0) return
    const { perspective } = this
    void this.#take(async () => {
      if (this.isReturning) return returnToSeat({ code, word: this.#word })
      if (!this.offer) await this.#lookUp(code)
      if (!this.offer || perspective === null) return null
      return takeSeat({ code, name: this.#name.trim(), perspective })
    })
  }

  readonly #goBackIn = (): void => {
    void this.#take(readSeat)
  }

  async #take(seat: () => Promise<Seat | null>): Promise<void> {
    this.isBusy = true
    this.trouble = null
    try {
      const taken = await seat()
      if (taken) this.dispatchEvent(new CustomEvent<Seat>('seated', { detail: taken, bubbles: true }))
    } catch (error) {
      this.trouble = joinTroubleIn(error)
    } finally {
      this.isBusy = false
    }
  }
}

/** In threes, once it is whole; while it is being written nothing moves under the caret. */
function sayWritten(code: string): string {
  const whole = readCode(code)
  return whole !== undefined && !/\s/u.test(code) ? sayCode(whole) : code
}

function offerInWords({ profileTitle, groupNumber, seatsLeft }: JoinOffer): string {
  const seats =
    seatsLeft === 0
      ? t('join.seats.none')
      : t(seatsLeft === 1 ? 'join.seats.one' : 'join.seats.other', {
          count: withCapital(numberInWords(seatsLeft)),
        })
  return `${t('join.found', { profile: profileTitle, number: groupNumber })} ${seats}`
}
