import '../styles/people.css'
import '../styles/review.css'
import './dialog-form.ts'
import './heat-map.ts'
import './rule-choice.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Draft, ProfileSummary, Review, Session } from '../../schemas/types.ts'
import { readDraft } from '../api/drafts.ts'
import { problemIn } from '../api/http-client.ts'
import { readProfile } from '../api/profiles.ts'
import { listMyReviews, listReviews, submitDraft } from '../api/reviews.ts'
import { formatTime } from '../i18n/locale.ts'
import { t } from '../i18n/review.ts'
import { troubleIn, Trying } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import type { Desk } from './desk.ts'
import type { Question } from './dialog-form.ts'
import { partDialog } from './part-dialog.ts'
import { reviewBar } from './review-bar.ts'
import { ReviewWatch } from './review-watch.ts'
import { canSubmitFrom, stageOf, type Stage } from './stage.ts'
import { stagePart, steps } from './stage-part.ts'
import { submitPart } from './submit-part.ts'

/** A panel's work on a profile, whichever stage it is at: submitted, put together, followed, and what it has come to. */
@customElement('pv-review-page')
export class ReviewPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @state() private profile: ProfileSummary | null = null
  @state() private reviews: readonly Review[] | null = null
  @state() private draft: Draft | null = null
  /** A place at the panel, for those who may not see this page and have one of their own. */
  @state() private ownPlace: string | null = null
  @state() private question: Question | null = null
  @state() private partShown: string | null = null
  @state() private busy = false
  /** What has been done last, in words, as long as it is the last that has happened. */
  @state() private said = ''
  #saidAt: Stage = 'none'
  readonly #trying = new Trying(this)
  readonly #watch = new ReviewWatch(this, (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t('page.title'), this.viewer)
    void this.#trying.read(() => this.#read())
  }

  async #read(): Promise<void> {
    const { slug } = this
    try {
      const [profile, { items }] = await Promise.all([readProfile(slug), listReviews(slug)])
      const [latest = null] = items
      const { readDraft: mayRead } = profile.abilities
      this.draft = canSubmitFrom(stageOf(latest)) && profile.draft && mayRead ? await readDraft(slug) : null
      if (latest) await this.#watch.follow(latest.id)
      this.profile = profile
      this.reviews = items
    } catch (error) {
      const mine = problemIn(error) ? await listMyReviews().catch(() => ({ items: [] })) : { items: [] }
      this.ownPlace = mine.items.find(({ profileSlug }) => profileSlug === slug)?.id ?? null
      if (this.ownPlace === null) throw error
    }
  }

  override render(): TemplateResult {
    const desk = this.#desk()
    const title = this.profile?.title ?? ''
    return html`
      ${reviewBar({ slug: this.slug, profileTitle: title, here: this.#here(desk), end: this.#badge() })}
      <main class="review" id="main">
        ${this.#trying.shown()}
        <p class="said" role="status">
          ${this.said && stageOf(desk?.review ?? null) === this.#saidAt ? html`${icon('check')}${this.said}` : nothing}
        </p>
        ${
          this.profile && this.reviews
            ? desk
              ? stagePart(desk, this.#submission(desk))
              : html`${steps('none')}
                  <h1 class="title">${t('submit.heading')}</h1>
                  ${this.#submission(null)}`
            : this.ownPlace !== null
              ? html`<h1 class="title">${t('page.ownPlace')}</h1>
                  <p class="lead">${t('page.ownHelp')}</p>
                  <p class="ways-on">
                    <wa-button variant="brand" href="/panel/${this.ownPlace}">${t('page.ownGo')}</wa-button>
                  </p>`
              : this.#trying.trouble
                ? nothing
                : html`<pv-loading></pv-loading>`
        }
      </main>
      <pv-dialog-form
        .question=${this.question}
        .close=${(done: string) => {
          this.question = null
          if (done) void this.#follow(done)
        }}
        .done=${() => void this.#refresh()}
      ></pv-dialog-form>
      ${partDialog(desk, this.partShown, () => (this.partShown = null))}
    `
  }

  #here(desk: Desk | null): string {
    const round = desk?.review.status === 'withdrawn' ? null : desk?.review.round
    return round ? t('page.round', { number: round.number }) : t('page.panel')
  }

  #badge(): TemplateResult | typeof nothing {
    const { lostSince, standing } = this.#watch
    if (!standing) return nothing
    if (lostSince !== null)
      return html`<span class="badge wait" role="status"
        >${icon('cloud-off')}<span>${t('page.lost', { time: formatTime(new Date(lostSince)) })}</span></span
      >`
    return html`<span class="badge ok" role="status"
      >${icon('cloud-check')}<span>${t('page.live')}</span></span
    >`
  }

  #submission(desk: Desk | null): TemplateResult | typeof nothing {
    const { profile, draft } = this
    const stage = stageOf(desk?.review ?? null)
    if (!profile || !canSubmitFrom(stage)) return nothing
    // Whoever has nothing to submit is told so where nothing else is said.
    if (stage !== 'none' && !draft) return nothing
    const part = submitPart({
      slug: this.slug,
      draft,
      maySubmit: profile.abilities.submitToPanel,
      isAgain: stage !== 'none',
      hasPanel: stage === 'returned',
      isBusy: this.busy,
      submit: (read) => void this.#submit(read),
    })
    if (stage === 'none') return part
    return html`<section class="part" aria-labelledby="submit-heading">
      <h2 id="submit-heading">${t('submit.againHeading')}</h2>
      ${part}
    </section>`
  }

  #desk(): Desk | null {
    const { standing } = this.#watch
    const { profile } = this
    if (!standing || !profile) return null
    return {
      ...standing,
      slug: this.slug,
      viewer: this.viewer,
      abilities: profile.abilities,
      hasDraft: profile.draft !== null,
      isBusy: this.busy,
      ask: (question) => (this.question = question),
      act: (work, said) => void this.#act(work, said),
      open: (partId) => (this.partShown = partId),
    }
  }

  async #submit({ revision }: Draft): Promise<void> {
    await this.#act(
      () =>
        submitDraft(this.slug, revision).catch(async (error: unknown) => {
          // Perhaps the draft is another than was read here: the no is told beside the one that stands.
          if (problemIn(error)) await this.#read()
          throw error
        }),
      t('submit.done'),
    )
  }

  /** Does one thing at a time, and looks at once how it stands. */
  async #act(work: () => Promise<unknown>, said: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.said = ''
    await this.#trying.act(async () => {
      await work()
      await this.#read()
      this.#say(said)
    })
    this.busy = false
  }

  async #follow(done: string): Promise<void> {
    await this.#refresh()
    this.#say(done)
  }

  /** It stands until the review has moved on: then it would tell of what no longer holds. */
  #say(words: string): void {
    this.said = words
    this.#saidAt = stageOf(this.#watch.standing?.review ?? null)
  }

  #refresh(): Promise<void> {
    return this.#trying.read(() => this.#read())
  }
}
