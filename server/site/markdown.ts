import MarkdownIt from 'markdown-it'
import { linesOf } from '../domain/publishing/lines.ts'
import { html, raw, type Html } from './html.ts'

/** HTML in a text is shown as it stands; links go to the web or to an address of mail, nowhere else. */
const parser = new MarkdownIt('commonmark', { html: false, maxNesting: 12 })
parser.validateLink = (address) => /^(?:https?:|mailto:|\/(?!\/)|#)/iu.test(address.trim())

// A page has its own headings: those of a text are placed right under the section that the text stands in.
parser.renderer.rules.heading_open = () => '<h3>'
parser.renderer.rules.heading_close = () => '</h3>'
// Nothing is fetched from elsewhere, so a picture is what its description says.
parser.renderer.rules.image = (tokens, at) => html`${tokens[at]?.content ?? ''}`.text

/** A Markdown field of a profile. */
export function markdown(text: string): Html {
  return raw(parser.render(text).replaceAll(/\n+/gu, ' ').trim())
}

/** A field of plain text: its paragraphs. */
export function paragraphs(text: string): Html {
  return html`${linesOf(text).map((line) => html`<p>${line}</p>`)}`
}
