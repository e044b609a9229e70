import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Phase, Session, WorkshopOverview } from '../../schemas/types.ts'
import { leftOf } from '../../server/domain/workshop/clock.ts'
import { sayCode } from '../../server/domain/workshop/join-code.ts'
import { phaseAfter } from '../../server/domain/workshop/phases.ts'
import { endWorkshop, moveToPhase, rehearse, sayToAll, setClock } from '../api/workshops.ts'
import { formatTime } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'
import { addressOf } from '../router.ts'
import { troubleIn, Trying } from '../trying.ts'
import { formText } from '../ui/form-text.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { bar } from './bar.ts'
import { Chime } from './chime.ts'
import { confirmation } from './confirmation.ts'
import { groupsTable } from './groups-table.ts'
import { isInField, strokeReader } from './key-strokes.ts'
import { keysDialog } from './keys-dialog.ts'
import { endedNotice, moreActs } from './more-acts.ts'
import { waitingIn } from './needs-you.ts'
import { needsList } from './needs-list.ts'
import { OverviewWatch } from './overview-watch.ts'
import { rehearsal } from './rehearsal.ts'
import { tellChange, toTell, type Told } from './tell-changes.ts'
import { timeRule } from './time-left.ts'

/** How long the clock runs where the plan sets no time. */
const USUAL_MINUTES = 10

/** All groups of a workshop at a glance, and everything that is done with all of them at once. */
@customElement('pv-workshop-page')
export class WorkshopPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @property() workshopId = ''
  @state() private seatShown: string | null = null
  @state() private groupShown: string | null = null
  @state() private ending = false
  @state() private keysShown = false
  @state() private isRehearsing = false
  /** As far as made-up participants have been let write from here. */
  @state() private rehearsedTo: Phase | null = null
  /** What has been done last, in words. */
  @state() private said = ''
  @state() private told = ''
  readonly #trying = new Trying(this)
  readonly #chime = new Chime()
  readonly #stroke = strokeReader()
  readonly #watch = new OverviewWatch(this, (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })
  #before: Told | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
    void this.#trying.read(() => this.#watch.refresh())
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    void this.#chime.silence()
    super.disconnectedCallback()
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { overview } = this.#watch
    if (!overview) return
    const now = toTell(overview, this.#watch.needs().length, new Date(this.#watch.now()))
    if (this.#before) this.told = tellChange(this.#before, now) ?? this.told
    this.#before = now
  }

  override render(): TemplateResult {
    const { overview } = this.#watch
    if (!overview) {
      return html`<main class="start" id="main">
        ${this.#trying.shown()} ${this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}
      </main>`
    }
    const { workshop } = overview
    titlePage(t('overview.pageTitle', { name: workshop.name }), this.viewer)
    const needs = this.#watch.needs()
    return html`
      ${bar({
        slug: this.slug,
        profileTitle: workshop.profileTitle,
        here: workshop.name,
        isBelow: true,
        end: html`${
          workshop.status === 'ended'
            ? nothing
            : html`${this.#badge(overview)}
                <wa-button class="wide" appearance="outlined" href=${this.#to('projector')} target="projektor"
                  >${icon('monitor')} ${t('overview.projector')}</wa-button
                >`
        }`,
      })}
      <main class="workshop" id="main">
        ${this.#trying.shown()}
        <div class="now">
          <div>
            <h1 class="title">${workshop.question}</h1>
            <p class="quiet">${this.#whoIsHere(overview)}</p>
          </div>
          ${workshop.status === 'ended' ? nothing : this.#clock(overview)}
        </div>
        ${workshop.status === 'ended' ? endedNotice(workshop, this.slug) : this.#conduct(overview)}
        ${workshop.isRehearsal && workshop.status === 'open' ? this.#rehearsal(overview) : nothing}
        ${groupsTable({
          overview,
          now: this.#watch.now(),
          slug: this.slug,
          perspectives: overview.workshop.perspectives,
          thirdCategory: this.viewer.settings.thirdCategory,
          showPerson: (seatId) => (this.seatShown = seatId),
          showGroup: (groupId) => (this.groupShown = groupId),
        })}
        ${
          workshop.status === 'ended'
            ? nothing
            : html`<div class="beside">
                ${needsList(needs, (seatId) => (this.seatShown = seatId))} ${this.#message(overview)}
              </div>`
        }
        ${moreActs({
          workshop,
          slug: this.slug,
          said: this.said,
          showKeys: () => (this.keysShown = true),
          askToEnd: () => (this.ending = true),
        })}
        <p class="sr" role="status">${this.told}</p>
      </main>
      ${this.#dialogs(overview)}
    `
  }

  #badge(overview: WorkshopOverview): TemplateResult {
    const { lostSince } = this.#watch
    if (lostSince !== null) {
      const words = t('badge.lost', { time: formatTime(new Date(lostSince)) })
      return html`<span class="badge wait" role="status">${icon('cloud-off')}<span>${words}</span></span>`
    }
    const { changes, devices } = waitingIn(overview)
    if (changes === 0)
      return html`<span class="badge ok" role="status"
        >${icon('cloud-check')}<span>${t('badge.live')}</span></span
      >`
    return html`<span class="badge wait"
      >${icon('cloud-upload')}<span
        >${plural('badge.waiting', changes)}<span class="wide"> ${plural('badge.in', devices)}</span></span
      ></span
    >`
  }

  #whoIsHere({ workshop, groups }: WorkshopOverview): TemplateResult {
    const people = groups.flatMap(({ participants }) => participants)
    const here = people.filter(({ presence }) => presence === 'here').length
    const only = workshop.groups.length === 1 ? workshop.groups[0] : undefined
    return html`${plural('overview.groups', workshop.groups.length)},
    ${
      workshop.status === 'ended'
        ? plural('overview.took', people.length)
        : workshop.isRehearsal
          ? plural('overview.people', people.length)
          : t('overview.here', { here, count: people.length })
    }.
    ${only && workshop.status === 'open' ? html`${t('overview.code')} <b class="num">${sayCode(only.code)}</b>` : nothing}
    ${workshop.isRehearsal ? html`<span class="stamp">${t('list.rehearsal')}</span>` : nothing}`
  }

  #clock(overview: WorkshopOverview): TemplateResult {
    const { clock } = overview.conduct
    const isOut = clock !== null && leftOf(clock, new Date(this.#watch.now())) <= 0
    const isPaused = clock !== null && clock.endsAt === null
    const of = clock ? t('clock.of', { minutes: Math.round(clock.ofMs / 60_000) }) : t('clock.none')
    return html`<div class="clock">
      <p>
        <pv-time-left .clock=${clock} .now=${this.#now} .whenOut=${this.#whenOut}></pv-time-left>
        <span>${isOut ? t('clock.outShort') : isPaused ? t('clock.paused') : of}</span>
      </p>
      <p class="clock-buttons">
        ${
          clock === null
            ? hasBegun(overview)
              ? html`<wa-button appearance="outlined" @click=${this.#start}>${t('clock.start')}</wa-button>`
              : nothing
            : html`<wa-button appearance="outlined" @click=${this.#add}>${t('clock.add')}</wa-button>
                <wa-button appearance="outlined" @click=${this.#pauseOrResume}
                  >${t(isPaused ? 'clock.resume' : 'clock.pause')}</wa-button
                >`
        }
        <button
          class="plain sound"
          aria-pressed=${this.#chime.isOn}
          title=${t('clock.sound')}
          @click=${this.#toggleSound}
        >
          ${icon(this.#chime.isOn ? 'volume-2' : 'volume-x')}<span class="sr">${t('clock.sound')}</span>
        </button>
      </p>
    </div>`
  }

  #conduct(overview: WorkshopOverview): TemplateResult {
    const { workshop, conduct } = overview
    const { phases } = workshop
    const next = phaseAfter(phases, conduct.phase)
    return html`${timeRule(conduct.clock, this.#watch.now())}
      <div class="steps">
        <div class="phases" role="group" aria-label=${t('overview.phases')}>
          ${phases.map(
            ({ phase }) =>
              html`<button
                aria-current=${phase === conduct.phase ? 'step' : nothing}
                @click=${() => this.#move(phase)}
              >
                ${t(`phase.${phase}`)}
              </button>`,
          )}
        </div>
        ${
          hasBegun(overview)
            ? next
              ? html`<wa-button variant="brand" @click=${() => this.#moveOn(next)}
                  >${t('overview.moveAll', { phase: t(`phase.${next}`) })} ${icon('arrow-right')}</wa-button
                >`
              : html`<wa-button variant="brand" href=${this.#to('compile')}
                  >${t('overview.compile')} ${icon('arrow-right')}</wa-button
                >`
            : html`<wa-button variant="brand" @click=${() => this.#moveOn(conduct.phase)}
                >${t('overview.begin', { phase: t(`phase.${conduct.phase}`) })}</wa-button
              >`
        }
        <span class="quiet wide">${t('overview.soft')}</span>
      </div>`
  }

  #rehearsal({ conduct: { phase } }: WorkshopOverview): TemplateResult {
    return rehearsal({
      phase,
      busy: this.isRehearsing,
      written: this.rehearsedTo,
      go: () => {
        if (this.isRehearsing) return
        this.isRehearsing = true
        void this.#act(async () => {
          await rehearse(this.workshopId)
          this.rehearsedTo = phase
        }).finally(() => (this.isRehearsing = false))
      },
    })
  }

  #message({ conduct: { message } }: WorkshopOverview): TemplateResult {
    return html`<section class="say" aria-labelledby="say-heading">
      <h2 id="say-heading"><label for="say">${t('say.heading')}</label></h2>
      <form @submit=${this.#say}>
        <input id="say" name="text" maxlength="300" autocomplete="off" aria-describedby="say-hint" />
        <button class="send">${t('say.go')}</button>
      </form>
      <p class="hint" id="say-hint">
        ${
          message
            ? t('say.last', { time: formatTime(new Date(message.at)), text: message.text })
            : t('say.hint')
        }
      </p>
    </section>`
  }

  #dialogs({ workshop, groups }: WorkshopOverview): TemplateResult {
    const isOver = workshop.status === 'ended'
    const group = groups.find(({ participants }) =>
      participants.some(({ seatId }) => seatId === this.seatShown),
    )
    const person = group?.participants.find(({ seatId }) => seatId === this.seatShown)
    return html`<pv-person-dialog
        .person=${person ?? null}
        .perspective=${workshop.perspectives.find(({ id }) => id === person?.perspective) ?? null}
        .groups=${workshop.groups}
        .workshopId=${workshop.id}
        .groupId=${group?.groupId ?? ''}
        .isOver=${isOver}
        .now=${this.#watch.now()}
        .close=${(done: string) => {
          this.seatShown = null
          this.#follow(done)
        }}
      ></pv-person-dialog>
      <pv-group-dialog
        .group=${workshop.groups.find(({ id }) => id === this.groupShown) ?? null}
        .workshopId=${workshop.id}
        .isOver=${isOver}
        .close=${(done: string) => {
          this.groupShown = null
          this.#follow(done)
        }}
      ></pv-group-dialog>
      ${keysDialog(this.keysShown, () => (this.keysShown = false))}
      ${confirmation({
        open: this.ending,
        label: t('end.title'),
        content: html`<p>${t('end.help')}</p>
          <p>${t('end.late')}</p>`,
        go: t('end.go'),
        onGo: () => {
          this.ending = false
          void this.#act(() => endWorkshop(this.workshopId))
        },
        onClose: () => (this.ending = false),
      })}`
  }

  #to(page: 'compile' | 'projector'): string {
    return addressOf({ page, slug: this.slug, workshopId: this.workshopId })
  }

  readonly #now = () => this.#watch.now()
  readonly #whenOut = () => {
    this.#chime.sound()
    this.requestUpdate()
  }

  readonly #toggleSound = async () => {
    await this.#chime.toggle()
    this.requestUpdate()
  }

  readonly #start = () => {
    const { workshop, conduct } = this.#watch.overview ?? {}
    const planned = workshop?.phases.find(({ phase }) => phase === conduct?.phase)?.minutes
    void this.#act(() => setClock(this.workshopId, { act: 'start', minutes: planned || USUAL_MINUTES }))
  }
  readonly #add = () => this.#act(() => setClock(this.workshopId, { act: 'add', minutes: 2 }))
  readonly #pauseOrResume = () => {
    const clock = this.#watch.overview?.conduct.clock
    if (!clock) return this.#start()
    return this.#act(() => setClock(this.workshopId, { act: clock.endsAt === null ? 'resume' : 'pause' }))
  }

  /** Where everyone is already, nothing begins anew by a slip of the hand. */
  #move(phase: Phase): void {
    if (phase !== this.#watch.overview?.conduct.phase) this.#moveOn(phase)
  }

  #moveOn(phase: Phase): void {
    void this.#act(() => moveToPhase(this.workshopId, phase))
  }

  readonly #say = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const text = formText(form, 'text')
    if (text === '') return form.querySelector('input')?.focus()
    await this.#act(() => sayToAll(this.workshopId, text))
    if (!this.#trying.trouble) form.reset()
  }

  /** Does something for all, and looks at once how it stands. */
  #act(work: () => Promise<unknown>): Promise<void> {
    return this.#trying.act(async () => {
      await work()
      await this.#watch.refresh()
    })
  }

  #follow(done: string): void {
    this.said = done
    if (done) void this.#trying.read(() => this.#watch.refresh())
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { overview } = this.#watch
    if (isInField(event.target) || !overview) return
    const stroke = this.#stroke(event, event.timeStamp)
    if (!stroke) return
    event.preventDefault()
    if (stroke.act === 'help') this.keysShown = true
    if (stroke.act === 'look-in') {
      const group = overview.workshop.groups.find(({ number }) => number === stroke.group)
      if (group) location.assign(`/tavla/titta/${group.id}`)
    }
    if (overview.workshop.status === 'ended') return
    if (stroke.act === 'add') void this.#add()
    if (stroke.act === 'pause') void this.#pauseOrResume()
  }
}

/** Before the first phase has been given its time, everybody waits for the facilitator to begin. */
function hasBegun({ workshop: { phases }, conduct: { phase, clock } }: WorkshopOverview): boolean {
  const [first] = phases
  return clock !== null || phase !== first?.phase || first.minutes === 0
}
