import '../../styles/workshop.css'
import '../../styles/review-meeting.css'
import '../../facilitator/time-left.ts'
import '../settle/amend-form.ts'
import './room-positions.ts'
import './rulings.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type {
  AgendaItem,
  ConductMeeting,
  OnTable,
  PanelMeeting,
  ReviewTally,
  ReviewText,
  Session,
} from '../../../schemas/types.ts'
import { conductMeeting, notePresence } from '../../api/reviews.ts'
import { timeRule } from '../../facilitator/time-left.ts'
import { t } from '../../i18n/review.ts'
import { addressOf } from '../../router.ts'
import { troubleIn, Trying } from '../../trying.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { titlePage } from '../../ui/page-title.ts'
import { rewording } from '../settle/amending.ts'
import { meetingInWords } from '../time-in-words.ts'
import { agendaList } from './agenda-list.ts'
import { nextPoint } from './next-point.ts'
import { partInWords } from '../part-names.ts'
import { panelBar } from './panel-bar.ts'
import { PanelWatch, type Panel } from './panel-watch.ts'
import { presenceList, speakersList } from './people-lists.ts'
import { roomKey, roomKeysDialog, type RoomKey } from './room-keys.ts'
import { clockOf, tableClock, twoMore } from './table-clock.ts'
import { onTableIn, tableView, type Writing } from './table-view.ts'
import { togetherView } from './together-view.ts'
import { presenceWith } from './who-is-here.ts'

const LOOK_MS = 10_000

/** A meeting of the panel as it is run: the agenda, what is on the table and how it stands, who is here and who speaks. */
@customElement('pv-meeting-page')
export class MeetingPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @property() meetingId = ''
  @state() private writing: Writing | null = null
  @state() private keysShown = false
  /** What has been done last, for those who hear it. */
  @state() private said = ''
  readonly #trying = new Trying(this)
  readonly #watch = new PanelWatch(this, ['tally', 'remarks'], (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
    // Stickan of time moves with the clock.
    this.#timer = setInterval(() => this.requestUpdate(), LOOK_MS)
    void this.#trying.read(() => this.#watch.begin())
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    clearInterval(this.#timer)
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { panel, lostSince, isNone } = this.#watch
    const meeting = this.#meetingIn(panel)
    const here = t('room.heading')
    titlePage(t('room.pageTitle', { title: panel?.review.profileTitle ?? this.slug }), this.viewer)
    return html`${panelBar({
        slug: this.slug,
        review: panel?.review,
        here,
        lostSince,
        end: meeting
          ? html`<wa-button
              class="wide"
              appearance="outlined"
              href=${addressOf({ page: 'panel-projector', slug: this.slug, meetingId: this.meetingId })}
              target="projektor"
              >${icon('monitor')} ${t('room.projector')}</wa-button
            >`
          : nothing,
      })}
      <main class="room" id="main">
        ${this.#trying.shown()}
        ${panel && meeting ? this.#shown(panel, meeting) : this.#nothing(panel !== null || isNone)}
        <p class="sr" role="status">${this.said}</p>
      </main>
      ${roomKeysDialog(this.keysShown, () => (this.keysShown = false))}`
  }

  #nothing(isRead: boolean): TemplateResult | typeof nothing {
    if (!isRead) return this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`
    return html`<h1 class="title">${t('room.none')}</h1>
      <p class="lead">
        ${t('room.noneHelp')}
        <a href=${addressOf({ page: 'review', slug: this.slug })}>${t('room.toPanel')}</a>
      </p>`
  }

  #shown(panel: Panel, meeting: PanelMeeting): TemplateResult {
    const { review, text, tally } = panel
    const may = review.acts.conductMeeting && meeting.cancelledAt === null
    const { round } = review
    return html`${timeRule(clockOf(meeting), this.#watch.now())}
      <div class="room-head">
        <h1 class="title">${t('room.title', { when: meetingInWords(meeting, review.now) })}</h1>
        <p class="quiet">
          ${[meeting.place, round ? t('room.round', { number: round.number }) : ''].filter(Boolean).join(', ')}
        </p>
      </div>
      ${
        meeting.cancelledAt !== null
          ? html`<p class="notice">${t('room.cancelled')}</p>`
          : may
            ? nothing
            : html`<p class="notice">
                ${t(review.status === 'open' ? 'room.onlyRead' : 'room.closed')}
                ${
                  review.status !== 'open' && review.decisions.length > 0
                    ? html`<a href=${addressOf({ page: 'closing', slug: this.slug })}
                        >${t('room.toDecision')}</a
                      >`
                    : nothing
                }
              </p>`
      }
      <div class="room-grid">
        ${
          text && tally
            ? html`${agendaList({
                  tally,
                  onTable: meeting.onTable,
                  putOnTable: may ? (point) => this.#put(point) : null,
                })}
                <section class="table" aria-label=${t('room.table.label')}>
                  ${
                    meeting.onTable
                      ? tableView({
                          review,
                          text,
                          tally,
                          remarks: panel.remarks,
                          meeting,
                          viewer: this.viewer,
                          writing: this.writing,
                          acts: {
                            put: (onTable) => this.#putItem(onTable),
                            write: (writing) => (this.writing = writing),
                            amended: (amended) => void this.#amended(amended),
                            entered: (fresh, said) => this.#entered(fresh, said),
                          },
                        })
                      : togetherView({
                          review,
                          text,
                          tally,
                          meeting,
                          next: may ? () => this.#next() : null,
                          entered: (fresh, said) => this.#entered(fresh, said),
                        })
                  }
                  ${
                    meeting.onTable && may
                      ? html`<p class="onward">
                          <wa-button appearance="outlined" @click=${() => this.#next()}
                            >${this.#nextLabel(tally, meeting)} ${icon('arrow-right')}</wa-button
                          >
                        </p>`
                      : nothing
                  }
                </section>`
            : html`<p class="lead">${t('room.notOpen')}</p>`
        }
        <aside class="at-table" aria-label=${t('room.asideLabel')}>
          ${tableClock({ meeting, now: () => this.#watch.now(), set: may ? (minutes) => this.#conduct({ minutes }) : null })}
          ${speakersList({ review, meeting, change: may ? (speakers) => this.#conduct({ speakers }) : null })}
          ${presenceList({ review, meeting, slug: this.slug, note: may ? (noted) => this.#note(meeting, noted) : null })}
          <button class="plain wide" @click=${() => (this.keysShown = true)}>
            ${icon('keyboard')}${t('room.keys.title')}
          </button>
        </aside>
      </div>
      ${
        text && (review.status === 'open' || review.status === 'approved')
          ? html`<pv-rulings
              .review=${review}
              .text=${text}
              .ruled=${(ruled: ReviewText) => this.#watch.take({ text: ruled })}
            ></pv-rulings>`
          : nothing
      }`
  }

  #meetingIn(panel: Panel | null): PanelMeeting | undefined {
    return panel?.review.meetings.find(({ id }) => id === this.meetingId)
  }

  #nextLabel(tally: ReviewTally, meeting: PanelMeeting): string {
    const next = nextPoint(tally, meeting)
    return next ? t('room.next', { what: partInWords(next) }) : t('room.nextNone')
  }

  /** A point is put on the table with its time; what is taken together, with none. */
  #put(point: AgendaItem | null): void {
    this.#conduct(
      point === null
        ? { onTable: null, minutes: null }
        : { onTable: { partId: point.partId, itemId: null }, minutes: Math.max(1, point.minutes) },
      true,
    )
  }

  #putItem(onTable: OnTable): void {
    this.#conduct({ onTable }, true)
  }

  #next(): void {
    const { panel } = this.#watch
    const meeting = this.#meetingIn(panel)
    if (panel?.tally && meeting) this.#put(nextPoint(panel.tally, meeting))
  }

  #conduct(conduct: ConductMeeting, isMove = false): void {
    const { panel } = this.#watch
    if (!panel) return
    if (isMove) this.writing = null
    void this.#trying.act(async () => {
      const review = await conductMeeting(panel.review.id, this.meetingId, conduct)
      this.#watch.take({ review })
      if (!isMove) return
      await this.updateComplete
      this.querySelector<HTMLElement>('#on-table')?.focus({ preventScroll: true })
    })
  }

  #note(meeting: PanelMeeting, noted: ReadonlyMap<string, boolean>): void {
    const { panel } = this.#watch
    if (!panel) return
    void this.#trying.act(async () => {
      const review = await notePresence(panel.review.id, this.meetingId, presenceWith(meeting, noted))
      this.#watch.take({ review })
    })
  }

  #entered(tally: ReviewTally, said: string): void {
    this.said = said
    this.#watch.take({ tally })
  }

  /** The new words are on the screen, and the room is asked about them at once. */
  async #amended(text: ReviewText | null): Promise<void> {
    this.writing = null
    if (!text) return
    this.said = t('room.said.amended')
    this.#watch.take({ text })
    await this.#trying.read(() => this.#watch.refresh())
    await this.updateComplete
    this.querySelector<HTMLElement>('#positions-heading')?.focus()
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const key = roomKey(event)
    if (!key || this.writing) return
    event.preventDefault()
    this.#do(key)
  }

  #do(key: RoomKey): void {
    const { panel } = this.#watch
    const meeting = this.#meetingIn(panel)
    if (key === 'help') return void (this.keysShown = true)
    if (!panel?.review.acts.conductMeeting || !meeting || meeting.cancelledAt !== null) return
    const { text, review } = panel
    switch (key) {
      case 'next':
        return this.#next()
      case 'all':
        return this.querySelector('pv-room-positions')?.agreeAll()
      case 'add':
        return this.#conduct({ minutes: twoMore(meeting, this.#watch.now()) })
      case 'floor':
        return this.querySelector<HTMLElement>('#new-speaker')?.focus()
      case 'write': {
        const onTable = text && onTableIn(text, meeting.onTable)
        const item = onTable?.item ?? onTable?.part.items[0]
        const amending = text && item && review.acts.amend ? rewording(text.profile, item) : null
        if (amending) this.writing = { amending, remark: null }
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    readonly 'pv-room-positions': import('./room-positions.ts').RoomPositions
  }
}
