import { html, nothing, type TemplateResult } from 'lit'
import type { ItemKind } from '../../server/domain/profile/items.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { gauge } from '../ui/gauge.ts'
import type { EditorContext } from './editor-context.ts'
import { itemField } from './item-field.ts'

type Leveled = {
  readonly kind: Extract<ItemKind, 'profile' | 'module'>
  readonly itemId: string
  readonly level: number | null
  readonly rationale: string
  readonly name: string
  readonly locked?: boolean
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8]

/** A level, shown on the rule, with its rationale a press away. It is entered by a person and never computed. */
export function levelControl(host: HTMLElement, context: EditorContext, leveled: Leveled): TemplateResult {
  const { kind, itemId, level, name, locked = false } = leveled
  const set = (value: number) =>
    fire(host, 'draft-edited', {
      command: { act: 'amend', itemKind: kind, itemId, fields: { seqfLevel: { from: level, to: value } } },
    })
  return html`<details class="level" ?open=${level !== null && leveled.rationale.trim() === '' && !locked}>
    <summary>
      ${gauge(level ?? 0, 8)} <span>${level === null ? t('level.none') : t('level.seqf', { level })}</span>
    </summary>
    <div class="level-body">
      <fieldset ?disabled=${locked}>
        <legend>${t('level.choose', { name })}</legend>
        <div class="levels">
          ${LEVELS.map(
            (each) =>
              html`<label
                ><input
                  type="radio"
                  name="level-${itemId}"
                  .checked=${each === level}
                  @change=${() => set(each)}
                /><span>${each}</span></label
              >`,
          )}
        </div>
      </fieldset>
      <p class="label" aria-hidden="true">${t('level.rationale')}</p>
      ${itemField(host, context, {
        kind,
        itemId,
        field: 'levelRationale',
        label: t('level.rationaleOf', { name }),
        placeholder: t('level.rationalePlaceholder'),
        multiline: true,
        maxLength: 4000,
        locked,
      })}
      ${locked ? nothing : html`<p class="quiet">${t('level.help')}</p>`}
    </div>
  </details>`
}
