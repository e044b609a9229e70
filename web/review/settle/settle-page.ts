import '../../styles/workshop.css'
import '../../styles/review-meeting.css'
import './amend-form.ts'
import './answer-form.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Session } from '../../../schemas/types.ts'
import { numberInWords } from '../../../server/domain/review/in-words/number-in-words.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/review.ts'
import { addressOf } from '../../router.ts'
import { troubleIn, Trying } from '../../trying.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { titlePage } from '../../ui/page-title.ts'
import { hasSingleKeys, isForField } from '../../workshop/screens/single-keys.ts'
import { panelBar } from '../meeting/panel-bar.ts'
import { PanelWatch, type Panel } from '../meeting/panel-watch.ts'
import { capital } from '../in-words.ts'
import { changedWordsKey } from './changed-words.ts'
import { countRemarks, gatherRemarks, type Thread } from './gather-remarks.ts'
import { threadView, type Doing, type Settling } from './thread-view.ts'

type Filter = 'open' | 'settled' | 'all'
const FILTERS: readonly Filter[] = ['open', 'settled', 'all']

/** Every remark and proposal, in the order of the text, each to be answered with a reason. */
@customElement('pv-settle-page')
export class SettlePage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @state() private filter: Filter = 'open'
  @state() private doing: Doing | null = null
  /** What has been done last, in words. */
  @state() private said = ''
  #held: Thread | null = null
  readonly #trying = new Trying(this)
  readonly #watch = new PanelWatch(this, ['remarks', 'tally'], (error) => {
    this.#trying.trouble = troubleIn(error, 'read')
    this.requestUpdate()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
    void this.#trying.read(() => this.#watch.begin()).then(() => this.#showAsked())
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { panel, lostSince, isNone } = this.#watch
    titlePage(t('settle.pageTitle', { title: panel?.review.profileTitle ?? this.slug }), this.viewer)
    return html`${panelBar({ slug: this.slug, review: panel?.review, here: t('settle.heading'), lostSince })}
      <main class="panel-sheet" id="main">
        ${this.#trying.shown()}
        ${
          panel
            ? this.#shown(panel)
            : isNone
              ? html`<h1 class="title">${t('settle.heading')}</h1>
                  <p class="lead">${t('room.noReview')}</p>`
              : this.#trying.trouble
                ? nothing
                : html`<pv-loading></pv-loading>`
        }
        <p class="sr" role="status">${this.said}</p>
      </main>`
  }

  #shown(panel: Panel): TemplateResult {
    const { review, text, remarks } = panel
    if (!text) return html`<p class="lead">${t('settle.notYours')}</p>`
    const threads = gatherRemarks(text, remarks).map((thread) => this.#heldStill(thread))
    const { all, open } = countRemarks(threads)
    const shown = threads.filter((thread) => this.#isShown(thread))
    const settling: Settling = {
      review,
      text,
      tally: panel.tally,
      viewer: this.viewer,
      doing: this.doing,
      begin: (doing, thread) => {
        this.doing = doing
        this.#held = thread
      },
      end: (said) => void this.#end(said),
    }
    return html`<div class="sheet-head">
        <h1 class="title">
          ${open === 0 ? t(all === 0 ? 'settle.none' : 'settle.allDone') : capital(plural('settle.title', open, { number: numberInWords(locale(), open) }))}
        </h1>
        <p class="sum">
          ${t(all === 0 ? 'settle.noneHelp' : open === 0 ? 'settle.allDoneHelp' : 'settle.help')}
        </p>
        ${open > 0 && !review.acts.settle ? html`<p class="hint">${t('settle.onlyRead')}</p>` : nothing}
        ${
          all === 0
            ? nothing
            : html`<div class="sheet-tools">
                <div class="phases" role="group" aria-label=${t('settle.filter.label')}>
                  ${FILTERS.map(
                    (each) =>
                      html`<button
                        aria-pressed=${each === this.filter ? 'true' : 'false'}
                        @click=${() => (this.filter = each)}
                      >
                        ${t(`settle.filter.${each}`)}
                        <span class="num">${each === 'all' ? all : each === 'open' ? open : all - open}</span>
                      </button>`,
                  )}
                </div>
                <p class="quiet reading">${t('settle.words.key')} ${changedWordsKey()}</p>
              </div>`
        }
        ${this.said ? html`<p class="said-line" aria-hidden="true">${icon('check')}${this.said}</p>` : nothing}
      </div>
      ${
        shown.length === 0 && all > 0
          ? html`<p class="empty">
              ${t(this.filter === 'open' ? 'settle.noneOpen' : 'settle.noneSettled')}
              ${
                this.filter === 'open' && review.acts.close
                  ? html`<a href=${addressOf({ page: 'closing', slug: this.slug })}
                      >${t('settle.toClosing')}</a
                    >`
                  : nothing
              }
            </p>`
          : nothing
      }
      ${repeat(
        shown,
        ({ key }) => key,
        (thread) => threadView(settling, this.#filtered(thread)),
      )}`
  }

  /** What somebody is writing an answer to stays where it is until they are done, whatever happens to it meanwhile. */
  #heldStill(thread: Thread): Thread {
    const { part, item, key } = thread
    return this.#held?.key === key ? { ...this.#held, part, item } : thread
  }

  #isShown({ open, remarks }: Thread): boolean {
    if (this.filter === 'all') return true
    return this.filter === 'open' ? open.length > 0 : remarks.length > open.length
  }

  /** In a thread with both, what is settled is read beside what is open, and not the other way round. */
  #filtered(thread: Thread): Thread {
    if (this.filter !== 'settled') return thread
    const remarks = thread.remarks.filter(({ disposition }) => disposition !== null)
    return { ...thread, remarks, open: [], colliding: [] }
  }

  async #end(said: string): Promise<void> {
    const before = this.doing
    this.doing = null
    this.#held = null
    if (said === '') {
      await this.updateComplete
      return this.querySelector<HTMLElement>(
        `#synpunkt-${before?.remarkId} [data-act=${before?.act}]`,
      )?.focus()
    }
    this.said = said
    await this.#trying.read(() => this.#watch.refresh())
    await this.updateComplete
    this.#toNext()
  }

  /** To the next open thread after where one is, and around. */
  #toNext(): void {
    const threads = [...this.querySelectorAll<HTMLElement>('.thread:has([data-act])')]
    const here = document.activeElement?.closest('.thread')
    const at = threads.findIndex((each) => each === here)
    const next = threads[(at + 1) % Math.max(1, threads.length)] ?? this.querySelector<HTMLElement>('h1')
    next?.setAttribute('tabindex', '-1')
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'start' })
  }

  /** A link may name a remark, settled or not. */
  async #showAsked(): Promise<void> {
    const id = location.hash.slice(1)
    const remark = this.#watch.panel?.remarks.find((each) => `synpunkt-${each.id}` === id)
    if (!remark) return
    if (remark.disposition) this.filter = 'all'
    await this.updateComplete
    document.getElementById(id)?.scrollIntoView({ block: 'center' })
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || isForField(event) || !hasSingleKeys()) return
    if (key.toLowerCase() === 'n') {
      event.preventDefault()
      this.#toNext()
    }
    if (key === 'Escape' && this.doing) void this.#end('')
  }
}
