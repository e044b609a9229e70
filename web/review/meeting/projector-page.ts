import '../../styles/workshop.css'
import '../../styles/review-meeting.css'
import '../../facilitator/time-left.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PanelMeeting, ReviewItem, ReviewPart, Session } from '../../../schemas/types.ts'
import { findItem } from '../../../server/domain/profile/items.ts'
import { OnWall } from '../../facilitator/on-wall.ts'
import { timeRule } from '../../facilitator/time-left.ts'
import { formatTime } from '../../i18n/locale.ts'
import { t } from '../../i18n/review.ts'
import { troubleIn, Trying } from '../../trying.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { titlePage } from '../../ui/page-title.ts'
import { calledBy } from '../seats.ts'
import { changedWords } from '../settle/changed-words.ts'
import { meetingInWords } from '../time-in-words.ts'
import { formerWords } from './former-words.ts'
import { STATE_ICONS, stillMissing } from './in-words.ts'
import { tallyOnTable } from './marks-on-table.ts'
import { perspectiveMarks } from './member-mark.ts'
import { discussed, nextPoint, takenTogether } from './next-point.ts'
import { partInWords } from '../part-names.ts'
import { PanelWatch, type Panel } from './panel-watch.ts'
import { clockOf } from './table-clock.ts'
import { onTableIn } from './table-view.ts'

/** More than these fill no wall; the rest is on everybody's own paper. */
const MOST_ITEMS = 5
const MOST_TOGETHER = 10
const MOST_SPEAKERS = 3

/** What the room sees: the words on the table, how each perspective stands to them, what is missing, the time and who speaks. */
@customElement('pv-panel-projector')
export class PanelProjector extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @property() meetingId = ''
  /** By how many steps the words are set smaller than their length asks for. */
  @state() private smaller = 0
  #fitted = ''
  readonly #wall = new OnWall(this)
  readonly #trying = new Trying(this)
  readonly #watch = new PanelWatch(this, ['tally'], (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#trying.read(() => this.#watch.begin())
  }

  override render(): TemplateResult {
    const { panel, isNone } = this.#watch
    const meeting = panel?.review.meetings.find(({ id }) => id === this.meetingId)
    if (!panel || !meeting)
      return html`<main id="main" class="wall-wait">
        ${this.#trying.shown()} ${panel || isNone ? html`<h1>${t('room.none')}</h1>` : nothing}
      </main>`
    titlePage(t('room.wallTitle', { title: panel.review.profileTitle }), this.viewer)
    const { text, tally } = panel
    const found = text ? onTableIn(text, meeting.onTable) : null
    return html`<div class="wall panel-wall">
      ${timeRule(clockOf(meeting), this.#watch.now())}
      <header class="wall-top">
        <p>${found ? this.#where(panel, meeting, found.part) : panel.review.profileTitle}</p>
        ${
          meeting.clock
            ? html`<pv-time-left
                class="wall-clock"
                .clock=${clockOf(meeting)}
                .now=${() => this.#watch.now()}
              ></pv-time-left>`
            : nothing
        }
      </header>
      <main class="wall-words" id="main">
        ${found ? this.#words(panel, found) : this.#together(panel, meeting)}
      </main>
      ${found && tally ? this.#stands(panel, found) : html`<div></div>`} ${this.#foot(panel, meeting)}
      ${this.#contact()} ${this.#buttons()}
    </div>`
  }

  /** What is on the wall has to fit on it, also with struck words, and with much that is missing below. */
  protected override updated(): void {
    const words = this.querySelector('.wall-words')
    if (!words) return
    const stands = this.querySelector('.wall-stands')?.textContent ?? ''
    const shown = `${words.textContent} ${stands} ${innerWidth} ${innerHeight}`
    const isOther = shown !== this.#fitted
    this.#fitted = shown
    if (isOther && this.smaller > 0) this.smaller = 0
    else if (words.scrollHeight > words.clientHeight + 1 && this.smaller < SIZES.length) this.smaller += 1
  }

  #where({ tally }: Panel, { onTable }: PanelMeeting, part: ReviewPart): TemplateResult {
    const points = tally ? discussed(tally) : []
    const at = points.findIndex(({ partId }) => partId === onTable?.partId)
    return html`<b>${partInWords(part)}</b>
      ${at < 0 ? nothing : html`<span>${t('room.wall.point', { number: at + 1, of: points.length })}</span>`}`
  }

  #words(
    { text, tally }: Panel,
    { part, item }: { part: ReviewPart; item: ReviewItem | null },
  ): TemplateResult {
    if (!text) return html``
    if (item) {
      const former = formerWords(text, item.id)
      const stem = findItem(text.profile, item.id)?.kind === 'outcome' ? `${text.profile.outcomeStem} ` : ''
      const length = stem.length + item.wording.length + (former === undefined ? 0 : former.length / 2)
      const size = sizeFor(length, this.smaller)
      return html`${item.number ? html`<p class="addr">${item.number}</p>` : nothing}
        <h1 class="title ${size}" lang="sv">
          ${stem ? html`<span class="quiet">${stem}</span>` : nothing}${
            former === undefined ? item.wording : changedWords(former, item.wording)
          }
        </h1>`
    }
    const contested = tally?.parts.find(({ partId }) => partId === part.id)?.contested ?? []
    const apart = contested.filter(({ tally: own }) => own.state !== 'ready')
    const size = apart.length > 0 ? 'small' : sizeFor(part.title.length, this.smaller)
    const most = Math.max(1, MOST_ITEMS - this.smaller)
    return html`<div>
      <h1 class="title ${size}" lang="sv">${part.title}</h1>
      ${
        apart.length === 0
          ? nothing
          : html`<ul class="wall-apart">
              ${apart
                .slice(0, most)
                .map(
                  ({ number, wording }) =>
                    html`<li>
                      <span class="num">${number}</span><span class="wording" lang="sv">${wording}</span>
                    </li>`,
                )}
              ${apart.length > most ? html`<li>${t('room.wall.more', { count: apart.length - most })}</li>` : nothing}
            </ul>`
      }
    </div>`
  }

  #together({ tally, review }: Panel, meeting: PanelMeeting): TemplateResult {
    const points = tally ? takenTogether(tally) : []
    if (points.length === 0)
      return html`<h1 class="title middle">
        ${t('room.title', { when: meetingInWords(meeting, review.now) })}
      </h1>`
    return html`<div>
      <h1 class="title small">${t('room.wall.together')}</h1>
      <ul class="wall-together">
        ${points
          .slice(0, MOST_TOGETHER)
          .map((point) => html`<li>${icon('check', 'state-ready')}<span>${partInWords(point)}</span></li>`)}
        ${points.length > MOST_TOGETHER ? html`<li>${t('room.wall.more', { count: points.length - MOST_TOGETHER })}</li>` : nothing}
      </ul>
    </div>`
  }

  #stands(
    { review, tally }: Panel,
    { part, item }: { part: ReviewPart; item: ReviewItem | null },
  ): TemplateResult {
    const stands = tally && tallyOnTable(tally, { partId: part.id, itemId: item?.id ?? null })
    if (!stands || !tally) return html`<div></div>`
    const standing = stands.row.state
    return html`<section class="wall-stands ${standing}" aria-label=${t('room.wall.stands')}>
      ${perspectiveMarks(stands.row, review)}
      <p role="status">
        ${icon(STATE_ICONS[standing])}<span>${stillMissing(stands.row, review.perspectives)}</span>
      </p>
    </section>`
  }

  #foot({ review, tally }: Panel, meeting: PanelMeeting): TemplateResult {
    const { members } = review.composition
    const names = meeting.speakers.flatMap((id) => {
      const member = members.find((each) => each.id === id)
      return member ? [calledBy(review, member)] : []
    })
    const [first, ...others] = names
    const next = tally ? nextPoint(tally, meeting) : null
    return html`<footer class="wall-foot">
      <p>
        ${
          first === undefined
            ? nothing
            : html`<b>${first}</b>${
                  others.length > 0
                    ? html`<span class="quiet"
                        >${t('room.wall.then', { names: others.slice(0, MOST_SPEAKERS).join(', ') })}${others.length > MOST_SPEAKERS ? ' …' : ''}</span
                      >`
                    : nothing
                }`
        }
      </p>
      <p class="next-point">
        ${next ? html`<span class="quiet">${t('room.wall.next')}</span> ${partInWords(next)}` : nothing}
      </p>
    </footer>`
  }

  /** The wall does not let anybody believe that what it shows is how it stands now. */
  #contact(): TemplateResult | typeof nothing {
    const { lostSince } = this.#watch
    if (lostSince === null) return nothing
    return html`<p class="wall-lost" role="status">
      ${icon('cloud-off')} ${t('room.bar.lost', { time: formatTime(new Date(lostSince)) })}
    </p>`
  }

  #buttons(): TemplateResult {
    return html`<div class="wall-buttons ${this.#wall.hasButtons ? '' : 'away'}">
      <button @click=${this.#wall.toggleGround}>${icon('moon')} ${t('room.wall.ground')}</button>
      <button @click=${this.#wall.toggleFull}>${icon('maximize')} ${t('room.wall.full')}</button>
    </div>`
  }
}

const SIZES = ['large', 'middle', 'small', 'smallest', 'least'] as const

/** Short sentences are set large; a long one is whole before it is large: so many steps smaller as it takes. */
function sizeFor(length: number, smaller: number): (typeof SIZES)[number] {
  const at = [50, 95, 170, Infinity].findIndex((longest) => length <= longest)
  return SIZES[Math.min(at + smaller, SIZES.length - 1)] ?? 'least'
}
