import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Card, CardFates, LearningOutcome, Module } from '../../../../schemas/types.ts'
import { groupOutcomes, letter, numberItems } from '../../../../server/domain/profile/number-items.ts'
import { boardAsProfile } from '../../../../server/domain/workshop/board-as-profile.ts'
import {
  resultOf,
  withWords,
  type GroupResult,
  type ThemeResult,
} from '../../../../server/domain/workshop/group-result.ts'
import { plural, t } from '../../../i18n/wording.ts'
import '../../../styles/board-word.css'
import { categoryName } from '../../../ui/category.ts'
import { icon } from '../../../ui/icon.ts'
import { needMark } from '../delimit/need-mark.ts'
import type { Desk } from '../desk.ts'
import { kindMark, namedKindMark } from '../kind.ts'
import { BoardElement } from '../word/board-element.ts'
import type { Numbers } from './fates-in-words.ts'
import { ownCards, readFates } from './own-cards.ts'

/** What the group has made, as it is handed over: to be read, and to come back to. */
@customElement('pv-done')
export class Done extends BoardElement {
  @state() private fates: CardFates | null = null

  /** Not when it is put in: an element that is defined only then has not been given its session yet. */
  protected override firstUpdated(): void {
    if (this.session?.pen.hand) void readFates().then((fates) => (this.fates = fates))
  }

  protected override draw(desk: Desk): TemplateResult {
    const board = withWords(desk.board)
    const result = resultOf(board)
    const profile = boardAsProfile(board, desk.state.outcomeStem)
    const numbers = numberItems(profile)
    const modules = new Map(profile.modules.map(({ module }) => [module.id, module]))
    return html`<div class="done">
      <main class="result">
        <header>
          <h1 class="title" tabindex="-1">${t('done.title')}</h1>
          <p class="lead">${this.#counts(result)}</p>
          <p class="thanks">${t('done.thanks')} ${t('done.next')}</p>
        </header>
        ${result.themes.map((theme) => this.#theme(theme, theme.theme ? modules.get(theme.theme.id) : undefined, numbers, desk))}
        ${this.#apart(result, desk)}
      </main>
      ${ownCards(desk, numbers, this.fates)}
    </div>`
  }

  #counts({ counts }: GroupResult): string {
    if (counts.cards + counts.outcomes === 0) return t('done.nothing')
    return t('done.counts', {
      cards: plural('done.cards', counts.cards),
      outcomes: plural('done.outcomes', counts.outcomes),
      criteria: plural('done.criteria', counts.criteria),
      themes: plural('done.themes', counts.themes),
    })
  }

  #theme(
    { theme, unworded, open }: ThemeResult,
    module: Module | undefined,
    numbers: Numbers,
    desk: Desk,
  ): TemplateResult | typeof nothing {
    if (!theme && unworded.length + open.length === 0) return nothing
    const groups = module ? groupOutcomes(module) : []
    return html`<section class="module" aria-label=${theme ? titleOf(theme) : t('done.unsorted')}>
      <h2>
        <span class="addr">${theme ? numbers.get(theme.id) : ''}</span>
        <span>${theme ? titleOf(theme) : t('done.unsorted')}</span>
      </h2>
      ${
        theme?.reuse
          ? html`<p class="inset">
              ${icon('link')}
              ${t('done.linked', { profile: theme.reuse.profileSlug, version: theme.reuse.version })}
            </p>`
          : nothing
      }
      ${groups.map(
        ({ category, outcomes }) =>
          html`<div class="group">
            <h3>
              ${kindMark(category, desk.state.thirdCategory)}
              <span>${categoryName(category, desk.state.thirdCategory)}</span>
              <span class="stem">${t('done.stem', { stem: desk.state.outcomeStem })}</span>
            </h3>
            <ol>
              ${outcomes.map((outcome) => outcomeItem(outcome, numbers))}
            </ol>
          </div>`,
      )}
      ${theme && groups.length === 0 && !theme.reuse ? html`<p class="inset quiet">${t('done.noWordings')}</p>` : nothing}
      ${cardList(t('done.unworded'), unworded, desk)} ${cardList(t('done.open'), open, desk)}
    </section>`
  }

  /** What does not become outcomes: where it goes, by theme. */
  #apart({ themes, suitability }: GroupResult, { state: workshop }: Desk): TemplateResult {
    const of = (path: 'onTheJob' | 'notNeeded') =>
      themes
        .filter((theme) => theme[path].length > 0)
        .map((theme) => ({
          title: theme.theme ? titleOf(theme.theme) : t('done.unsorted'),
          cards: theme[path],
        }))
    const part = (
      mark: TemplateResult,
      title: string,
      why: string,
      lists: readonly { readonly title: string; readonly cards: readonly Card[] }[],
    ) =>
      lists.length === 0
        ? nothing
        : html`<section class="part">
            <h2>${mark}<span>${title}</span></h2>
            <p class="quiet">${why}</p>
            <dl>
              ${lists.map(
                (list) =>
                  html`<div>
                    <dt>${list.title}</dt>
                    ${list.cards.map(({ text }) => html`<dd>${text}</dd>`)}
                  </div>`,
              )}
            </dl>
          </section>`
    return html`${part(needMark('onTheJob'), t('done.introduction'), t('done.introductionWhy'), of('onTheJob'))}
    ${part(needMark('notNeeded'), t('done.notNeeded'), t('done.notNeededWhy'), of('notNeeded'))}
    ${part(
      kindMark('suitability', workshop.thirdCategory),
      t('done.suitability'),
      t('done.suitabilityWhy'),
      suitability.length > 0 ? [{ title: '', cards: suitability }] : [],
    )}`
  }
}

function outcomeItem({ id, text, criteria }: LearningOutcome, numbers: Numbers): TemplateResult {
  return html`<li>
    <span class="addr">${numbers.get(id)}</span>
    <div>
      <p class="outcome">${text}</p>
      ${
        criteria.length > 0
          ? html`<ol>
              ${criteria.map(
                (criterion, at) =>
                  html`<li><span class="letter">${letter(at)}</span><span>${criterion.text}</span></li>`,
              )}
            </ol>`
          : nothing
      }
    </div>
  </li>`
}

function cardList(
  title: string,
  cards: readonly Card[],
  { state: workshop }: Desk,
): TemplateResult | typeof nothing {
  if (cards.length === 0) return nothing
  return html`<div class="left-over">
    <h3>${title}</h3>
    <ul>
      ${cards.map(
        ({ kind, text }) => html`<li>${namedKindMark(kind, workshop.thirdCategory)}<span>${text}</span></li>`,
      )}
    </ul>
  </div>`
}

function titleOf({ title }: { readonly title: string }): string {
  return title.trim() || t('themes.untitled')
}
