import '../styles/provenance.css'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ItemOrigin } from '../../schemas/types.ts'
import { listOrigins } from '../api/compilations.ts'
import { t } from '../i18n/compile.ts'
import { LightElement } from '../ui/light-element.ts'
import { dayInWords } from './day-in-words.ts'

/** The draft that is shown, and its items that come out of workshops. */
let shown: { slug: string; items: ReadonlyMap<string, ItemOrigin> } = { slug: '', items: new Map() }
const marks = new Set<OriginMark>()

/**
 * Reads which items of a draft come out of workshops, and marks them. Without an answer nothing is marked: the words
 * are as they were.
 */
export async function markOrigins(slug: string): Promise<void> {
  const { items } = await listOrigins(slug).catch(() => ({ items: [] }))
  shown = { slug, items: new Map(items.map((origin) => [origin.itemId, origin])) }
  for (const mark of marks) mark.requestUpdate()
}

/** A quiet mark at an item that comes out of a workshop, which tells from where; nothing at any other. */
@customElement('pv-origin-mark')
export class OriginMark extends LightElement {
  /** The item's id. */
  @property() of = ''
  /** What the item is called. */
  @property() name = ''

  override connectedCallback(): void {
    super.connectedCallback()
    marks.add(this)
  }

  override disconnectedCallback(): void {
    marks.delete(this)
    super.disconnectedCallback()
  }

  override render(): TemplateResult | typeof nothing {
    const origin = shown.items.get(this.of)
    if (!origin) return nothing
    return html`<button class="plain" title=${origin.workshopName} @click=${() => this.#show()}>
      ${t('origin.mark', { day: dayInWords(origin.date) })}<span class="sr"
        >: ${t('origin.of', { name: this.name })}</span
      >
    </button>`
  }

  #show(): void {
    const { slug } = shown
    import('./origin-dialog.ts').then(
      ({ showOrigin }) => showOrigin(slug, this.of, null),
      // Without a network there is nothing to tell, and the editor says that itself.
      () => undefined,
    )
  }
}
