import { html, nothing, type TemplateResult } from 'lit'
import type { PositionKind } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { hasSingleKeys, isForField } from '../../workshop/screens/single-keys.ts'
import { POSITIONS, positionMark } from './position-mark.ts'

export type PositionChoice = {
  /** The same for no other choice on the page. */
  readonly name: string
  readonly question: string
  readonly chosen: PositionKind | null
  readonly choose: (position: PositionKind) => void
  /** Whether the keys 1 to 4 choose here: of one choice on a page at most. */
  readonly hasKeys: boolean
  /** It was saved without a choice. */
  readonly isMissing: boolean
}

/** The four positions, as one group of radio buttons: arrows go through it, and nothing is chosen beforehand. */
export function positionChoice(choice: PositionChoice): TemplateResult {
  const { name, question, chosen, choose, hasKeys, isMissing } = choice
  const showsKeys = hasKeys && hasSingleKeys()
  return html`<fieldset class="pick" id=${name} aria-describedby=${isMissing ? `${name}-error` : nothing}>
    <legend>${question}</legend>
    <div class="opts">
      ${POSITIONS.map(
        (position, at) =>
          html`<label>
            <input
              type="radio"
              name=${name}
              .checked=${position === chosen}
              @change=${() => choose(position)}
            />
            ${positionMark(position)}<span>${t(`position.${position}`)}</span>${
              showsKeys ? html`<kbd class="wide" aria-hidden="true">${at + 1}</kbd>` : nothing
            }
          </label>`,
      )}
    </div>
    ${isMissing ? html`<p class="field-error" id="${name}-error">${t('answer.choose')}</p>` : nothing}
  </fieldset>`
}

/** The position that a key chooses; null for any other key, in fields, and where single keys are switched off. */
export function positionOfKey(event: KeyboardEvent): PositionKind | null {
  const key = singleKey(event)
  return key !== null && /^[1-4]$/u.test(key) ? (POSITIONS[Number(key) - 1] ?? null) : null
}

/** A key of one sign that is meant for the page, in small letters; null in fields, and where single keys are switched off. */
export function singleKey(event: KeyboardEvent): string | null {
  const { key, ctrlKey, altKey, metaKey, repeat } = event
  if (ctrlKey || altKey || metaKey || repeat || !hasSingleKeys() || isForField(event)) return null
  return key.length === 1 ? key.toLowerCase() : null
}
