import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { fire } from '../events.ts'
import { t, type TextKey } from '../i18n/localize.ts'
import { LightElement } from '../ui/light-element.ts'
import type { EditorContext } from './editor-context.ts'
import { coachNotes, itemField } from './item-field.ts'
import { levelControl } from './level-control.ts'
import './occupation-references.ts'

type Field = {
  readonly field: string
  readonly label: TextKey
  readonly help?: TextKey
  readonly maxLength: number
  readonly multiline?: boolean
}

const FIELDS: readonly Field[] = [
  { field: 'purpose', label: 'role.purpose', maxLength: 4000, multiline: true },
  { field: 'targetGroup', label: 'role.targetGroup', maxLength: 4000, multiline: true },
  {
    field: 'roleDescription',
    label: 'role.description',
    help: 'role.markdown',
    maxLength: 20000,
    multiline: true,
  },
  { field: 'outcomeStem', label: 'role.stem', help: 'role.stemHelp', maxLength: 80 },
  { field: 'owner', label: 'role.owner', help: 'role.ownerHelp', maxLength: 200 },
]

/** What is said of the level, or of the whole, stands beside the title. */
const isOfNoRow = (noted: string) => noted !== 'delimitations' && !FIELDS.some(({ field }) => field === noted)

/** The profile itself: what the occupation is called, what it is, at which level, and who answers for the text. */
@customElement('pv-role-editor')
export class RoleEditor extends LightElement {
  @property({ attribute: false }) declare context: EditorContext

  override render(): TemplateResult {
    const { profile } = this.context
    return html`
      <header class="row module-head">
        <span></span>
        <div class="cell">
          <h1 class="title">
            <span class="sr">${t('role.heading')}</span>
            ${itemField(this, this.context, { kind: 'profile', itemId: profile.id, field: 'title', label: t('role.title'), placeholder: t('role.titlePlaceholder'), maxLength: 200 })}
          </h1>
          <div class="meta">
            ${levelControl(this, this.context, { kind: 'profile', itemId: profile.id, level: profile.seqfLevel, rationale: profile.levelRationale, name: t('role.wholeProfile') })}
          </div>
        </div>
        ${coachNotes(this, this.context, profile.id, isOfNoRow)}
      </header>
      ${FIELDS.map((field) => this.#field(field))}
      <div class="row labelled">
        <span></span>
        <div class="cell">
          <pv-occupation-references .profile=${profile}></pv-occupation-references>
          <p class="check">
            <wa-checkbox
              ?checked=${profile.isExample}
              @change=${this.#toggleExample}
              hint=${t('role.exampleHelp')}
              >${t('role.example')}</wa-checkbox
            >
          </p>
        </div>
      </div>
    `
  }

  #field({ field, label, help, maxLength, multiline = false }: Field): TemplateResult {
    const { id } = this.context.profile
    return html`<div class="row labelled">
      <span></span>
      <div class="cell">
        <h2 class="label">${t(label)}</h2>
        ${itemField(this, this.context, { kind: 'profile', itemId: id, field, label: t(label), multiline, maxLength })}
        ${help ? html`<p class="help">${t(help)}</p>` : ''}
      </div>
      ${coachNotes(this, this.context, id, (noted) => noted === field)}
    </div>`
  }

  #toggleExample(): void {
    const { id, isExample } = this.context.profile
    const fields = { isExample: { from: isExample, to: !isExample } }
    fire(this, 'draft-edited', { command: { act: 'amend', itemKind: 'profile', itemId: id, fields } })
  }
}
