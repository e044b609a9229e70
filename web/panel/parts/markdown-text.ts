import { html, type TemplateResult } from 'lit'
import { linesOf } from '../../../server/domain/publishing/lines.ts'
import type { Piece } from '../desk/read-inline.ts'
import { readMarkdown, type Block } from '../desk/read-markdown.ts'

/** A text of a profile that is written in Markdown, as it is read. */
export function markdownText(markdown: string): TemplateResult {
  return html`<div class="prose" lang="sv">${readMarkdown(markdown).map(block)}</div>`
}

/** A text in which each line is a paragraph. Authors write lists and strong words there too. */
export function linesText(text: string): TemplateResult {
  return markdownText(linesOf(text).join('\n\n'))
}

function block(shown: Block): TemplateResult {
  if (shown.kind === 'list') {
    const points = shown.items.map((item) => html`<li>${item.map(block)}</li>`)
    return shown.first === null
      ? html`<ul>
          ${points}
        </ul>`
      : html`<ol start=${shown.first}>
          ${points}
        </ol>`
  }
  const words = shown.pieces.map(piece)
  // Below the name of the field that it stands in.
  return shown.kind === 'heading' ? html`<h3>${words}</h3>` : html`<p>${words}</p>`
}

function piece({ text, isStrong, href }: Piece): TemplateResult {
  const words = isStrong ? html`<strong>${text}</strong>` : html`${text}`
  return href === null ? words : html`<a href=${href} rel="noreferrer" target="_blank">${words}</a>`
}
