import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { v7 } from 'uuid'
import type { Missing, ModuleLink } from '../../schemas/types.ts'
import { fire } from '../events.ts'
import { plural, t, type TextKey } from '../i18n/localize.ts'
import { addressOf, goTo, type Place, type Section } from '../router.ts'
import { icon, namedIcon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { fieldId, type EditorContext } from './editor-context.ts'
import { dropTarget } from './move-by-drag.ts'
import { adviceIn, isEmpty, isSameSection, placeIn, nameOfItem } from './sections.ts'
import { rowMenu } from './row-menu.ts'

const PARTS: readonly { part: Exclude<Section['part'], 'module'>; label: TextKey }[] = [
  { part: 'role', label: 'role.heading' },
  { part: 'suitability', label: 'suitability.heading' },
  { part: 'delimitations', label: 'delimitations.heading' },
  { part: 'words', label: 'words.heading' },
]

/** The contents of the draft with how each part stands, and what is missing before it can be published. */
@customElement('pv-contents')
export class Contents extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  @property({ attribute: false }) declare section: Section

  override render(): TemplateResult {
    const { profile, missing } = this.context
    const drop = dropTarget(this, () => this.context)
    return html`
      <nav class="contents" aria-label=${t('contents.label')}>
        <h2>${t('contents.about')}</h2>
        <ul>
          ${PARTS.map(
            ({ part, label }) =>
              html`<li>${this.#link({ part }, '', t(label), this.#standing({ part }))}</li>`,
          )}
        </ul>
        <h2>${t('contents.modules')}</h2>
        <ol @dragover=${drop.dragover} @drop=${drop.drop} @dragend=${drop.dragend}>
          ${repeat(
            profile.modules,
            ({ module }) => module.id,
            (link, index) => this.#module(link, index),
          )}
        </ol>
        <p class="add">
          <button class="plain" @click=${this.#addModule}>${icon('plus')}${t('contents.addModule')}</button>
          <button class="plain" @click=${() => fire(this, 'module-wanted', undefined)}>
            ${icon('link')}${t('contents.takeModule')}
          </button>
        </p>
        ${missing.length === 0 ? nothing : this.#missing(missing)}
      </nav>
    `
  }

  #link(section: Section, number: string, title: string, standing: TemplateResult): TemplateResult {
    const place = { page: 'editor', slug: this.context.profile.slug, section } as const
    return html`<a
      href=${addressOf(place)}
      aria-current=${isSameSection(section, this.section) ? 'page' : nothing}
    >
      <span class="n">${number}</span><span>${title}</span>${standing}
    </a>`
  }

  #module(link: ModuleLink, index: number): TemplateResult {
    const { module } = link
    const section = { part: 'module', moduleId: module.id } as const
    const title = module.title.trim() || t('contents.untitled')
    const linked = link.linkedFrom ? namedIcon('link', t('contents.linked'), 'small') : nothing
    return html`<li data-item=${module.id} data-kind="module">
      ${this.#link(section, String(index + 1), title, html`${linked}${this.#standing(section)}`)}
      ${rowMenu(this, this.context, { kind: 'module', itemId: module.id, name: t('item.module', { number: index + 1 }) })}
    </li>`
  }

  /** A tick when something is there, nothing is missing and nobody has anything to say; else how much advice there is. */
  #standing(section: Section): TemplateResult {
    const { profile, missing } = this.context
    if (isEmpty(profile, section)) return html`<span class="st">${t('contents.empty')}</span>`
    if (missing.some((each) => isSameSection(placeIn(profile, each), section))) {
      return html`<span class="st">${t('contents.incomplete')}</span>`
    }
    const advice = [...adviceIn(this.context, section).values()].flat().length
    if (advice > 0) return html`<span class="st advice">${plural('contents.advice', advice)}</span>`
    return html`<span class="st ok">${namedIcon('check', t('contents.done'))}</span>`
  }

  #missing(missing: readonly Missing[]): TemplateResult {
    const { profile } = this.context
    return html`<section class="missing" aria-labelledby="missing">
      <h2 id="missing">${t('missing.heading')}</h2>
      <ul>
        ${missing.map((each) => {
          const place = { page: 'editor', slug: profile.slug, section: placeIn(profile, each) } as const
          return html`<li>
            ${icon('circle-dashed')}<span
              ><a
                href=${addressOf(place)}
                @click=${(event: MouseEvent) => this.#goToField(event, place, each)}
                >${nameOfItem(this.context, each)}</a
              >
              ${t(`missing.${each.code}`)}</span
            >
          </li>`
        })}
      </ul>
    </section>`
  }

  #goToField(event: MouseEvent, place: Place, { itemId, field }: Missing): void {
    event.preventDefault()
    goTo(place)
    requestAnimationFrame(() => document.getElementById(fieldId(itemId, field))?.focus())
  }

  #addModule(): void {
    const id = v7()
    const module = {
      id,
      title: '',
      seqfLevel: null,
      levelRationale: '',
      purpose: '',
      prerequisites: '',
      volume: null,
      outcomes: [],
    }
    const place = { parentId: this.context.profile.id, before: null }
    fire(this, 'draft-edited', {
      command: { act: 'add', itemKind: 'module', item: { obligation: 'mandatory', module }, place },
    })
    goTo({ page: 'editor', slug: this.context.profile.slug, section: { part: 'module', moduleId: id } })
    requestAnimationFrame(() => document.getElementById(fieldId(id, 'title'))?.focus())
  }
}
