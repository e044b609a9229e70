import { html, nothing, type TemplateResult } from 'lit'
import { findItem, textOf, type ItemKind } from '../../server/domain/profile/items.ts'
import { adviceKey, keepAsIs } from '../controllers/coach.ts'
import type { Conflict } from '../controllers/derive-view.ts'
import { fire } from '../events.ts'
import { inSentence } from '../i18n/locale.ts'
import { t } from '../i18n/localize.ts'
import type { Finding } from '../../schemas/types.ts'
import { fieldId, type EditorContext } from './editor-context.ts'
import { adviceNumber, takeAdvice } from './take-advice.ts'
import { wordsLackedBy } from './words-changed.ts'

type FieldOptions = {
  readonly kind: ItemKind
  readonly itemId: string
  readonly field: string
  readonly label: string
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly maxLength?: number
  readonly locked?: boolean
}

/** A field of an item, with underlines where the coach has something to say, and both texts where two have written at once. */
export function itemField(host: HTMLElement, context: EditorContext, options: FieldOptions): TemplateResult {
  const { kind, itemId, field, label } = options
  const item = findItem(context.profile, itemId)?.item
  const value = item ? textOf(item, field) : ''
  const findings = context.advice.get(adviceKey(itemId, field)) ?? []
  const conflict = context.conflicts.find((each) => each.itemId === itemId && each.field === field)
  const rejected = context.rejected.get(itemId)
  const touch = context.touched.get(itemId)
  const id = fieldId(itemId, field)
  return html`
    <pv-wording-field
      class=${touch ? 'touched' : ''}
      data-touch=${touch?.revision ?? nothing}
      .fieldId=${id}
      .value=${value}
      .label=${label}
      .placeholder=${options.placeholder ?? ''}
      .multiline=${options.multiline ?? false}
      .maxLength=${options.maxLength ?? 2000}
      .locked=${options.locked ?? false}
      .invalid=${rejected !== undefined}
      .describedBy=${findings.length > 0 || rejected ? `${id}-notes` : ''}
      .marked=${findings.map((finding) => ({ ...finding, number: adviceNumber(context, finding) }))}
      @wording-typed=${(event: CustomEvent<{ text: string }>) =>
        fire(host, 'field-typed', { itemKind: kind, itemId, field, from: value, to: event.detail.text })}
      @wording-left=${() => fire(host, 'field-left', undefined)}
    ></pv-wording-field>
    ${rejected ? html`<p class="field-error" id="${id}-notes">${rejected.title}. ${rejected.detail}</p>` : nothing}
    ${conflict ? conflictChoice(host, conflict, label, touch?.name) : nothing}
  `
}

/** The coach's notes on an item, beside it, or on some of its fields; each says why, and does what it proposes at a press. */
export function coachNotes(
  host: HTMLElement,
  context: EditorContext,
  itemId: string,
  isWanted: (field: string) => boolean = () => true,
): TemplateResult | typeof nothing {
  const noted = [...context.advice.values()].filter(
    ([first]) => first && first.itemId === itemId && isWanted(first.field),
  )
  if (noted.length === 0) return nothing
  return html`<aside class="side" aria-label=${t('coach.notes')}>
    ${noted.map(
      (findings) =>
        html`<div id="${fieldId(itemId, findings[0]?.field ?? '')}-notes">
          ${findings.map((finding) => note(host, context, finding))}
        </div>`,
    )}
  </aside>`
}

function note(host: HTMLElement, context: EditorContext, finding: Finding): TemplateResult {
  const { fix, message, reason, severity } = finding
  return html`<div class="coach ${severity}">
    <p><span class="n">${adviceNumber(context, finding)}</span><b>${message}</b></p>
    <p>${reason}</p>
    <p class="fix">
      ${
        fix
          ? html`<wa-button size="s" appearance="outlined" @click=${() => takeAdvice(host, context, finding)}
              >${fix.label}</wa-button
            >`
          : nothing
      }
      <button class="plain" @click=${() => keep(host, context, finding)}>${t('coach.keep')}</button>
    </p>
  </div>`
}

function keep(host: HTMLElement, { profile }: EditorContext, finding: Finding): void {
  keepAsIs(profile, finding)
  fire(host, 'advice-kept', undefined)
}

/** Both wordings, side by side, the words that differ marked; nothing is lost whichever is chosen. */
function conflictChoice(
  host: HTMLElement,
  conflict: Conflict,
  what: string,
  name: string | undefined,
): TemplateResult {
  const [mine, theirs] = [String(conflict.mine), String(conflict.theirs)]
  const settle = (choice: { keep: 'mine' | 'theirs' } | { write: string }) =>
    fire(host, 'conflict-settled', { conflict, choice })
  return html`<section class="conflict" role="group" aria-label=${t('conflict.label', { what })}>
    <p>
      ${name ? t('conflict.questionBy', { what: inSentence(what), name }) : t('conflict.question', { what: inSentence(what) })}
    </p>
    <div class="both">
      <div>
        <b>${t('conflict.mine')}</b>
        <p class="wording">${wordsLackedBy(theirs, mine)}</p>
        <wa-button size="s" appearance="outlined" @click=${() => settle({ keep: 'mine' })}
          >${t('conflict.keepMine')}</wa-button
        >
      </div>
      <div>
        <b>${name ? t('conflict.theirsBy', { name }) : t('conflict.theirs')}</b>
        <p class="wording">${wordsLackedBy(mine, theirs)}</p>
        <wa-button size="s" appearance="outlined" @click=${() => settle({ keep: 'theirs' })}
          >${t('conflict.keepTheirs')}</wa-button
        >
      </div>
    </div>
    <button class="plain" @click=${() => settle({ write: `${mine} ${theirs}` })}>
      ${t('conflict.join')}
    </button>
  </section>`
}
