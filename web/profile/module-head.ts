import { html, nothing, type TemplateResult } from 'lit'
import type { ModuleLink, ModuleSource } from '../../schemas/types.ts'
import { fire } from '../events.ts'
import { formatNumber } from '../i18n/locale.ts'
import { plural, t } from '../i18n/localize.ts'
import { gauge } from '../ui/gauge.ts'
import { addressOf } from '../router.ts'
import { easySwedish, easySwedishButton } from './easy-swedish.ts'
import type { EditorContext } from './editor-context.ts'
import { coachNotes, itemField } from './item-field.ts'
import { levelControl } from './level-control.ts'

/** A module's title, level, readability, counts, purpose, and where it comes from when it is another profile's. */
export function moduleHead(host: HTMLElement, context: EditorContext, link: ModuleLink): TemplateResult {
  const { module, obligation, linkedFrom } = link
  const number = context.numbers.get(module.id) ?? ''
  const locked = linkedFrom !== undefined
  const base = { kind: 'module', itemId: module.id, locked } as const
  const reading = context.readings.get(module.id)
  return html`
    <header class="row module-head" data-item=${module.id} data-kind="module">
      <span class="addr">${number}</span>
      <div class="cell">
        <h1 class="title">
          <span class="sr">${t('item.module', { number })}</span>
          ${itemField(host, context, { ...base, field: 'title', label: t('module.title', { number }), placeholder: t('module.titlePlaceholder'), maxLength: 200 })}
        </h1>
        ${easySwedish(host, context, { ...base, field: 'title', label: t('module.title', { number }) })}
        <div class="meta">
          ${levelControl(host, context, { kind: 'module', itemId: module.id, level: module.seqfLevel, rationale: module.levelRationale, name: t('item.module', { number }), locked })}
          <span class="lix">${readingLine(reading)}</span>
          <span
            >${reading ? `${plural('counts.outcomes', reading.outcomes)}, ${plural('counts.criteria', reading.criteria)}` : nothing}</span
          >
          <button class="plain" @click=${() => toggleObligation(host, link)}>
            ${t(`module.${obligation}`)}<span class="sr">. ${t('module.changeObligation')}</span>
          </button>
          ${easySwedishButton(host, context)}
        </div>
        ${linkedFrom ? linkedNotice(host, context, linkedFrom, link) : nothing}
        <div class="purpose">
          ${itemField(host, context, { ...base, field: 'purpose', label: t('module.purpose'), placeholder: t('module.purposePlaceholder'), multiline: true, maxLength: 4000 })}
          ${easySwedish(host, context, { ...base, field: 'purpose', label: t('module.purpose') })}
        </div>
        ${
          module.prerequisites === '' && locked
            ? nothing
            : html`<div class="prerequisites">
                <span class="quiet" aria-hidden="true">${t('module.prerequisites')}</span>
                ${itemField(host, context, { ...base, field: 'prerequisites', label: t('module.prerequisites'), placeholder: t('module.none'), maxLength: 4000 })}
              </div>`
        }
      </div>
      ${coachNotes(host, context, module.id)}
    </header>
  `
}

function readingLine(reading: ReturnType<EditorContext['readings']['get']>): TemplateResult | typeof nothing {
  if (!reading || reading.lix === null || reading.band === null)
    return html`<span class="quiet">${t('module.noLix')}</span>`
  // The rule is marked from 20 to 70, five a mark.
  const words = t('module.lix', { lix: formatNumber(reading.lix), band: t(`lix.${reading.band}`) })
  return html`${gauge((reading.lix - 20) / 5, 10, 7)} ${words}`
}

function toggleObligation(host: HTMLElement, { module, obligation }: ModuleLink): void {
  const to = obligation === 'mandatory' ? 'optional' : 'mandatory'
  const fields = { obligation: { from: obligation, to } }
  fire(host, 'draft-edited', {
    command: { act: 'amend', itemKind: 'module', itemId: module.id, fields },
    undoable: t(`module.made.${to}`),
  })
}

/** What one may and may not do with a module that is at home elsewhere, and that a newer version of it exists. */
function linkedNotice(
  host: HTMLElement,
  { newerModules }: EditorContext,
  source: ModuleSource,
  { obligation }: ModuleLink,
): TemplateResult {
  const newer = newerModules.find(({ moduleId }) => moduleId === source.moduleId)
  const take = (how: 'link' | 'copy', version: string) =>
    fire(host, 'module-taken', { source: { ...source, version }, how, obligation, before: null })
  const home = addressOf({
    page: 'editor',
    slug: source.profileSlug,
    section: { part: 'module', moduleId: source.moduleId },
  })
  return html`<div class="notice">
    <p>
      ${t('module.linkedFrom', { profile: source.profileSlug, version: source.version })}
      <a href=${home}>${t('module.openHome')}</a>
    </p>
    ${newer ? html`<p>${t('module.newer', { version: newer.latest })}</p>` : nothing}
    <p class="buttons">
      ${
        newer
          ? html`<wa-button size="s" appearance="outlined" @click=${() => take('link', newer.latest)}
              >${t('module.takeNewer', { version: newer.latest })}</wa-button
            >`
          : nothing
      }
      <wa-button size="s" appearance="outlined" @click=${() => take('copy', source.version)}
        >${t('module.copyAndAdapt')}</wa-button
      >
    </p>
  </div>`
}
