import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CompiledRow } from '../../schemas/types.ts'
import { foldWording } from '../../server/domain/profile/wordings.ts'
import { t } from '../i18n/compile.ts'
import { icon } from '../ui/icon.ts'
import { standing, type Compiling } from './compiling.ts'
import { gatherCriteria, type OfferedCriterion } from './gather-criteria.ts'
import { sourcesInWords } from './in-words.ts'
import { groupsNamed } from './listed.ts'
import { rowTrouble } from './row-trouble.ts'
import {
  asItStands,
  firstChoice,
  sourcesOf,
  takeBackText,
  toggleCriterion,
  type Choice,
} from './row-choice.ts'

/** Where the open row is decided: the wording that is to stand in the draft and what comes along, or why it is left out. */
export function decisionBox(compiling: Compiling, row: CompiledRow): TemplateResult | typeof nothing {
  const { choice } = compiling
  if (!choice) return nothing
  return choice.reason === null
    ? taking(compiling, row, choice)
    : leavingOut(compiling, row, choice, choice.reason)
}

function taking(compiling: Compiling, row: CompiledRow, choice: Choice): TemplateResult {
  const { acts, draft, viewer, trouble } = compiling
  const isSuitability = row.statements[0]?.kind === 'suitability'
  const stem = draft?.outcomeStem ?? viewer.settings.outcomeStem
  const { worded } = sourcesOf(row, choice)
  const base = row.statements.find(({ id }) => id === choice.baseId)
  const there = standing(draft, row)
  return html`<div class="verdict" role="group" aria-labelledby="becomes">
      <h4 id="becomes">
        ${t(isSuitability ? 'result.suitabilityHeading' : 'result.heading')}
        ${isSuitability ? nothing : html`<span class="stem">${stem} …</span>`}
      </h4>
      <pv-wording-field
        class="new"
        .fieldId=${'becomes-text'}
        .value=${choice.text}
        .label=${t(isSuitability ? 'result.suitability' : 'result.outcome')}
        .describedBy=${'becomes-of'}
        @wording-typed=${({ detail }: CustomEvent<{ text: string }>) => acts.choose({ ...choice, text: detail.text })}
        @wording-done=${({ detail }: CustomEvent<{ next: string }>) => {
          if (detail.next === 'outcome') decide(compiling, row, choice)
        }}
      ></pv-wording-field>
      ${
        row.ruling && there && foldWording(there.text) !== foldWording(row.ruling.text)
          ? html`<p class="of">${t('decided.reworded', { text: t('quoted', { words: there.text }) })}</p>`
          : nothing
      }
      <p class="of" id="becomes-of">${sourcesInWords(row, worded)}</p>
      ${
        choice.putAway === null
          ? nothing
          : html`<p class="put-away">
              ${t('result.replaced', { group: base ? groupsNamed([base.groupNumber]) : '' })}
              <button class="plain" @click=${() => acts.choose(takeBackText(choice))}>
                ${icon('undo-2')}${t('result.takeBack')}
              </button>
            </p>`
      }
      ${isSuitability ? nothing : criteriaChoice(compiling, row, choice)}
      ${trouble ? rowTrouble(trouble, acts.showNow) : nothing}
    </div>
    <div class="sides">${keys(compiling.columns, row)} ${takingButtons(compiling, row, choice)}</div>`
}

/** What the row is decided with by hand, where there is a keyboard as likely as not. */
function keys(columns: readonly number[], { statements }: CompiledRow) {
  if (columns.length < 2) return nothing
  return html`<p class="keys-here">
    ${
      statements.length > 1
        ? html`<span><kbd>${columns[0]}</kbd>–<kbd>${columns.at(-1)}</kbd> ${t('keys.start')}</span>`
        : nothing
    }
    <span><kbd>U</kbd> ${t('keys.leaveOut')}</span>
    <span><kbd>N</kbd> ${t('keys.next')}</span>
    <span><kbd>Ctrl Enter</kbd> ${t('keys.take')}</span>
  </p>`
}

function takingButtons(compiling: Compiling, row: CompiledRow, choice: Choice): TemplateResult {
  const { acts, busy, compilation } = compiling
  const { worded } = sourcesOf(row, choice)
  const base = row.statements.find(({ id }) => id === choice.baseId)
  const asIs = asItStands(row, choice.baseId)
  const isAsIs =
    choice.text === asIs.text &&
    choice.mergedIds.length === 0 &&
    choice.criterionIds.toSorted().join() === asIs.criterionIds.toSorted().join()
  const cannot = busy || compilation.workshop.isRehearsal
  const isDecided = row.ruling !== null && row.ruling.kind !== 'leftOut'
  const isMerging = worded.length > 1
  return html`<wa-button
      variant="brand"
      ?disabled=${cannot || choice.text.trim() === ''}
      @click=${() => decide(compiling, row, choice)}
      >${icon(isMerging && !isDecided ? 'merge' : 'check')}
      ${t(isDecided ? 'act.save' : isMerging ? 'act.mergeInto' : 'act.takeThis')}</wa-button
    >
    <div class="pairs">
      ${
        base && !isAsIs && !isDecided
          ? html`<wa-button appearance="outlined" ?disabled=${cannot} @click=${() => acts.decide(row, asIs)}
              >${t('act.take', { group: groupsNamed([base.groupNumber]) })}</wa-button
            >`
          : nothing
      }
      <wa-button
        appearance="outlined"
        @click=${() => acts.choose({ ...choice, reason: row.ruling?.reason ?? '' })}
        >${t('act.leaveOut')}</wa-button
      >
      ${
        row.ruling
          ? html`<wa-button appearance="outlined" @click=${acts.close}>${t('act.cancel')}</wa-button>`
          : nothing
      }
    </div>`
}

/** By button, by key and from within the field alike: nothing is taken without words, nor out of a rehearsal. */
export function decide({ acts, busy, compilation }: Compiling, row: CompiledRow, choice: Choice): void {
  if (busy || (choice.reason === null && (choice.text.trim() === '' || compilation.workshop.isRehearsal)))
    return
  acts.decide(row, choice)
}

function criteriaChoice(compiling: Compiling, row: CompiledRow, choice: Choice): TemplateResult {
  const gathered = gatherCriteria(row, compiling.read)
  if (gathered.length === 0) return html`<p class="of">${t('criteria.none')}</p>`
  const there = new Set(standing(compiling.draft, row)?.criteria.map(foldWording))
  return html`<fieldset class="come-along">
    <legend>${t('criteria.legend')}</legend>
    <ul>
      ${gathered.map(
        (together) =>
          html`<li class=${together.length > 1 ? 'near' : ''}>
            ${together.length > 1 ? html`<span class="of">${t('criteria.nearly')}</span>` : nothing}
            ${together.map((criterion) => tick(compiling, { row, choice, isThere: there.has(criterion.text) }, criterion))}
          </li>`,
      )}
    </ul>
  </fieldset>`
}

function tick(
  { acts }: Compiling,
  { row, choice, isThere }: { row: CompiledRow; choice: Choice; isThere: boolean },
  { ids, text, groups }: OfferedCriterion,
) {
  return html`<label class="tick"
    ><input
      type="checkbox"
      ?disabled=${isThere}
      .checked=${live(isThere || ids.some((id) => choice.criterionIds.includes(id)))}
      @change=${() => acts.choose(toggleCriterion(row, choice, ids))}
    /><span
      ><span class="words" lang="sv">${text}</span>
      <span class="of">${groupsNamed(groups)}${isThere ? `, ${t('criteria.there')}` : ''}</span></span
    ></label
  >`
}

function leavingOut(compiling: Compiling, row: CompiledRow, choice: Choice, reason: string): TemplateResult {
  const { acts, busy, trouble, lacksReason } = compiling
  const write = (text: string) => acts.choose({ ...choice, reason: text })
  const usual = [t('leave.tooDetailed'), t('leave.elsewhere'), t('leave.saidAlready')]
  return html`<div class="verdict" role="group" aria-labelledby="why-out">
      <h4><label id="why-out" for="why">${t('leave.heading')}</label></h4>
      <input
        id="why"
        class="why-out"
        maxlength="1000"
        autocomplete="off"
        .value=${live(reason)}
        aria-invalid=${lacksReason ? 'true' : nothing}
        aria-describedby="why-hint"
        @input=${({ target }: InputEvent) => write((target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.isComposing) acts.decide(row, choice)
        }}
      />
      <p id="why-hint" class=${lacksReason ? 'field-error' : 'of'}>
        ${t(lacksReason ? 'leave.lacksReason' : 'leave.hint')}
      </p>
      <p class="usual">
        ${usual.map((text) => html`<button class="plain" @click=${() => write(text)}>${text}</button>`)}
      </p>
      ${trouble ? rowTrouble(trouble, acts.showNow) : nothing}
    </div>
    <div class="sides">
      <wa-button variant="brand" ?disabled=${busy} @click=${() => acts.decide(row, choice)}
        >${icon('minus')} ${t('act.leaveOut')}</wa-button
      >
      <div class="pairs">
        <wa-button
          appearance="outlined"
          @click=${() => (row.ruling?.kind === 'leftOut' ? acts.close() : acts.choose({ ...choice, reason: null }))}
          >${t('act.cancel')}</wa-button
        >
      </div>
    </div>`
}

/** About to be left out, with nothing else chosen before. */
export function aboutToLeaveOut(row: CompiledRow): Choice {
  return { ...firstChoice(row), reason: '' }
}
