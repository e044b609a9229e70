import MarkdownIt, { type Token } from 'markdown-it'

/** A stretch of text; strong where the author wants it. Italics are not printed (they are hard to read for learners). */
export type Piece = { readonly text: string; readonly strong: boolean }

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly first: number
      readonly items: readonly Block[][]
    }

// HTML is not Markdown here: what an author writes between < and > is printed as it stands
const parser = new MarkdownIt('commonmark', { html: false, maxNesting: 12 })

/** The blocks of a Markdown text: paragraphs, headings and lists. Quotes and code become paragraphs. */
export function readMarkdown(markdown: string): Block[] {
  const root: Block[] = []
  const open: Block[][] = [root]
  let heading = false
  for (const token of parser.parse(markdown, {})) {
    const into = open.at(-1) ?? root
    switch (token.type) {
      case 'heading_open':
        heading = true
        break
      case 'heading_close':
        heading = false
        break
      case 'inline':
        for (const pieces of readInline(token.children ?? [])) {
          if (pieces.length > 0) into.push({ kind: heading ? 'heading' : 'paragraph', pieces })
        }
        break
      case 'fence':
      case 'code_block':
        into.push({ kind: 'paragraph', pieces: [{ text: token.content, strong: false }] })
        break
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const ordered = token.type === 'ordered_list_open'
        into.push({ kind: 'list', ordered, first: Number(token.attrGet('start') ?? 1), items: [] })
        break
      }
      case 'list_item_open': {
        const list = into.at(-1)
        const item: Block[] = []
        if (list?.kind === 'list') (list.items as Block[][]).push(item)
        open.push(item)
        break
      }
      case 'list_item_close':
        open.pop()
        break
      default:
        break
    }
  }
  return root
}

/** Pieces of text; a hard line break begins a new paragraph. */
function readInline(tokens: readonly Token[]): Piece[][] {
  const lines: Piece[][] = [[]]
  let strong = 0
  for (const { type, content } of tokens) {
    if (type === 'strong_open') strong++
    else if (type === 'strong_close') strong--
    else if (type === 'hardbreak') lines.push([])
    else if (type === 'softbreak') lines.at(-1)?.push({ text: ' ', strong: strong > 0 })
    else if (content !== '') lines.at(-1)?.push({ text: content, strong: strong > 0 })
  }
  return lines
}
