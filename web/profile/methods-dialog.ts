import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AssessmentCriterion } from '../../schemas/types.ts'
import { findItem } from '../../server/domain/profile/items.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { LightElement } from '../ui/light-element.ts'
import type { EditorContext } from './editor-context.ts'

type Method = AssessmentCriterion['assessmentMethods'][number]
const METHODS: readonly Method[] = [
  'observation',
  'conversation',
  'task',
  'simulation',
  'writtenAnswer',
  'document',
]

/** Ways of assessing that are suggested for a criterion. */
@customElement('pv-methods-dialog')
export class MethodsDialog extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  @property({ attribute: false }) criterionId: string | null = null

  override render(): TemplateResult {
    const found = this.criterionId ? findItem(this.context.profile, this.criterionId) : undefined
    const criterion = found?.kind === 'criterion' ? found.item : undefined
    return html`<wa-dialog label=${t('methods.title')} ?open=${criterion !== undefined} light-dismiss>
      ${
        criterion
          ? html`<p class="wording">${criterion.text}</p>
              <p class="quiet">${t('methods.help')}</p>
              ${METHODS.map(
                (method) =>
                  html`<p>
                    <wa-checkbox
                      ?checked=${criterion.assessmentMethods.includes(method)}
                      @change=${() => this.#toggle(criterion, method)}
                      >${t(`methods.${method}`)}</wa-checkbox
                    >
                  </p>`,
              )}`
          : nothing
      }
    </wa-dialog>`
  }

  #toggle({ id, assessmentMethods: from }: AssessmentCriterion, method: Method): void {
    const to = METHODS.filter((each) => (each === method ? !from.includes(each) : from.includes(each)))
    const fields = { assessmentMethods: { from, to } }
    fire(this, 'draft-edited', { command: { act: 'amend', itemKind: 'criterion', itemId: id, fields } })
  }
}
