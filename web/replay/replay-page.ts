import '../styles/replay.css'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { BoardReplay, Session, Workshop } from '../../schemas/types.ts'
import { readReplay, readWorkshop } from '../api/workshops.ts'
import { bar } from '../facilitator/bar.ts'
import { t } from '../i18n/workshop.ts'
import { addressOf } from '../router.ts'
import { Trying } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { happenedInWords, whenInWords } from './in-words.ts'
import { replayedBoard } from './replayed-board.ts'
import { stepAfterKey } from './step-by-key.ts'
import { whatChanged, type Step } from './what-changed.ts'

/** Long enough to see what came, and to read the line about it. */
const STEP_MS = 2_500

/** How a group's board came about, step by step and without names: for those who learn to lead workshops. */
@customElement('pv-replay-page')
export class ReplayPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @property() workshopId = ''
  @property({ type: Number }) groupNumber = 0
  @state() private workshop: Workshop | null = null
  @state() private replay: BoardReplay | null = null
  @state() private at = 0
  @state() private isPlaying = false
  readonly #trying = new Trying(this)
  #steps: readonly Step[] = []
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    this.#pause()
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('workshopId') || changed.has('groupNumber')) this.#begin()
  }

  #begin(): void {
    const { workshopId, groupNumber } = this
    this.#pause()
    this.replay = null
    void this.#trying.read(async () => {
      const workshop = await readWorkshop(workshopId)
      this.workshop = workshop
      const group = workshop.groups.find(({ number }) => number === groupNumber)
      if (!group) return
      const replay = await readReplay(workshopId, group.id)
      if (workshopId !== this.workshopId || groupNumber !== this.groupNumber) return
      this.#steps = replay.steps.map(({ board }, at) => whatChanged(replay.steps[at - 1]?.board, board))
      this.replay = replay
      this.at = 0
    })
  }

  /** What came last is brought into sight; a heading that is being read stays where it is. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('at') || changed.get('at') === undefined) return
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.querySelector('.fresh')?.scrollIntoView({
      block: 'nearest',
      behavior: isCalm ? 'instant' : 'smooth',
    })
  }

  override render(): TemplateResult {
    const { workshop, replay, slug, groupNumber } = this
    if (!workshop) {
      return html`<main class="start" id="main">
        ${this.#trying.shown()} ${this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}
      </main>`
    }
    const here = t('replay.title', { number: groupNumber })
    titlePage(`${here}, ${workshop.name}`, this.viewer)
    return html`
      ${bar({ slug, profileTitle: workshop.profileTitle, here, workshop })}
      <main class="replay" id="main">
        <div class="replay-head">
          <h1 class="title">${here}</h1>
          <p class="quiet">${workshop.question}</p>
          ${workshop.groups.length > 1 ? this.#groups(workshop) : nothing}
        </div>
        ${this.#trying.shown()} ${replay ? this.#show(replay) : this.#noReplay(workshop)}
      </main>
    `
  }

  #groups({ id: workshopId, groups }: Workshop): TemplateResult {
    return html`<nav class="replay-groups" aria-label=${t('replay.groups')}>
      <ul>
        ${groups.map(({ number }) => {
          const address = addressOf({ page: 'replay', slug: this.slug, workshopId, groupNumber: number })
          return html`<li>
            <a href=${address} aria-current=${number === this.groupNumber ? 'page' : nothing}
              >${t('groups.named', { number })}</a
            >
          </li>`
        })}
      </ul>
    </nav>`
  }

  #noReplay({ groups }: Workshop): TemplateResult | typeof nothing {
    if (groups.some(({ number }) => number === this.groupNumber))
      return this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`
    return html`<p class="lead">${t('replay.noGroup')}</p>`
  }

  #show({ steps }: BoardReplay): TemplateResult {
    const step = steps[this.at]
    const changed = this.#steps[this.at]
    if (!step || !changed)
      return html`<p class="lead">${t('replay.nothing')}</p>
        <p>${t('replay.nothingHelp')}</p>`
    return html`${replayedBoard({
      board: step.board,
      marks: changed.marks,
      third: this.viewer.settings.thirdCategory,
    })}
    ${this.#player(steps, changed)}`
  }

  #player(steps: BoardReplay['steps'], { happened }: Step): TemplateResult {
    const { at, isPlaying } = this
    const last = steps.length - 1
    const when = whenInWords(steps[at]?.at ?? '', steps)
    const number = t('replay.step', { number: at + 1, of: steps.length })
    const button = (name: string, words: string, run: () => void, isOff = false) =>
      html`<button class="plain" ?disabled=${isOff} title=${words} @click=${run}>
        ${icon(name)}<span class="sr">${words}</span>
      </button>`
    return html`<section class="player" aria-label=${t('replay.player')}>
      <p class="happened">
        <b class="num">${when}</b> <span role="status">${happenedInWords(happened)}</span>
      </p>
      <div>
        <wa-button variant="brand" ?disabled=${last === 0} @click=${this.#toggle}
          >${icon(isPlaying ? 'pause' : 'play')} ${t(isPlaying ? 'replay.pause' : 'replay.play')}</wa-button
        >
        ${button('arrow-left', t('replay.previous'), () => this.#go(at - 1), at === 0)}
        <input
          type="range"
          min="0"
          max=${last}
          step="1"
          .value=${live(String(at))}
          ?disabled=${last === 0}
          aria-label=${t('replay.slider')}
          aria-valuetext="${number}, ${when}"
          @input=${({ target }: InputEvent) => this.#go(Number((target as HTMLInputElement).value))}
        />
        ${button('arrow-right', t('replay.next'), () => this.#go(at + 1), at === last)}
        <span class="quiet num" aria-hidden="true">${number}</span>
      </div>
    </section>`
  }

  #go(to: number): void {
    this.#pause()
    this.at = Math.max(0, Math.min(to, this.#steps.length - 1))
  }

  readonly #toggle = () => {
    if (this.isPlaying) return this.#pause()
    if (this.#steps.length < 2) return
    if (this.at === this.#steps.length - 1) this.at = 0
    this.isPlaying = true
    this.#timer = setInterval(() => {
      if (this.at < this.#steps.length - 1) this.at += 1
      if (this.at === this.#steps.length - 1) this.#pause()
    }, STEP_MS)
  }

  #pause(): void {
    clearInterval(this.#timer)
    this.isPlaying = false
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const act = stepAfterKey(event)
    if (act === undefined || this.#steps.length === 0) return
    event.preventDefault()
    if (act === 'toggle') this.#toggle()
    else this.#go(act === 'first' ? 0 : act === 'last' ? this.#steps.length - 1 : this.at + act)
  }
}
