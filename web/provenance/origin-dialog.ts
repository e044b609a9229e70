import '../styles/provenance.css'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Provenance, ProvenanceList, Session } from '../../schemas/types.ts'
import { readOrigins } from '../api/compilations.ts'
import { capital, groupsNamed, listed } from '../compile/listed.ts'
import { perspectivesById, type Perspectives } from '../compile/known-perspectives.ts'
import { cardList } from '../compile/said-by.ts'
import { t } from '../i18n/compile.ts'
import { formatDay } from '../i18n/locale.ts'
import { addressOf } from '../router.ts'
import { Trying } from '../trying.ts'
import { LightElement } from '../ui/light-element.ts'

/**
 * Where a wording comes from: the workshop, what its groups wrote, and the cards behind, by perspective and never by
 * name.
 */
@customElement('pv-origin-dialog')
export class OriginDialog extends LightElement {
  @property() slug = ''
  @property() itemId = ''
  @property({ attribute: false }) viewer: Session | null = null
  @state() private list: ProvenanceList | null = null
  @state() private open = false
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#trying.read(async () => (this.list = await readOrigins(this.slug, this.itemId)))
    // A dialog that is opened in the moment it is made does not tell screen readers so.
    requestAnimationFrame(() => (this.open = true))
  }

  override render(): TemplateResult {
    const { list } = this
    return html`<wa-dialog
      class="origin"
      label=${t('origin.title')}
      ?open=${this.open}
      light-dismiss
      @wa-after-hide=${(event: Event) => {
        if (event.target === event.currentTarget) this.remove()
      }}
    >
      ${this.#trying.shown()}
      ${list === null && !this.#trying.trouble ? html`<pv-loading></pv-loading>` : nothing}
      ${list?.items.length === 0 ? html`<p>${t('origin.nothing')}</p>` : nothing}
      ${list?.items.map((origin) => this.#origin(origin, perspectivesById(list.perspectives)))}
    </wa-dialog>`
  }

  #origin(origin: Provenance, known: Perspectives): TemplateResult {
    const { workshopId, workshopName, date, groups, wordings, cards, perspectives, source, differs } = origin
    const third = this.viewer?.settings.thirdCategory ?? 'responsibilityAutonomy'
    const names = perspectives
      .map((id) => known.get(id)?.name ?? t('perspective.unknown'))
      .toSorted((one, other) => one.localeCompare(other, 'sv'))
    return html`<section>
      <h2>${t('origin.workshop', { name: workshopName, date: formatDay(new Date(`${date}T12:00:00`)) })}</h2>
      <p class="of">${t('origin.groups', { groups: groupsNamed(groups) })}</p>
      <h3>${t('origin.wordings')}</h3>
      <ul>
        ${wordings.map(
          ({ groupNumber, text }) =>
            html`<li>
              <span class="of">${capital(groupsNamed([groupNumber]))}</span>
              <span class="words" lang="sv">${text}</span>
            </li>`,
        )}
      </ul>
      <h3>${t('origin.cards')}</h3>
      ${cards.length > 0 ? cardList(cards, known, third) : html`<p class="of">${t('origin.noCards')}</p>`}
      ${
        names.length > 0
          ? html`<h3>${t('origin.perspectives')}</h3>
              <p>${capital(listed(names.map((name) => name.toLocaleLowerCase('sv'))))}</p>`
          : nothing
      }
      ${
        source
          ? html`<h3>${t('origin.source')}</h3>
              <p>
                <a href="/profiler/${source.profileSlug}/${source.version}"
                  >${t('origin.sourceLink', { profile: source.profileSlug, version: source.version })}</a
                >
              </p>`
          : nothing
      }
      ${
        differs === ''
          ? nothing
          : html`<h3>${t('origin.differs')}</h3>
              <p>${t('quoted', { words: differs })}</p>`
      }
      <p>
        <a href=${addressOf({ page: 'compile', slug: this.slug, workshopId })}>${t('origin.compile')}</a>
      </p>
    </section>`
  }
}

/** Opens it, over whatever page is shown; when it is closed it is gone, and the focus is back where it was. */
export function showOrigin(slug: string, itemId: string, viewer: Session | null): void {
  const dialog = new OriginDialog()
  Object.assign(dialog, { slug, itemId, viewer })
  document.body.append(dialog)
}
