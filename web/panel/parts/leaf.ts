import { html, nothing, type TemplateResult } from 'lit'

type Content = TemplateResult | readonly TemplateResult[] | typeof nothing | string

export type Leaf = {
  /** For links and labels within the page. */
  readonly id: string
  /** The number of what the leaf is about, such as 4.3 b; null where it has none. */
  readonly address: string | null
  /** Beneath the address: 1 of 2. */
  readonly beneath?: string
  /** A heading for those who do not see the address, where that says too little. */
  readonly heading?: string
  readonly content: Content
  /** The conversation about it. */
  readonly side?: Content
  /** How the leaf begins: by a thick line, by a hairline, or as the first thing on the page. */
  readonly rule?: 'thick' | 'thin' | 'none'
}

/** Address to the left, wording in the middle, what is said of it to the right; on a phone one after the other. */
export function leaf({ id, address, beneath, heading, content, side, rule = 'thick' }: Leaf): TemplateResult {
  return html`<section
    class="leaf rule-${rule}"
    id=${id}
    aria-labelledby=${address === null ? nothing : `${id}-address`}
  >
    ${
      address === null
        ? nothing
        : html`<h2 class="addr" id="${id}-address" tabindex="-1">
            ${address}${heading ? html`<span class="sr"> ${heading}</span>` : nothing}${beneath ? html`<small>${beneath}</small>` : nothing}
          </h2>`
    }
    ${side ? html`<div class="side">${side}</div>` : nothing}
    <div class="mid">${content}</div>
  </section>`
}

export type Fact = { readonly label: string; readonly value: Content }

/** What is known about the words beside them, as names and values between hairlines. */
export function facts(given: readonly Fact[]): TemplateResult {
  return html`<dl class="facts">
    ${given.map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}
