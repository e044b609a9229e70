import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { v7 } from 'uuid'
import type {
  EnterPositions,
  MemberMark,
  PanelMember,
  PositionKind,
  Review,
  ReviewTally,
} from '../../../schemas/types.ts'
import { needsReason } from '../../../server/domain/review/take-position.ts'
import { enterPositions } from '../../api/reviews.ts'
import { plural, t } from '../../i18n/review.ts'
import { Trying } from '../../trying.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { markShape } from '../marks.ts'
import { calledBy, perspectiveNamed } from '../seats.ts'
import { reasonField } from '../settle/reason-field.ts'
import { POSITIONS } from './member-mark.ts'
import { allAgree, type Target } from './who-is-here.ts'

type Mark = MemberMark['mark']
/** A position that waits for its reason. */
type Half = { readonly memberId: string; readonly position: PositionKind; readonly reason: string }

/** What those in the room say of what is on the table, a row for each. */
@customElement('pv-room-positions')
export class RoomPositions extends LightElement {
  @property({ attribute: false }) declare review: Review
  @property({ attribute: false }) here: readonly PanelMember[] = []
  @property({ attribute: false }) elsewhere: readonly PanelMember[] = []
  @property({ attribute: false }) marks: ReadonlyMap<string, Mark> = new Map()
  @property({ attribute: false }) declare target: Target
  @property({ type: Boolean }) isHidden = false
  /** Told how the panel stands then, and what was done in words. */
  @property({ attribute: false }) entered: (tally: ReviewTally, said: string) => void = () => undefined
  @state() private half: Half | null = null
  @state() private asked = false
  @state() private busy = false
  /** What has been entered here, for where it is not told. */
  @state() private own: ReadonlyMap<string, PositionKind | 'none'> = new Map()
  /** What is under way: it is shown as chosen, and goes back when it does not arrive. */
  @state() private sending: ReadonlyMap<string, PositionKind | 'none'> = new Map()
  readonly #trying = new Trying(this)
  #about = ''

  protected override willUpdate(): void {
    // Other words are another question: nothing half said of the former is left standing.
    const about = `${this.target.itemId} ${this.target.hash}`
    if (about === this.#about) return
    this.#about = about
    this.half = null
    this.own = new Map()
  }

  override render(): TemplateResult {
    const { here, elsewhere, review } = this
    const may = review.acts.enterPositions
    return html`<section class="positions" aria-labelledby="positions-heading">
      <h3 id="positions-heading" tabindex="-1">${t('room.positions.heading')}</h3>
      ${this.target.scope === 'part' ? html`<p class="hint">${t('room.positions.whole')}</p>` : nothing}
      ${this.isHidden ? html`<p class="hint">${t('room.positions.hidden')}</p>` : nothing}
      ${this.#trying.shown()}
      ${
        here.length === 0
          ? html`<p class="quiet">${t('room.positions.nobody')}</p>`
          : html`${may && !this.isHidden ? this.#allButton() : nothing}
              <ul class="rows-here">
                ${repeat(
                  here,
                  ({ id }) => id,
                  (member) => this.#row(member, may),
                )}
              </ul>
              ${may ? html`<p class="hint wide">${t('room.positions.keys')}</p>` : nothing}`
      }
      ${
        elsewhere.length === 0
          ? nothing
          : html`<details>
              <summary>
                ${icon('chevron-right', 'turns')}${plural('room.positions.elsewhere', elsewhere.length)}
              </summary>
              <ul class="rows-here">
                ${elsewhere.map((member) => this.#row(member, false))}
              </ul>
            </details>`
      }
    </section>`
  }

  #allButton(): TemplateResult {
    const entries = this.#agreeing()
    return html`<p class="buttons">
      <wa-button
        variant="brand"
        ?disabled=${entries.length === 0 || this.busy}
        @click=${() => this.agreeAll()}
        >${t('room.positions.all')}</wa-button
      >
      <span class="quiet"
        >${entries.length === 0 ? t('room.positions.allDone') : plural('room.positions.allCount', entries.length)}</span
      >
    </p>`
  }

  #row(member: PanelMember, may: boolean): TemplateResult {
    const { id, perspective, organisation } = member
    const mark = this.sending.get(id) ?? this.#markOf(id)
    const { code, name } = perspectiveNamed(this.review, perspective)
    const half = this.half?.memberId === id ? this.half : null
    const called = calledBy(this.review, member)
    return html`<li class="member" @keydown=${(event: KeyboardEvent) => this.#onKey(event, member)}>
      <p class="who" id="who-${id}">
        <abbr class="code" title=${name}>${code}</abbr>
        <span
          >${called}<small>${organisation}</small>${
            mark === 'stale' || mark === 'answered'
              ? html`<small class=${mark}>${t(`room.positions.${mark}`)}</small>`
              : nothing
          }</span
        >
      </p>
      ${may ? html`${this.#choice(member, half?.position ?? mark)}${this.#takeBackButton(member, mark)}` : this.#shown(mark)}
      ${half ? this.#reason(member, half) : nothing}
    </li>`
  }

  #shown(mark: Mark | undefined): TemplateResult | typeof nothing {
    if (mark === undefined) return html`<p class="quiet">${t('room.positions.unknown')}</p>`
    return html`<p class="said-mark">
      ${mark === 'answered' ? icon('check') : markShape(mark)}${t(`room.position.${mark}`)}
    </p>`
  }

  #choice({ id }: PanelMember, mark: Mark | undefined): TemplateResult {
    return html`<div class="four" role="radiogroup" aria-labelledby="who-${id}">
      ${POSITIONS.map(
        (position) =>
          html`<label
            ><input
              type="radio"
              name="position-${id}"
              .checked=${live(mark === position)}
              @change=${() => this.#choose(id, position)}
            />${markShape(position)}<span>${t(`room.short.${position}`)}</span></label
          >`,
      )}
    </div>`
  }

  #takeBackButton(member: PanelMember, mark: Mark | undefined): TemplateResult {
    const label = t('room.positions.takeBack', { name: calledBy(this.review, member) })
    return html`<button
      class="plain take-back"
      aria-label=${label}
      title=${label}
      ?disabled=${mark === undefined || mark === 'none' || mark === 'stale'}
      @click=${async () => {
        await this.#takeBack(member)
        this.#stand(member.id)
      }}
    >
      ${icon('x')}
    </button>`
  }

  #reason({ id }: PanelMember, half: Half): TemplateResult {
    return html`<form class="half" @submit=${this.#send}>
      ${reasonField({
        id: `half-${id}`,
        label: t(half.position === 'disagree' ? 'room.reason.disagree' : 'room.reason.agreeWithChange'),
        value: half.reason,
        isMissing: this.asked && half.reason.trim() === '',
        maxLength: 4000,
        write: (reason) => (this.half = { ...half, reason }),
      })}
      <p class="buttons">
        <wa-button type="submit" size="s" variant="brand" ?loading=${this.busy}
          >${t('room.reason.go')}</wa-button
        >
        <wa-button size="s" appearance="outlined" @click=${() => (this.half = null)}
          >${t('settle.cancel')}</wa-button
        >
      </p>
    </form>`
  }

  /** What is told counts; where that is not all, what has been entered here. */
  #markOf(memberId: string): Mark | undefined {
    const told = this.marks.get(memberId)
    return told === undefined || told === 'answered' ? (this.own.get(memberId) ?? told) : told
  }

  #agreeing() {
    const said = this.here.flatMap(({ id }) => {
      const mark = this.sending.get(id) ?? this.#markOf(id)
      return mark ? [[id, mark] as const] : []
    })
    return allAgree(this.here, new Map(said), this.target)
  }

  /** Also by key, from the page. */
  agreeAll(): void {
    const entries = this.#agreeing()
    if (this.busy || this.isHidden || entries.length === 0 || !this.review.acts.enterPositions) return
    void this.#enter(entries, plural('room.said.all', entries.length))
  }

  #choose(memberId: string, position: PositionKind): void {
    this.asked = false
    if (needsReason(position)) {
      this.half = { memberId, position, reason: '' }
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#half-${memberId}`)?.focus())
      return
    }
    this.half = null
    void this.#enter([{ ...this.target, memberId, position, reason: '' }], this.#saying(memberId, position))
  }

  /** What was entered is taken back: of a sentence the answer on its part counts then, where there is one. */
  async #takeBack(member: PanelMember): Promise<void> {
    this.half = null
    const entry = { ...this.target, memberId: member.id, position: null, reason: '' }
    await this.#enter([entry], t('room.said.takenBack', { name: calledBy(this.review, member) }))
  }

  #saying(memberId: string, position: PositionKind): string {
    const member = this.here.find(({ id }) => id === memberId)
    return `${member ? calledBy(this.review, member) : ''}: ${t(`room.position.${position}`)}`
  }

  readonly #send = async (event: SubmitEvent) => {
    event.preventDefault()
    const { half } = this
    if (!half) return
    this.asked = true
    const reason = half.reason.trim()
    if (reason === '') return this.querySelector<HTMLElement>(`#half-${half.memberId}`)?.focus()
    const { memberId, position } = half
    await this.#enter([{ ...this.target, memberId, position, reason }], this.#saying(memberId, position))
    if (this.#trying.trouble) return
    this.half = null
    await this.updateComplete
    this.#goOn(memberId)
  }

  async #enter(entries: EnterPositions['entries'], said: string): Promise<void> {
    this.busy = true
    this.sending = new Map(positionsIn(entries))
    await this.#trying.act(async () => {
      const tally = await enterPositions(this.review.id, { id: v7(), entries })
      this.own = new Map([...this.own, ...positionsIn(entries)])
      this.entered(tally, said)
    })
    this.sending = new Map()
    this.busy = false
  }

  /** One figure, and on to the next: as quick as a room answers. */
  #onKey(event: KeyboardEvent, member: PanelMember): void {
    const { id } = member
    const { key, target, ctrlKey, altKey, metaKey } = event
    const isRadio = target instanceof HTMLInputElement && target.type === 'radio'
    if (!isRadio || ctrlKey || altKey || metaKey || !/^[0-4]$/u.test(key)) return
    if (key === '0') {
      event.preventDefault()
      return void this.#takeBack(member)
    }
    const position = POSITIONS[Number(key) - 1]
    if (!position) return
    event.preventDefault()
    this.#choose(id, position)
    if (!needsReason(position)) this.#goOn(id)
  }

  #goOn(memberId: string): void {
    const at = this.here.findIndex(({ id }) => id === memberId)
    this.#stand(this.here[at + 1]?.id ?? memberId)
  }

  /** In a member's row, where their answer is, or the first that can be given. */
  #stand(memberId: string): void {
    const row = this.querySelector(`.member:has(#who-${memberId})`)
    const radio = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input')
    radio?.focus()
  }
}

function positionsIn(entries: EnterPositions['entries']): (readonly [string, PositionKind | 'none'])[] {
  return entries.map(({ memberId, position }) => [memberId, position ?? 'none'])
}
