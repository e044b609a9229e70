import { html, nothing, type TemplateResult } from 'lit'
import type { TextVariant } from '../../schemas/types.ts'
import { fieldOf, findItem, type ItemKind } from '../../server/domain/profile/items.ts'
import { EASY_SWEDISH, isStale, variantsOf, withVariant } from '../../server/domain/profile/text-variants.ts'
import { sha256 } from '../controllers/sha256.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { fieldId, type EditorContext } from './editor-context.ts'

type Wording = {
  readonly kind: ItemKind
  readonly itemId: string
  readonly field: TextVariant['field']
  readonly label: string
  readonly locked?: boolean
}

/**
 * The easy Swedish of a wording, below it: where the reader has asked for it, and wherever the wording has been
 * changed since, until somebody has looked.
 */
export function easySwedish(
  host: HTMLElement,
  context: EditorContext,
  { kind, itemId, field, label, locked = false }: Wording,
): TemplateResult | typeof nothing {
  const item = findItem(context.profile, itemId)?.item
  if (!item) return nothing
  const there = variantsOf(item).find((each) => each.field === field && each.language === EASY_SWEDISH)
  const stale = there !== undefined && isStale(item, there, sha256)
  if (!stale && !(context.showsEasySwedish && (there || !locked))) return nothing
  const written = (text: string) => withVariant(item, { field, language: EASY_SWEDISH, text }, sha256)
  const type = (text: string) =>
    fire(host, 'field-typed', {
      itemKind: kind,
      itemId,
      field: 'variants',
      from: fieldOf(item, 'variants'),
      to: written(text),
    })
  const name = t('easySwedish.of', { what: label })
  return html`<div class="easy">
    <span class="quiet" aria-hidden="true">${t('easySwedish.name')}</span>
    <pv-wording-field
      .fieldId=${fieldId(itemId, `easy-${field}`)}
      .value=${there?.text ?? ''}
      .label=${name}
      .placeholder=${t('easySwedish.placeholder')}
      .locked=${locked}
      .multiline=${true}
      .describedBy=${stale ? `${fieldId(itemId, field)}-stale` : ''}
      @wording-typed=${(event: CustomEvent<{ text: string }>) => type(event.detail.text)}
      @wording-left=${() => fire(host, 'field-left', undefined)}
    ></pv-wording-field>
    ${stale ? staleNotice(`${fieldId(itemId, field)}-stale`, () => type(there.text), locked, name) : nothing}
  </div>`
}

/** Shows and hides the easy Swedish of every wording. */
export function easySwedishButton(host: HTMLElement, { showsEasySwedish }: EditorContext): TemplateResult {
  return html`<button class="plain" @click=${() => fire(host, 'easy-swedish-toggled', undefined)}>
    ${t(showsEasySwedish ? 'easySwedish.hide' : 'easySwedish.show')}
  </button>`
}

function staleNotice(id: string, confirm: () => void, locked: boolean, name: string): TemplateResult {
  return html`<p class="stale">
    <span id=${id}>${t('easySwedish.stale')}</span>
    ${
      locked
        ? nothing
        : html`<wa-button size="s" appearance="outlined" @click=${confirm}
            >${t('easySwedish.confirm')}<span class="sr"> ${name}</span></wa-button
          >`
    }
  </p>`
}
