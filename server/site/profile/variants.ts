import type { TextVariant } from '../../../schemas/types.ts'
import type { Module } from '../../../schemas/types.ts'
import { html, type Html, type Part } from '../html.ts'
import type { ShownEdition } from './shown-edition.ts'

/** An item with its variants, if any. */
type Varied = { readonly id: string; readonly variants?: readonly TextVariant[] }

/** The languages in which a module has other texts than the wording that counts; easy Swedish first. */
export function languagesOf(module: Module): string[] {
  const items: Varied[] = [module, ...module.outcomes, ...module.outcomes.flatMap(({ criteria }) => criteria)]
  const found = new Set(items.flatMap(({ variants = [] }) => variants.map(({ language }) => language)))
  return [...found].sort(
    (a, b) => Number(b.startsWith('sv')) - Number(a.startsWith('sv')) || (a < b ? -1 : 1),
  )
}

/**
 * A choice of text for a module. It needs no script: the style sheet shows the texts of the button that is chosen,
 * and all of them where it cannot.
 */
export function variantChoice({ say }: ShownEdition, name: string, languages: readonly string[]): Part {
  if (languages.length === 0) return null
  const button = (at: number, label: string) =>
    html`<label
      ><input type="radio" name="${name}" class="p${at}" ${at === 0 && html`checked`} />${label}</label
    >`
  return html`<fieldset class="seg">
    <legend class="sr">${say.text('variants.choose')}</legend>
    ${button(0, say.text('variants.wording'))}
    ${languages.map((language, at) =>
      button(at + 1, language.startsWith('sv') ? say.text('easySwedishShort') : say.language(language)),
    )}
  </fieldset>`
}

/** A wording with its variants, of which one is shown at a time; the wording alone where it has none. */
export function withVariants(
  shown: ShownEdition,
  { id, variants = [] }: Varied,
  field: TextVariant['field'],
  wording: Part,
  languages: readonly string[],
): Part {
  const there = variants.filter((variant) => variant.field === field)
  if (there.length === 0) return wording
  return html`<span class="w0">${wording}</span> ${there.map(({ language, text }) => {
      const at = languages.indexOf(language) + 1
      const isStale = shown.stale.has(`${id} ${field} ${language}`)
      return html`<span class="w${at}" lang="${language}" dir="auto"
        >${text} ${isStale && staleNote(shown)}</span
      >`
    })}`
}

function staleNote({ say }: ShownEdition): Html {
  return html`<small class="stale" lang="${say.locale}" dir="ltr">${say.text('variants.stale')}</small>`
}
