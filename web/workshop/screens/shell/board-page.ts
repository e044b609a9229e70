import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Phase, Seat } from '../../../../schemas/types.ts'
import { setReady } from '../../../../server/board/write-on-board.ts'
import { t } from '../../../i18n/board.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { announce, ANNOUNCEMENTS } from '../announce.ts'
import '../choice-dialog.ts'
import type { ChoiceDialog } from '../choice-dialog.ts'
import { deskOf, type Desk } from '../desk.ts'
import { joinTroubleIn, type JoinTrouble } from '../join/join-trouble.ts'
import { hasSingleKeys, isForField } from '../single-keys.ts'
import './board-menu.ts'
import type { BoardMenu } from './board-menu.ts'
import { isWordRead, setWordRead } from './device-words.ts'
import { groupMoved, isWriting, lookAt, startWith, writingLeft, type Whereabouts } from './follow-group.ts'
import { boardFoot } from './foot.ts'
import {
  endedNotice,
  messageNotice,
  phaseName,
  rehearsalNotice,
  troubleNotice,
  whereNotice,
  wordNotice,
} from './notices.ts'
import { openOwnBoard, openToLook, type OpenBoard } from './open-seat.ts'
import { phaseScreen } from './phase-screen.ts'
import { boardTop } from './top.ts'

const MESSAGE_MS = 20_000
const LONG_MS = 2_000

/** A group's board: one's own, or, of those who lead the workshop, any to look at. */
@customElement('pv-board-page')
export class BoardPage extends LightElement {
  /** A seat that has just been taken; null where the device knows it. */
  @property({ attribute: false }) taken: Seat | null = null
  /** The group to look in at; empty for one's own board. */
  @property() watched = ''
  @state() private open: OpenBoard | null = null
  @state() private trouble: JoinTrouble | null = null
  @state() private isLong = false
  @state() private at: Whereabouts = startWith('collect')
  @state() private message: string | null = null
  @state() private isWordShown = false
  @query('pv-board-menu') private menu!: BoardMenu
  @query('.phase-choices') private phases!: ChoiceDialog
  #isPlaced = false
  #isArrived = false
  #lastMessage = ''
  #messageTimer: ReturnType<typeof setTimeout> | undefined
  #unsubscribe: () => void = () => undefined
  #stopping = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopping = new AbortController()
    const { signal } = this.#stopping
    document.addEventListener('keydown', this.#key, { signal })
    this.addEventListener('words-copied', () => void this.open?.session.wordsTaken(), { signal })
    this.addEventListener('focusout', () => setTimeout(() => this.#comeAlong(), 0), { signal })
    setTimeout(() => (this.isLong = true), LONG_MS)
    void this.#begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopping.abort()
    clearTimeout(this.#messageTimer)
    void this.#close()
  }

  override render(): TemplateResult {
    const { open } = this
    const isKnown = open !== null && open.session.view.workshop.workshopId !== ''
    return html`${isKnown ? this.#board(open) : this.#before(open)}
      <div class="sr" id=${ANNOUNCEMENTS} role="status"></div>`
  }

  async #begin(): Promise<void> {
    try {
      const open = await (this.watched === '' ? openOwnBoard(this.taken) : openToLook(this.watched))
      if (!this.isConnected) return void open.session.close()
      this.#unsubscribe = open.session.subscribe(() => this.#changed())
      this.isWordShown = open.seat.word !== null && !isWordRead(open.seat.seatId)
      this.open = open
      this.#changed()
    } catch (error) {
      this.trouble = joinTroubleIn(error)
    }
  }

  async #close(): Promise<void> {
    this.#unsubscribe()
    await this.open?.session.close()
  }

  #changed(): void {
    const workshop = this.open?.session.view.workshop
    if (workshop && workshop.workshopId !== '') {
      const { phase, message } = workshop.conduct
      this.#follow(phase)
      this.#hear(message)
      document.title = t('title', { phase: phaseName(this.at.shown), number: workshop.group.number })
    }
    this.requestUpdate()
  }

  #follow(phase: Phase): void {
    if (!this.#isPlaced) {
      this.#isPlaced = true
      this.at = startWith(phase)
      return
    }
    const before = this.at
    this.at = groupMoved(before, phase, isWriting(document.activeElement))
    if (this.at === before) return
    if (this.at.shown !== before.shown) void this.#arrive()
  }

  /** A message is shown for twenty seconds; one that is older than that is found in the menu. */
  #hear(message: { text: string; at: string } | null): void {
    if (!message || message.at === this.#lastMessage) return
    this.#lastMessage = message.at
    const age = (this.open?.session.serverNow() ?? 0) - Date.parse(message.at)
    if (age > MESSAGE_MS) return
    this.message = message.text
    clearTimeout(this.#messageTimer)
    this.#messageTimer = setTimeout(() => (this.message = null), MESSAGE_MS)
  }

  #before(open: OpenBoard | null): TemplateResult {
    const refused = open?.session.view.trouble ?? null
    if (open && refused)
      return html`<main class="before">
        <h1 class="title">${t('look.title')}</h1>
        ${troubleNotice(refused, deskOf(open.session, ''), this.#ways)}
      </main>`
    const { trouble } = this
    if (!trouble)
      return html`<main class="before">
        <h1 class="sr">${t('look.title')}</h1>
        <div class="loading" role="status">
          <span></span><span></span><span></span>
          ${this.isLong ? html`<p class="quiet">${t('loading')}</p>` : nothing}
        </div>
      </main>`
    return html`<main class="before">
      <h1 class="title">${trouble.title}</h1>
      <p class="lead">${trouble.detail}</p>
      <p class="buttons">
        <a class="btn go" href="/med">${t('before.join')}</a>
        <button class="btn" @click=${() => location.reload()}>${t('before.again')}</button>
      </p>
    </main>`
  }

  #board({ session, seat }: OpenBoard): TemplateResult {
    const { view } = session
    const desk = deskOf(session, seat.seatId)
    const isLooking = seat.seatId === ''
    return html`<div class="board" data-phase=${this.at.shown}>
        ${boardTop(
          view,
          this.at,
          { serverNow: () => session.serverNow(), isLooking },
          {
            lookAt: (phase) => this.#lookAt(phase),
            choosePhase: () => this.#choosePhase(),
            openMenu: () => void this.menu.open(),
          },
        )}
        <div class="strips">
          ${messageNotice(this.message, () => (this.message = null))}
          ${wordNotice(this.isWordShown && desk.state.status === 'open' ? seat.word : null, () => this.#wordRead(seat))}
          ${rehearsalNotice(desk)} ${endedNotice(desk)}
          ${whereNotice(this.at, () => this.#lookAt(this.at.group))}
          ${troubleNotice(view.trouble, desk, this.#ways)}
        </div>
        ${
          view.isLoaded || view.isConnected
            ? phaseScreen(this.at.shown, desk, session)
            : html`<main class="before">
                <h1 class="sr">${phaseName(this.at.shown)}</h1>
                <div class="loading" role="status">
                  <span></span><span></span><span></span>
                  ${this.isLong ? html`<p class="quiet">${t('loadingBoard')}</p>` : nothing}
                </div>
              </main>`
        }
        ${boardFoot(view, desk, {
          undo: () => this.#undo(),
          setReady: (isReady) => this.#ready(desk, isReady),
          showPeople: () => void this.menu.open(),
        })}
      </div>
      <pv-board-menu
        .view=${view}
        .desk=${desk}
        .seat=${seat}
        .leave=${() => session.leave()}
      ></pv-board-menu>
      <pv-choice-dialog class="phase-choices"></pv-choice-dialog>`
  }

  readonly #ways = {
    reload: () => location.reload(),
    retry: () => this.open?.session.retry(),
    join: () => location.assign('/med'),
    'own-board': () => location.assign('/tavla'),
  }

  #lookAt(phase: Phase): void {
    const before = this.at
    this.at = lookAt(before, phase)
    if (before.shown !== phase) void this.#arrive()
  }

  #comeAlong(): void {
    if (isWriting(document.activeElement)) return
    const before = this.at
    this.at = writingLeft(before)
    if (this.at !== before) void this.#arrive()
  }

  /** A new phase is read from its heading; in collecting one goes on where one writes. */
  async #arrive(): Promise<void> {
    announce(t('where.now', { phase: phaseName(this.at.shown) }))
    await this.updateComplete
    scrollTo(0, 0)
    this.#changed()
    const active = document.activeElement
    if (active && active !== document.body && this.contains(active) && !active.closest('pv-collect, .strips'))
      return
    this.querySelector<HTMLElement>('main h1[tabindex]')?.focus({ preventScroll: true })
  }

  #choosePhase(): void {
    const { workshop } = this.open?.session.view ?? {}
    if (!workshop) return
    void this.phases.ask({
      title: t('phases'),
      groups: [
        {
          choices: workshop.phases.map(({ phase }) => ({
            label:
              phase === this.at.group ? t('where.groupIn', { phase: phaseName(phase) }) : phaseName(phase),
            isCurrent: phase === this.at.shown,
            choose: () => this.#lookAt(phase),
          })),
        },
      ],
    })
  }

  #ready(desk: Desk, isReady: boolean): void {
    if (!desk.pen) return
    setReady(desk.pen, desk.state.conduct.phase, isReady)
    announce(t(isReady ? 'readySaid' : 'notReadySaid'))
  }

  #undo(): void {
    this.open?.session.undo()
    announce(t('undone'))
  }

  #wordRead({ seatId }: Seat): void {
    setWordRead(seatId)
    this.isWordShown = false
  }

  readonly #key = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (isForField(event) || altKey || !this.open) return
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'z' && deskOf(this.open.session, '').pen) {
      event.preventDefault()
      if (shiftKey) this.open.session.redo()
      else this.#undo()
    } else if (key === '?' && hasSingleKeys()) {
      event.preventDefault()
      void this.menu.open()
    }
  }

  protected override updated(_: PropertyValues): void {
    document.documentElement.classList.toggle('board-open', this.open !== null)
    const collect = this.#isArrived ? null : this.querySelector('pv-collect')
    if (this.querySelector('pv-collect, pv-sort, pv-delimit, pv-word, pv-done')) this.#isArrived = true
    // Whoever has just come in writes at once, without a tap.
    if (collect) void collect.goToField()
  }
}
