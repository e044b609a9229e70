import { escapeHtml } from '../escape-html.ts'

/** What a mail consists of, before it is set as plain text and as HTML. Everything in it is one line, and data. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `hasLinks` where people of the house have written it: the web addresses in it can then be pressed. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly hasLinks?: true }
  /** `copy` leads over to the address written out, for those who cannot press a link. */
  | { readonly kind: 'link'; readonly label: string; readonly address: string; readonly copy: string }

const WIDTH = 72

/** Plain text in lines of 72 characters at most; addresses stand whole, on lines of their own. */
export function setAsText(blocks: readonly Block[], footer: readonly string[]): string {
  const paragraphs = blocks.map((block) => {
    if (block.kind === 'paragraph') return wrap(block.text)
    if (block.kind === 'list') return block.items.map((item) => wrap(item, '- ', '  ')).join('\n')
    return `${wrap(`${block.label}:`)}\n${block.address}`
  })
  // The line that mail programs know a signature by (RFC 3676, 4.3); the space belongs to it.
  return `${paragraphs.join('\n\n')}\n\n-- \n${footer.map((line) => wrap(line)).join('\n')}\n`
}

function wrap(text: string, first = '', following = ''): string {
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ')) {
    const isEmpty = line === first || line === following
    const longer = isEmpty ? line + word : `${line} ${word}`
    if (isEmpty || longer.length <= WIDTH) line = longer
    else {
      lines.push(line)
      line = following + word
    }
  }
  return [...lines, line].join('\n')
}

/*
 * Colours are the reader's own, light or dark, except on the button, which carries both of its own. Styles stand in the
 * elements, as mail programs throw style sheets away.
 */
const BODY = 'margin:0;padding:24px 16px;font:17px/1.5 sans-serif'
const COLUMN = 'max-width:37rem'
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:3px;background-color:#09456a;color:#ffffff;font-weight:600;text-decoration:none'
const FOOTER = 'margin-top:32px;padding-top:12px;border-top:1px solid #78837d;font-size:15px'
const ADDRESS = 'overflow-wrap:anywhere;word-break:break-word'

/** The same as HTML that stands alone: nothing is fetched from anywhere. */
export function setAsHtml(
  blocks: readonly Block[],
  footer: readonly string[],
  { locale, title }: { readonly locale: string; readonly title: string },
): string {
  return [
    `<!doctype html>`,
    `<html lang="${locale}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    `<title>${escapeHtml(title)}</title>`,
    `</head>`,
    `<body style="${BODY}">`,
    `<div lang="${locale}" style="${COLUMN}">`,
    ...blocks.map(blockAsHtml),
    `<div style="${FOOTER}">`,
    ...footer.map((line) => `<p style="margin:4px 0;${ADDRESS}">${escapeHtml(line)}</p>`),
    `</div>`,
    `</div>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n')
}

function blockAsHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${escapeHtml(block.text)}</p>`
  if (block.kind === 'list') {
    const set = block.hasLinks ? withLinks : escapeHtml
    return `<ul>\n${block.items.map((item) => `<li>${set(item)}</li>`).join('\n')}\n</ul>`
  }
  const address = escapeHtml(block.address)
  return [
    `<p><a href="${address}" style="${BUTTON}">${escapeHtml(block.label)}</a></p>`,
    `<p>${escapeHtml(block.copy)}<br><span style="${ADDRESS}">${address}</span></p>`,
  ].join('\n')
}

/** A full stop or a bracket after an address is the sentence's. */
const WEB_ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/u

function withLinks(text: string): string {
  return text
    .split(WEB_ADDRESS)
    .map((part, at) => {
      const words = escapeHtml(part)
      const isAddress = at % 2 === 1 && URL.canParse(part)
      return isAddress ? `<a href="${escapeHtml(new URL(part).href)}" style="${ADDRESS}">${words}</a>` : words
    })
    .join('')
}
