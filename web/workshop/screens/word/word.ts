import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Card, NearestText, Theme } from '../../../../schemas/types.ts'
import {
  addOutcome,
  putAside,
  reuseModule,
  sayDifference,
  textAt,
  type Pen,
} from '../../../../server/board/write-on-board.ts'
import { letter } from '../../../../server/domain/profile/number-items.ts'
import { cardsIn } from '../../../../server/domain/workshop/lie-of-cards.ts'
import { cardsByPath } from '../../../../server/domain/workshop/paths-of-cards.ts'
import { tallyNeeds } from '../../../../server/domain/workshop/tally-needs.ts'
import { wordingsIn, type Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'
import { inSentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/wording.ts'
import '../../../styles/board-word.css'
import type { BoardSession } from '../../board/board-session.ts'
import { announce } from '../announce.ts'
import type { Desk } from '../desk.ts'
import { BoardCoach, type Numbered } from './board-coach.ts'
import { BoardElement } from './board-element.ts'
import { aimCard, cardsBehindList, dropCard } from './cards-behind.ts'
import { HeldFocus } from './held-focus.ts'
import { NearestPublished } from './nearest-published.ts'
import { ReasonDraft } from './reason-draft.ts'
import { fieldId, sentence } from './sentence.ts'
import type { FieldWish } from './shared-field.ts'
import { coachNotes, nearNotes } from './side-notes.ts'
import { themeHead } from './theme-head.ts'
import {
  addCriterionAfter,
  copyWording,
  dropIfEmpty,
  moveStep,
  startFromCard,
  takeAdvice,
  toggleCard,
} from './word-acts.ts'
import { asideList, wordingList } from './wording-list.ts'

type Scene = {
  readonly desk: Desk
  readonly session: BoardSession
  readonly themes: readonly Theme[]
  readonly theme: Theme
  readonly wordings: readonly Wording[]
  readonly wording: Wording | undefined
  readonly findings: readonly Numbered[]
}

/**
 * Cards become outcomes and criteria: theme by theme, one sentence at a time, several people in the same sentence, the
 * cards in sight to the left and the coach to the right.
 */
@customElement('pv-word')
export class Word extends BoardElement {
  @state() private openCard: string | null = null
  /** The field that one writes in: what is published is looked up for its words. */
  @state() private writingId: string | null = null
  #themeId: string | null = null
  #outcomeId: string | null = null
  /** Where the sentence stood that was last shown: when it is put aside, one goes on beside it. */
  #place = 0
  #focusNext: string | null = null
  readonly #held = new HeldFocus()
  readonly #coach = new BoardCoach(() => this.requestUpdate())
  readonly #near = new NearestPublished(() => this.requestUpdate())
  readonly #reason = new ReasonDraft(
    (outcomeId, words) => this.#withPen((pen) => sayDifference(pen, outcomeId, words)),
    () => this.requestUpdate(),
  )

  override disconnectedCallback(): void {
    this.#reason.settle()
    this.#coach.stop()
    this.#near.stop()
    super.disconnectedCallback()
  }

  protected override boardChanged({ view }: BoardSession): void {
    this.#coach.follow(view.board, view.workshop.outcomeStem)
  }

  protected override draw(desk: Desk, session: BoardSession): TemplateResult {
    const themes = desk.board.themes.filter(({ isAside }) => !isAside)
    const theme = themes.find(({ id }) => id === this.#themeId) ?? themes[0]
    if (!theme)
      return html`<main class="nothing-yet"><h1 class="title" tabindex="-1">${t('word.noThemes')}</h1></main>`
    this.#themeId = theme.id
    const wordings = wordingsIn(desk.board, theme.id)
    const wording = this.#current(wordings)
    const findings = wording ? this.#coach.on(wording) : []
    const scene: Scene = { desk, session, themes, theme, wordings, wording, findings }
    this.#near.follow(this.#writtenIn(wording))
    return html`<div class="word">
      <main class="leaf">
        ${this.#head(scene)}
        ${wording ? this.#sentence(wording, scene) : html`<p class="nothing">${t('word.none')}</p>`}
      </main>
      <aside class="beside" aria-label=${t('word.beside')}>
        ${wording ? this.#beside(wording, scene) : nothing}
      </aside>
      ${this.#cards(scene)}
      <div class="under">${wordingList(this.#listContext(scene))} ${this.#aside(scene)}</div>
    </div>`
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.#held.takeHold(this)
  }

  /** The focus goes to what one has just made, as soon as it is there. */
  protected override updated(_changed: PropertyValues): void {
    this.#held.letGo()
    if (this.#focusNext === null) return
    const field = this.querySelector<HTMLElement>(`pv-shared-field[data-field="${this.#focusNext}"]`)
    if (!field) return
    this.#focusNext = null
    // A field that is new has drawn nothing yet.
    setTimeout(() => field.focus(), 0)
  }

  /** One that was just made may come with the next look at the board; until then, and when one goes, its neighbour is shown. */
  #current(wordings: readonly Wording[]): Wording | undefined {
    const at = wordings.findIndex(({ outcome }) => outcome.id === this.#outcomeId)
    if (at >= 0) this.#place = at
    const wording = wordings[at] ?? wordings[Math.min(this.#place, wordings.length - 1)]
    this.#outcomeId ??= wording?.outcome.id ?? null
    return wording
  }

  #writtenIn(wording: Wording | undefined): string {
    const criterion = wording?.criteria.find(({ id }) => id === this.writingId)
    return criterion?.text ?? wording?.outcome.text ?? ''
  }

  #head({ desk: { board, pen }, themes, theme, wordings, wording }: Scene): TemplateResult {
    return themeHead({
      board,
      themes,
      theme,
      wordings,
      wording,
      linked: theme.reuse ? this.#near.called(theme.reuse.moduleId) : undefined,
      unlink: pen ? () => this.#link(pen, theme, null) : null,
      choose: (id) => this.#choose(id),
      go: (id) => this.#show(id),
    })
  }

  #sentence(wording: Wording, { desk: { pen, state: workshop }, session, findings }: Scene): TemplateResult {
    return html`<div
      class="sentence"
      @field-wish=${(event: CustomEvent<FieldWish>) => pen && this.#wish(event, pen, wording)}
      @focusin=${this.#entered}
      @focusout=${(event: FocusEvent) => this.#left(event, pen)}
      @dragover=${aimCard}
      @drop=${(event: DragEvent) => pen && dropCard(event, pen, wording)}
    >
      ${sentence(wording, {
        session,
        pen,
        state: workshop,
        findings,
        move: (id, step) => pen && this.#moveCriterion(pen, wording, id, step),
        putAside: (id, at) => pen && this.#putAside(pen, 'criteria', id, t('word.criterion', { letter: at })),
        add: () => pen && this.#focusOn(addCriterionAfter(pen, wording, null)),
      })}
    </div>`
  }

  #beside(wording: Wording, { desk: { pen }, theme, findings }: Scene): TemplateResult {
    const { outcome, criteria } = wording
    return html`${coachNotes(findings, {
      canWrite: pen !== null,
      fieldOf: ({ itemId, field }) => (field === 'text' ? fieldId(itemId) : `${field}-${itemId}`),
      whatOf: ({ itemId }) => {
        const at = criteria.findIndex(({ id }) => id === itemId)
        return inSentence(at < 0 ? t('word.outcome') : t('word.criterion', { letter: letter(at) }))
      },
      take: (finding) => pen && this.#take(pen, wording, finding),
      keep: (finding) => this.#keep(finding),
    })}
    ${
      pen
        ? nearNotes({
            items: this.#near.items,
            outcome,
            theme,
            source: outcome.source && this.#near.called(outcome.source.itemId),
            draft: this.#reason.wordsFor(outcome.id),
            copy: (item) => this.#copy(pen, wording, item),
            link: (item) => this.#link(pen, theme, item),
            say: () => this.#beginReason(outcome.id),
            said: (words) => this.#reason.say(outcome.id, words),
            settle: () => this.#reason.settle(),
          })
        : nothing
    }`
  }

  #cards({ desk: { board, pen, state: workshop }, theme, wordings, wording }: Scene): TemplateResult {
    const cards = cardsIn(board, theme.id).filter(({ text }) => text.trim() !== '')
    return cardsBehindList({
      cards: cardsByPath(cards, tallyNeeds(board)),
      wordings,
      wording,
      third: workshop.thirdCategory,
      canWrite: pen !== null,
      openId: this.openCard,
      open: (id) => (this.openCard = id),
      use: (card) => pen && wording && toggleCard(pen, wording.outcome, card.id),
      toOutcome: (card) => pen && this.#show(startFromCard(pen, card, theme.id)),
      toCriterion: (card) => pen && wording && this.#criterionFrom(pen, wording, card),
    })
  }

  #listContext({ desk, theme, wordings, wording }: Scene): Parameters<typeof wordingList>[0] {
    const { pen, state: workshop } = desk
    return {
      wordings,
      current: wording?.outcome.id ?? null,
      findings: this.#coach.onTheme(theme.id),
      third: workshop.thirdCategory,
      canWrite: pen !== null,
      go: (id) => this.#show(id),
      move: (id, step) => pen && this.#moveOutcome(pen, wordings, id, step),
      putAside: (id) => pen && this.#putAside(pen, 'outcomes', id, t('word.theOutcome')),
      add: () => pen && this.#addOutcome(pen, theme.id),
    }
  }

  #aside({ desk: { board, pen }, theme, wording }: Scene): TemplateResult | typeof nothing {
    return asideList(
      board.outcomes.filter(({ themeId, isAside }) => isAside && themeId === theme.id),
      board.criteria.filter(({ isAside, outcomeId }) => isAside && outcomeId === wording?.outcome.id),
      pen
        ? (part, id) => {
            putAside(pen, part, id, false)
            if (part === 'outcomes') this.#show(id)
            else this.#focusOn(id)
          }
        : null,
    )
  }

  #wish(event: CustomEvent<FieldWish>, pen: Pen, wording: Wording): void {
    const { criteria, outcome } = wording
    const id = (event.target as HTMLElement).dataset.field
    if (id === undefined) return
    const at = criteria.findIndex((each) => each.id === id)
    const next = criteria[at + 1]
    switch (event.detail) {
      case 'next':
        // An empty row is there to be written in, and not to be followed by another.
        if (next?.text.trim() === '' || (at < 0 && next)) this.#focusOn(next.id)
        else if (criteria[at]?.text.trim() !== '')
          this.#focusOn(addCriterionAfter(pen, wording, at < 0 ? null : id))
        return
      case 'nextOutcome':
        return this.#nextOutcome(pen, outcome.themeId)
      case 'up':
      case 'down':
        if (at >= 0) this.#moveCriterion(pen, wording, id, event.detail === 'up' ? -1 : 1)
        return
      case 'leaveEmpty':
        if (at >= 0) this.#focusOn(criteria[at - 1]?.id ?? outcome.id)
    }
  }

  #nextOutcome(pen: Pen, themeId: string): void {
    const wordings = this.session ? wordingsIn(this.deskOn(this.session).board, themeId) : []
    const at = wordings.findIndex(({ outcome }) => outcome.id === this.#outcomeId)
    const next = wordings[at + 1]?.outcome
    if (next) this.#show(next.id)
    else if (wordings[at]?.outcome.text.trim() !== '') this.#addOutcome(pen, themeId)
  }

  #addOutcome(pen: Pen, themeId: string): void {
    this.#show(addOutcome(pen, { themeId, category: 'skills', text: '' }))
  }

  #criterionFrom(pen: Pen, wording: Wording, { id, text }: Card): void {
    this.openCard = null
    this.#focusOn(addCriterionAfter(pen, wording, null, { text: text.trim(), cardIds: [id] }))
  }

  #moveCriterion(pen: Pen, { criteria }: Wording, id: string, step: -1 | 1): void {
    const at = criteria.findIndex((each) => each.id === id)
    if (!moveStep(pen, 'criteria', criteria, id, step)) return
    const what = t('word.criterion', { letter: letter(at) })
    announce(t('word.moved', { what, place: letter(at + step) }))
  }

  #moveOutcome(pen: Pen, wordings: readonly Wording[], id: string, step: -1 | 1): void {
    const outcomes = wordings.map(({ outcome }) => outcome)
    const place = outcomes.findIndex((outcome) => outcome.id === id) + 1 + step
    if (moveStep(pen, 'outcomes', outcomes, id, step))
      announce(t('word.moved', { what: t('word.theOutcome'), place }))
  }

  #putAside(pen: Pen, part: 'outcomes' | 'criteria', id: string, what: string): void {
    putAside(pen, part, id, true)
    announce(t('word.putAside', { what }))
    this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }

  #take(pen: Pen, wording: Wording, finding: Numbered): void {
    this.#asOneStep(() => takeAdvice(pen, wording, finding))
    announce(t('word.coach.taken'))
    this.#focusOn(finding.itemId)
  }

  #keep(finding: Numbered): void {
    this.#coach.keep(finding)
    this.#focusOn(finding.itemId)
  }

  #copy(pen: Pen, wording: Wording, item: NearestText): void {
    if (item.itemKind === 'criterion') {
      this.#focusOn(addCriterionAfter(pen, wording, null, { text: item.text }))
      announce(t('word.near.copiedCriterion'))
      return
    }
    this.#asOneStep(() => copyWording(pen, wording, item))
    announce(t('word.near.copied'))
    this.#focusOn(wording.outcome.id)
  }

  #link(pen: Pen, theme: Theme, item: NearestText | null): void {
    const { profileSlug = '', version = '', moduleId = '' } = item ?? {}
    reuseModule(pen, theme.id, item && { profileSlug, version, moduleId })
    announce(t(item ? 'word.near.linkedSaid' : 'word.near.unlinkedSaid'))
    this.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }

  readonly #entered = (event: FocusEvent): void => {
    const field = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')
    if (field) this.writingId = field.dataset.field ?? null
  }

  /**
   * A row that was opened and not written in is no criterion, unless somebody else is about to write in it. A window
   * that loses the focus leaves nothing.
   */
  #left(event: FocusEvent, pen: Pen | null): void {
    const id = (event.target as HTMLElement).closest<HTMLElement>('.crit [data-field]')?.dataset.field
    const { session } = this
    if (id === undefined || !pen || !session || this.#held.isHolding || !document.hasFocus()) return
    const text = textAt(session.doc, 'criteria', id)
    if (text && session.caretsIn(text).length > 0) return
    dropIfEmpty(pen, id)
  }

  #beginReason(outcomeId: string): void {
    this.#reason.say(outcomeId, '')
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#differs')?.focus())
  }

  #choose(themeId: string): void {
    this.#reason.settle()
    this.#themeId = themeId
    this.#outcomeId = null
    this.#place = 0
    this.openCard = null
    this.querySelector('.change')?.removeAttribute('open')
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus())
  }

  /** To a sentence, which may be on its way still. */
  #show(outcomeId: string): void {
    this.#reason.settle()
    this.#outcomeId = outcomeId
    this.openCard = null
    this.#focusOn(outcomeId)
  }

  #focusOn(id: string): void {
    this.#focusNext = id
    this.requestUpdate()
  }

  /** A step of undoing to itself, without the typing before and the typing after. */
  #asOneStep(act: () => void): void {
    this.session?.undoing.stopCapturing()
    act()
    this.session?.undoing.stopCapturing()
  }

  #withPen(act: (pen: Pen) => void): void {
    const pen = this.session && this.deskOn(this.session).pen
    if (pen) act(pen)
  }
}
