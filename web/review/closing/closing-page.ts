import '../../styles/workshop.css'
import '../../styles/review-meeting.css'
import '../../facilitator/time-left.ts'
import '../meeting/rulings.ts'
import '../settle/amend-form.ts'
import './decide-form.ts'
import './publish-form.ts'
import './write-editorial.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Closing, PanelDecision, Review, ReviewText, Session } from '../../../schemas/types.ts'
import { numberInWords } from '../../../server/domain/review/in-words/number-in-words.ts'
import { addressOfMinutes, recallDecision } from '../../api/reviews.ts'
import { confirmation } from '../../facilitator/confirmation.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/review.ts'
import { addressOf } from '../../router.ts'
import { troubleIn, Trying } from '../../trying.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { titlePage } from '../../ui/page-title.ts'
import { panelBar } from '../meeting/panel-bar.ts'
import { PanelWatch, type Panel } from '../meeting/panel-watch.ts'
import { capital } from '../in-words.ts'
import { partInWords } from '../part-names.ts'
import { dissentList } from './dissent-list.ts'
import { editorialList } from './editorial-list.ts'
import { obstacleList } from './obstacle-list.ts'
import { recalledList, sealedView } from './sealed-view.ts'
import { standingTable } from './standing-table.ts'
import { versionBecause } from './version-because.ts'
import { whatsNew, type News } from './whats-new.ts'

/** What a panel's work comes to: how it stands, the decision, and what follows from it. */
@customElement('pv-closing-page')
export class ClosingPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  /** The closing as it is shown; what has come in since waits until somebody asks for it. */
  @state() private read: Closing | null = null
  @state() private recalling = false
  @state() private said = ''
  readonly #trying = new Trying(this)
  readonly #watch = new PanelWatch(this, ['closing', 'remarks'], (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#trying.read(() => this.#watch.begin())
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const fresh = this.#watch.panel?.closing ?? null
    if (fresh === null || this.read === null || fresh.state === this.read.state) this.read = fresh
  }

  override render(): TemplateResult {
    const { panel, lostSince, isNone } = this.#watch
    titlePage(t('closing.pageTitle', { title: panel?.review.profileTitle ?? this.slug }), this.viewer)
    return html`${panelBar({ slug: this.slug, review: panel?.review, here: t('closing.heading'), lostSince })}
      <main class="panel-sheet closing" id="main">
        ${this.#trying.shown()}
        ${
          panel
            ? this.#shown(panel)
            : isNone
              ? html`<h1 class="title">${t('closing.heading')}</h1>
                  <p class="lead">${t('room.noReview')}</p>`
              : this.#trying.trouble
                ? nothing
                : html`<pv-loading></pv-loading>`
        }
        <p class="sr" role="status">${this.said}</p>
      </main>
      ${confirmation({
        open: this.recalling,
        label: t('closing.recall.question'),
        content: t('closing.recall.content'),
        go: t('closing.recall.go'),
        onGo: () => {
          this.recalling = false
          void this.#recall()
        },
        onClose: () => (this.recalling = false),
      })}`
  }

  #shown(panel: Panel): TemplateResult {
    const { review, text } = panel
    const decision = review.decisions.find(({ recalledAt }) => recalledAt === null)
    if (decision && review.status !== 'open' && review.status !== 'preparing')
      return this.#sealed(panel, decision)
    if (!text || !this.read)
      return html`<h1 class="title">${t('closing.heading')}</h1>
        <p class="lead">
          ${t(review.status === 'open' ? 'closing.notYours' : `closing.before.${review.status === 'withdrawn' ? 'withdrawn' : 'preparing'}`)}
        </p>
        <p><a href=${addressOf({ page: 'review', slug: this.slug })}>${t('room.toPanel')}</a></p>
        ${recalledList(review)}`
    return this.#open(panel, text, this.read)
  }

  #open({ review, remarks, closing: fresh }: Panel, text: ReviewText, read: Closing): TemplateResult {
    // While what members say is hidden, a closing tells what is possible, and not who stands how.
    const isHidden = read.parts.length === 0
    const ready = read.parts.filter(({ tally }) => tally.state === 'ready').length
    const unconfirmed = text.amendments.filter(
      ({ claimsEditorial, isEditorial }) => claimsEditorial && !isEditorial,
    )
    const { former } = review
    return html`<h1 class="title">${t('closing.title', { title: review.profileTitle })}</h1>
      <p class="lead">
        ${
          isHidden
            ? t('closing.hidden')
            : ready === read.parts.length
              ? t('closing.allReady')
              : someReady(ready, read.parts.length)
        }
        ${t('closing.nothingSealed')}
      </p>
      ${fresh && fresh.state !== read.state ? this.#news(read, fresh) : nothing}
      ${obstacleList({ review, text, remarks, slug: this.slug, closing: read })}
      ${
        isHidden
          ? nothing
          : html`<section class="sec" aria-labelledby="standing-heading">
              <h2 id="standing-heading">${t('closing.standing.heading')}</h2>
              ${standingTable(read.parts, review)}
            </section>`
      }
      ${
        unconfirmed.length === 0
          ? nothing
          : html`<section class="sec" aria-labelledby="unconfirmed-heading">
              <h2 id="unconfirmed-heading">${plural('closing.editorial.heading', unconfirmed.length)}</h2>
              <p class="quiet">${t('closing.editorial.help')}</p>
              ${editorialList(unconfirmed, review)}
            </section>`
      }
      ${isHidden ? nothing : dissentList({ dissents: read.dissents, review, isAhead: true })}
      ${
        former !== null && text.rewordings.length > 0
          ? html`<pv-rulings
              .review=${review}
              .text=${text}
              .ruled=${(ruled: ReviewText) => void this.#ruled(ruled)}
            ></pv-rulings>`
          : html`<section class="sec" aria-labelledby="version-heading">
              <h2 id="version-heading">${t('closing.version', { version: read.version })}</h2>
              <p class="quiet">
                ${versionBecause({ former, version: read.version, rewordings: text.rewordings })}
              </p>
            </section>`
      }
      <pv-decide-form
        .review=${review}
        .closing=${read}
        .closed=${(closed: Review) => void this.#closed(closed)}
        .overtaken=${() => this.#watch.refresh()}
      ></pv-decide-form>
      ${
        review.acts.printMinutes
          ? html`<p class="papers">
              ${icon('printer')}<a href=${addressOfMinutes(review.id)} target="_blank"
                >${t('closing.minutesSoFar')}</a
              >
            </p>`
          : nothing
      }
      ${recalledList(review)}`
  }

  #news(read: Closing, fresh: Closing): TemplateResult {
    const news = whatsNew(read, fresh)
    return html`<section class="notice overtaken" role="status" aria-labelledby="news-heading">
      <h2 id="news-heading">${t('closing.news.heading')}</h2>
      ${
        news.length === 0
          ? html`<p>${t('closing.news.other')}</p>`
          : html`<ul>
              ${news.map((each) => html`<li>${newsInWords(each)}</li>`)}
            </ul>`
      }
      <p>
        <wa-button appearance="outlined" @click=${() => this.#readAnew(fresh)}
          >${t('closing.news.show')}</wa-button
        >
      </p>
    </section>`
  }

  #sealed({ review, text }: Panel, decision: PanelDecision): TemplateResult {
    const { outcome } = decision
    const isApproved = review.status === 'approved'
    const since = text?.amendments.filter(({ at }) => at > decision.at) ?? []
    const unconfirmed = since.filter(({ isEditorial }) => !isEditorial).length
    return html`${sealedView({
        review,
        decision,
        slug: this.slug,
        now: () => this.#watch.now(),
        recall: () => (this.recalling = true),
        whenOver: () => void this.#trying.read(() => this.#watch.refresh()),
      })}
      ${isApproved && outcome === 'approvedEditorial' && text ? this.#editorial(review, text, since) : nothing}
      ${
        isApproved && text?.rewordings.some(({ ruling }) => ruling === null)
          ? html`<pv-rulings
              .review=${review}
              .text=${text}
              .ruled=${(ruled: ReviewText) => this.#watch.take({ text: ruled })}
            ></pv-rulings>`
          : nothing
      }
      ${
        isApproved && text
          ? html`<pv-publish-review
              .review=${review}
              .text=${text}
              .unconfirmed=${unconfirmed}
              .published=${() => void this.#published()}
            ></pv-publish-review>`
          : nothing
      }
      <section class="sec" aria-labelledby="stood-heading">
        <h2 id="stood-heading">${t('closing.standing.stood')}</h2>
        ${standingTable(decision.parts, review)}
      </section>
      ${dissentList({ dissents: decision.dissents, review, isAhead: false })}
      <p class="quiet">${remarksInWords(decision.remarks)}</p>
      ${recalledList(review)}`
  }

  #editorial(review: Review, text: ReviewText, since: ReviewText['amendments']): TemplateResult {
    return html`<section class="sec" aria-labelledby="since-heading">
      <h2 id="since-heading">
        ${since.length === 0 ? t('closing.editorial.sinceNone') : plural('closing.editorial.since', since.length)}
      </h2>
      <p class="quiet">${t('closing.editorial.help')}</p>
      ${editorialList(since, review)}
      ${
        review.acts.amend
          ? html`<pv-write-editorial
              .review=${review}
              .text=${text}
              .written=${(written: ReviewText) => this.#watch.take({ text: written })}
            ></pv-write-editorial>`
          : nothing
      }
    </section>`
  }

  #readAnew(fresh: Closing): void {
    this.read = fresh
    this.said = t('closing.news.shown')
    void this.updateComplete.then(() => {
      const heading = this.querySelector<HTMLElement>('h1')
      heading?.setAttribute('tabindex', '-1')
      heading?.focus()
    })
  }

  /** One's own ruling is no surprise to oneself: what it leads to is shown at once. */
  async #ruled(text: ReviewText): Promise<void> {
    this.#watch.take({ text })
    await this.#trying.read(() => this.#watch.refresh())
    this.read = this.#watch.panel?.closing ?? null
  }

  async #closed(review: Review): Promise<void> {
    this.#watch.take({ review, closing: null })
    this.said = t('closing.said.closed')
    await this.#trying.read(() => this.#watch.refresh())
    await this.#toTop()
  }

  async #recall(): Promise<void> {
    const { panel } = this.#watch
    if (!panel) return
    await this.#trying.act(async () => {
      await recallDecision(panel.review.id)
      this.said = t('closing.said.recalled')
    })
    if (!this.#trying.trouble) await this.#trying.read(() => this.#watch.refresh())
    await this.#toTop()
  }

  async #published(): Promise<void> {
    await this.#trying.read(() => this.#watch.refresh())
    this.said = t('closing.said.published')
    await this.#toTop()
  }

  async #toTop(): Promise<void> {
    if (this.#trying.trouble) return
    await this.updateComplete
    const heading = this.querySelector<HTMLElement>('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
}

function someReady(ready: number, all: number): string {
  const of = numberInWords(locale(), all)
  if (ready === 0) return t('closing.noneReady', { of })
  return capital(plural('closing.someReady', ready, { ready: numberInWords(locale(), ready), of }))
}

/** What became of the remarks, with nothing said of what did not happen. */
function remarksInWords(remarks: PanelDecision['remarks']): string {
  const counts = (['accepted', 'changed', 'declined'] as const).flatMap((fate) =>
    remarks[fate] === 0 ? [] : [plural(`closing.sealed.counts.${fate}`, remarks[fate])],
  )
  if (counts.length === 0) return t('closing.sealed.noRemarks')
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' })
  return t('closing.sealed.remarks', { counts: list.format(counts) })
}

function newsInWords(news: News): string {
  switch (news.kind) {
    case 'part':
      return t(`closing.news.part.${news.state}`, { part: partInWords(news) })
    case 'version':
      return t('closing.news.version', { version: news.version })
    default:
      return plural(`closing.news.${news.kind}`, news.count)
  }
}
