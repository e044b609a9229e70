import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GroupOverview, Session, WorkshopGroup, WorkshopOverview } from '../../schemas/types.ts'
import { sayCode } from '../../server/domain/workshop/join-code.ts'
import { formatTime } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'
import { troubleIn, Trying } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { Chime } from './chime.ts'
import { OverviewWatch } from './overview-watch.ts'
import { qrCode } from './qr-code.ts'
import { cardsOf, progressOf, resultOf } from './result-of.ts'
import { OnWall } from './on-wall.ts'
import { timeRule } from './time-left.ts'
import { wallRule } from './wall-rule.ts'

/** So many groups can be read at once from the back of the room; more than that take turns. */
const AT_ONCE = 8
const TURN_MS = 8_000

/** What the whole room sees: the phase, what is asked, the time, the way in and what grows. Read from eight metres. */
@customElement('pv-projector-page')
export class ProjectorPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() workshopId = ''
  @state() private turn = 0
  readonly #wall = new OnWall(this)
  readonly #trying = new Trying(this)
  readonly #chime = new Chime()
  readonly #watch = new OverviewWatch(this, (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = setInterval(() => (this.turn += 1), TURN_MS)
    void this.#trying.read(() => this.#watch.refresh())
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer)
    void this.#chime.silence()
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { overview } = this.#watch
    if (!overview) return html`<main id="main" class="wall-wait">${this.#trying.shown()}</main>`
    const { workshop, conduct } = overview
    titlePage(t('wall.pageTitle', { name: workshop.name }), this.viewer)
    const heading = conduct.phase === 'collect' ? workshop.question : t(`wall.do.${conduct.phase}`)
    return html`<div class="wall ${conduct.phase}">
      ${timeRule(conduct.clock, this.#watch.now())}
      <header class="wall-top">
        <ol aria-label=${t('overview.phases')}>
          ${workshop.phases.map(
            ({ phase }) =>
              html`<li aria-current=${phase === conduct.phase ? 'step' : nothing}>
                ${t(`phase.${phase}`)}
              </li>`,
          )}
        </ol>
        ${
          conduct.clock
            ? html`<pv-time-left
                class="wall-clock"
                .clock=${conduct.clock}
                .now=${() => this.#watch.now()}
                .whenOut=${() => this.#chime.sound()}
              ></pv-time-left>`
            : nothing
        }
      </header>
      <main class="wall-ask" id="main">
        <div>
          <h1 class="title ${sizeFor(heading)}">${heading}</h1>
          <p>${t(`wall.how.${conduct.phase}`)}</p>
        </div>
        ${workshop.status === 'open' ? this.#wayIn(workshop.groups) : nothing}
      </main>
      ${this.#groups(overview)} ${this.#contact()} ${this.#buttons()}
    </div>`
  }

  #wayIn(groups: readonly WorkshopGroup[]): TemplateResult {
    const only = groups.length === 1 ? groups[0] : undefined
    const address = only ? `/med/${only.code}` : '/med'
    return html`<div class="wall-join">
      ${qrCode(location.origin + address, t('wall.qr'))}
      <p>
        ${only ? html`<b class="num">${sayCode(only.code)}</b>` : nothing}
        <span>${location.host}/med</span>
        ${only ? nothing : html`<span>${t('wall.writeCode')}</span>`}
      </p>
    </div>`
  }

  #groups({ workshop, conduct: { phase }, groups }: WorkshopOverview): TemplateResult {
    const turns = Math.ceil(groups.length / AT_ONCE)
    const from = (this.turn % Math.max(1, turns)) * AT_ONCE
    const shown = groups.slice(from, from + AT_ONCE)
    const counts = groups.map((group) => (phase === 'collect' ? cardsOf(group) : group.outcomes))
    const most = Math.max(...counts, 0)
    const needsCodes = workshop.groups.length > 1 && workshop.status === 'open'
    return html`<ul class="wall-groups ${shown.length > 4 ? 'many' : ''}">
      ${shown.map((group) => {
        const { number = 0, code = '' } = workshop.groups.find(({ id }) => id === group.groupId) ?? {}
        const { done, of } = progressOf(group, phase, most)
        return html`<li>
          <p>
            <span>${t('groups.named', { number })}</span>
            ${needsCodes ? html`<b class="num">${sayCode(code)}</b>` : nothing}
          </p>
          ${wallRule(done, of)}
          <p class="grown">${together(resultOf(group, phase) ?? plural('count.cards', cardsOf(group)))}</p>
          ${shown.length <= 4 && phase !== 'collect' ? themes(group) : nothing}
        </li>`
      })}
    </ul>`
  }

  /** The wall does not let anybody believe that the time it shows is that of the others. */
  #contact(): TemplateResult | typeof nothing {
    const { lostSince } = this.#watch
    if (lostSince === null) return nothing
    return html`<p class="wall-lost" role="status">
      ${icon('cloud-off')} ${t('badge.lost', { time: formatTime(new Date(lostSince)) })}
    </p>`
  }

  #buttons(): TemplateResult {
    return html`<div class="wall-buttons ${this.#wall.hasButtons ? '' : 'away'}">
      <button aria-pressed=${this.#chime.isOn} @click=${this.#toggleSound}>
        ${icon(this.#chime.isOn ? 'volume-2' : 'volume-x')} ${t('clock.sound')}
      </button>
      <button @click=${this.#wall.toggleGround}>${icon('moon')} ${t('wall.ground')}</button>
      <button @click=${this.#wall.toggleFull}>${icon('maximize')} ${t('wall.full')}</button>
    </div>`
  }

  readonly #toggleSound = async () => {
    await this.#chime.toggle()
    this.requestUpdate()
  }
}

const THEMES = 4

function themes({ themes: all }: GroupOverview): TemplateResult | typeof nothing {
  const named = all.filter(({ title }) => title.trim() !== '')
  if (named.length === 0) return nothing
  return html`<ul class="wall-themes">
    ${named.slice(0, THEMES).map(({ title }) => html`<li>${title}</li>`)}
    ${named.length > THEMES ? html`<li>${plural('wall.moreThemes', named.length - THEMES)}</li>` : nothing}
  </ul>`
}

/** Short questions are set large; a long one is whole before it is large. */
function sizeFor({ length }: string): string {
  if (length <= 60) return 'large'
  if (length <= 110) return 'middle'
  return length <= 180 ? 'small' : 'smallest'
}

/** A number and what it counts stay on one line. */
function together(words: string): string {
  return words.replace(/(\d) /gu, '$1\u00A0')
}
