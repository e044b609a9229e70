import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { MemberDesk, Problem, ReviewList } from '../../../schemas/types.ts'
import { perspectiveInText } from '../../../server/domain/review/in-words/name-perspective.ts'
import { chooseLocale, locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { leftOn } from '../desk/left.ts'
import { asideOf } from '../desk/seat.ts'
import type { Reading } from '../kept/reading.ts'
import { listenForNews } from '../listen-for-news.ts'
import type { OpenPanel } from '../open-panel.ts'
import '../pages/meeting-page.ts'
import '../pages/part-page.ts'
import '../pages/remarks-page.ts'
import { reviewsPage } from '../pages/reviews-page.ts'
import '../pages/start-page.ts'
import '../pages/text-page.ts'
import { singleKey } from '../parts/position-choice.ts'
import { panelAddress, panelPlaceAt, type PanelPlace } from '../place.ts'
import { ReviewWork } from '../review-work.ts'
import { conflicts } from './conflicts.ts'
import './keys-dialog.ts'
import type { PanelKeys } from './keys-dialog.ts'
import { needsNetwork } from './needs-network.ts'
import { hindranceNotice, refusedNotice } from './notices.ts'
import './panel-badge.ts'
import { reviewNav } from './review-nav.ts'

/** What stands around each of the pages of a member, and which one it is. */
@customElement('pv-panel-page')
export class PanelPage extends LightElement {
  @property({ attribute: false }) panel!: OpenPanel
  @state() private place: PanelPlace = panelPlaceAt(location.pathname)
  @query('pv-panel-keys') private keys!: PanelKeys
  #list: Reading<ReviewList> | null = null
  /** By the review's id: the one that is open, or on the list of all those on it. */
  readonly #works = new Map<string, ReviewWork>()
  /** The review that is listened to. */
  #heard: string | undefined
  #stopListening: () => void = () => undefined
  #unsubscribe: () => void = () => undefined

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('popstate', this.#onPopState)
    document.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    removeEventListener('popstate', this.#onPopState)
    document.removeEventListener('keydown', this.#onKey)
    this.#unsubscribe()
    this.#stopListening()
    for (const work of this.#works.values()) work.close()
    this.#works.clear()
    this.#list?.close()
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('panel')) this.#unsubscribe = this.panel.subscribe(this.#redraw)
    if (changed.has('panel') || changed.has('place')) this.#openPlace()
    this.#goToTheOnlyOne()
    this.#listen()
  }

  /** Where there is something to hear: nobody is told of a review that they have no place in. */
  #listen(): void {
    const work = this.#work
    if (work?.reviewId === this.#heard || (work && !work.desk)) return
    this.#stopListening()
    this.#heard = work?.reviewId
    this.#stopListening = work ? listenForNews(work.reviewId, () => work.refresh()) : () => undefined
  }

  protected override updated(): void {
    const title = this.#work?.desk?.review.profileTitle
    document.title = title ? `${title} – ${t('app.title')}` : t('app.title')
  }

  override render(): TemplateResult {
    const { outbox, session } = this.panel
    const desk = this.#work?.desk ?? null
    const person = session.state.answer?.person ?? null
    const perspective = desk ? perspectiveName(desk) : ''
    return html`<a class="skip" href="#main">${t('app.skip')}</a>
      <header class="bar">
        <a class="brand" href=${panelAddress({ page: 'reviews' })} aria-label=${t('app.reviews')}
          >${icon('mark')}</a
        >
        <p class="path">
          <b lang=${desk ? 'sv' : nothing}>${desk?.review.profileTitle ?? t('app.title')}</b>
          ${desk?.review.round ? html`<span class="wide quiet">${t('app.round', { round: desk.review.round.number })}</span>` : nothing}
        </p>
        <div class="end">
          <pv-panel-badge .outbox=${outbox.state}></pv-panel-badge>
          ${
            person
              ? html`<span class="wide quiet who-am-i"
                  >${person.name}${perspective ? `, ${perspective}` : ''}</span
                >`
              : nothing
          }
        </div>
      </header>
      ${this.place.page === 'reviews' || !desk ? nothing : reviewNav(this.place.reviewId, this.place.page, this.#go, desk.review.status === 'open' && asideOf(desk) === null)}
      <main class="page" id="main">
        ${hindranceNotice(outbox)} ${this.#work && desk ? conflicts(this.#work, desk) : nothing}
        ${refusedNotice(outbox, this.#work?.conflicts ?? [])} ${this.#content()}
      </main>
      ${this.#foot(person?.name ?? '')}<pv-panel-keys></pv-panel-keys>`
  }

  #content(): TemplateResult {
    const { place } = this
    const desk = this.#work?.desk
    if (desk) return this.#reviewPage(desk)
    if (place.page === 'reviews' && this.#list?.state.answer && !this.#mayBeTheOnlyOne) {
      const listed = this.#list.state.answer.items.map((review) => ({
        review,
        desk: this.#works.get(review.id)?.desk ?? null,
      }))
      return reviewsPage(listed)
    }
    const { trouble, isLookedUp } = (this.#work ?? this.#list)?.state ?? { trouble: null, isLookedUp: false }
    if (trouble === 'no-answer' && isLookedUp) return needsNetwork(() => location.reload())
    if (trouble !== null && trouble !== 'no-answer') return troubled(trouble)
    return html`<h1 class="sr">${t('app.loading')}</h1>
      <div class="loading"><span></span><span></span><span></span></div>`
  }

  #reviewPage(desk: MemberDesk): TemplateResult {
    const work = this.#work
    const go = this.#go
    const third = this.panel.session.state.answer?.settings.thirdCategory ?? 'responsibilityAutonomy'
    const { place } = this
    switch (place.page) {
      case 'part':
        return html`<pv-part-page
          .work=${work}
          .desk=${desk}
          .third=${third}
          .go=${go}
          .partId=${place.partId}
        ></pv-part-page>`
      case 'text':
        return html`<pv-text-page .work=${work} .desk=${desk} .go=${go}></pv-text-page>`
      case 'remarks':
        return html`<pv-remarks-page .work=${work} .desk=${desk} .go=${go}></pv-remarks-page>`
      case 'meeting':
        return html`<pv-meeting-page .work=${work} .desk=${desk} .go=${go}></pv-meeting-page>`
      default:
        return html`<pv-start-page .work=${work} .desk=${desk} .third=${third} .go=${go}></pv-start-page>`
    }
  }

  get #work(): ReviewWork | null {
    return this.place.page === 'reviews' ? null : (this.#works.get(this.place.reviewId) ?? null)
  }

  readonly #redraw = (): void => this.requestUpdate()

  #openPlace(): void {
    const { place } = this
    if (place.page === 'reviews') {
      this.#list ??= this.panel.reading<ReviewList>('/reviews', this.#redraw)
      void this.#list.open()
    } else if (!this.#works.has(place.reviewId)) {
      this.#openWork(place.reviewId)
    }
  }

  #openWork(reviewId: string): void {
    if (this.#works.has(reviewId)) return
    const work = new ReviewWork(reviewId, this.panel, this.#redraw)
    this.#works.set(reviewId, work)
    void work.open()
  }

  /** The list that lies on the device has one review; since then there may have come another. */
  get #mayBeTheOnlyOne(): boolean {
    const { answer, isAsked } = this.#list?.state ?? { answer: null, isAsked: false }
    return answer?.items.length === 1 && !isAsked
  }

  /** Somebody with one review need not choose it. What is left in each of several is on its desk. */
  #goToTheOnlyOne(): void {
    if (this.#mayBeTheOnlyOne) return
    const items = this.place.page === 'reviews' ? this.#list?.state.answer?.items : undefined
    const [only] = items ?? []
    if (items?.length === 1 && only) {
      this.place = { page: 'start', reviewId: only.id }
      history.replaceState(null, '', panelAddress(this.place))
      this.#openPlace()
    } else for (const { id } of items ?? []) this.#openWork(id)
  }

  readonly #go = (place: PanelPlace): void => this.#goTo(place)

  #goTo(place: PanelPlace, at = 'main h1'): void {
    if (panelAddress(place) !== location.pathname) history.pushState(null, '', panelAddress(place))
    this.place = place
    void this.#arrive(at)
  }

  /** As when a page is loaded: from its beginning, with its heading read. */
  async #arrive(at: string): Promise<void> {
    await this.updateComplete
    // The page within draws itself after this one.
    requestAnimationFrame(() => {
      scrollTo(0, 0)
      const read = this.querySelector<HTMLElement>(at) ?? this.querySelector<HTMLElement>('main h1')
      read?.focus({ preventScroll: true })
      if (at !== 'main h1') read?.closest('section')?.scrollIntoView({ block: 'start' })
    })
  }

  readonly #onPopState = (): void => {
    this.place = panelPlaceAt(location.pathname)
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = singleKey(event)
    const desk = this.#work?.desk
    if (key === '?' || (event.key === '?' && !event.defaultPrevented && key !== null)) {
      event.preventDefault()
      void this.keys.open()
    } else if (key === 'n' && desk) {
      event.preventDefault()
      this.#goToNext(desk)
    }
  }

  #goToNext(desk: MemberDesk): void {
    if (this.place.page === 'reviews') return
    const { reviewId } = this.place
    const here = this.place.page === 'part' ? this.place.partId : null
    const [next] = leftOn(desk).filter((left) => left.kind !== 'part' || left.partId !== here)
    if (next?.kind === 'part') return this.#goTo({ page: 'part', reviewId, partId: next.partId })
    const at =
      next?.kind === 'change'
        ? `#change-${next.itemId}-address`
        : next?.kind === 'confirm'
          ? `#confirm-${next.amendmentId}-address`
          : undefined
    this.#goTo({ page: 'start', reviewId }, at)
  }

  #foot(name: string): TemplateResult {
    const other = locale() === 'sv' ? 'en' : 'sv'
    return html`<footer class="panel-foot">
      ${name ? html`<span>${t('app.signedInAs', { name })}</span>` : nothing}
      <form method="post" action="/logga-ut" @submit=${this.#signOut}>
        <button class="plain">${t('app.signOut')}</button>
      </form>
      <button class="plain wide" @click=${() => void this.keys.open()}>${t('keys.open')}</button>
      <a href="/verkstad">${t('app.workshop')}</a>
      <button
        class="plain"
        lang=${other}
        @click=${() => {
          chooseLocale(other)
          location.reload()
        }}
      >
        ${t('app.otherLanguage')}
      </button>
    </footer>`
  }

  /** What this person has read goes from the device; what they have not sent stays, and waits for them. */
  readonly #signOut = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    void this.panel.answers
      .keepOnlyOf(null)
      .catch(() => undefined)
      .then(() => form.submit())
  }
}

/** The server's no: there is no such review, or no place in it for this person. */
function troubled({ title, detail, status }: Problem): TemplateResult {
  return html`<section role="alert">
    <h1 class="title">${status === 404 ? t('trouble.noPlace.title') : title}</h1>
    <p class="sum">${status === 404 ? t('trouble.noPlace.text') : detail}</p>
    <p class="go"><a href=${panelAddress({ page: 'reviews' })}>${t('trouble.reviews')}</a></p>
  </section>`
}

function perspectiveName({ review, me }: MemberDesk): string {
  return perspectiveInText(locale(), me.perspective, review.perspectives)
}
