import { piecesOf, type Piece } from './read-inline.ts'

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'list'
      readonly first: number | null
      readonly items: readonly (readonly Block[])[]
    }

const HEADING = /^ {0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$/u
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/u
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/u
const FENCE = /^ {0,3}(?:```|~~~)/u
const QUOTE = /^ {0,3}> ?/u
const POINT = /^( {0,3})([-*+]|(\d{1,9})[.)])( {1,4}|$)(.*)$/u
const HARD_BREAK = /(?: {2,}|\\)$/u

/**
 * The blocks of the Markdown that authors write in a profile's texts: paragraphs, headings and lists; quotes and code become
 * paragraphs. The site and the paper read the same with a parser that weighs as much as all that a member needs.
 */
export function readMarkdown(markdown: string): Block[] {
  return blocksOf(markdown.split(/\r\n?|\n/u))
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  let listKind = ''
  const end = (kind: 'paragraph' | 'heading' = 'paragraph') => {
    for (const text of brokenAt(paragraph)) blocks.push({ kind, pieces: piecesOf(text) })
    paragraph = []
  }
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = HEADING.exec(line)
    const point = pointAt(line, paragraph.length > 0)
    if (heading) {
      end()
      if (heading[1]) blocks.push({ kind: 'heading', pieces: piecesOf(heading[1]) })
      at += 1
    } else if (paragraph.length > 0 && UNDERLINE.test(line)) {
      end('heading')
      at += 1
    } else if (line.trim() === '' || RULE.test(line)) {
      end()
      at += 1
    } else if (FENCE.test(line)) {
      end()
      const close = lines.findIndex((each, index) => index > at && FENCE.test(each))
      const inside = lines.slice(at + 1, close === -1 ? undefined : close)
      for (const text of inside)
        if (text.trim() !== '')
          blocks.push({ kind: 'paragraph', pieces: [{ text, isStrong: false, href: null }] })
      at += inside.length + 2
    } else if (QUOTE.test(line)) {
      end()
      const quoted = takeWhile(lines.slice(at), (each) => QUOTE.test(each))
      blocks.push(...blocksOf(quoted.map((each) => each.replace(QUOTE, ''))))
      at += quoted.length
    } else if (point) {
      end()
      const inside = [point.text, ...insideOf(lines.slice(at + 1), point.indent)]
      push(
        blocks,
        { ...point, isNext: listKind === point.kind },
        blocksOf(inside.map((each) => withoutIndent(each, point.indent))),
      )
      listKind = point.kind
      at += inside.length
    } else {
      paragraph.push(line.trimStart())
      at += 1
    }
  }
  end()
  return blocks
}

type Point = {
  /** The sign before it, or behind its number: another one begins another list. */
  readonly kind: string
  readonly first: number | null
  readonly indent: number
  readonly text: string
}

/** The point of a list that begins there; only a list that is numbered from one breaks off a paragraph. */
function pointAt(line: string, isInParagraph: boolean): Point | null {
  if (RULE.test(line)) return null
  const [whole, before = '', mark = '', number, space = '', text = ''] = POINT.exec(line) ?? []
  if (whole === undefined) return null
  if (isInParagraph && (text === '' || (number !== undefined && number !== '1'))) return null
  const indent = before.length + mark.length + Math.max(1, space.length)
  return { kind: mark.slice(-1), first: number === undefined ? null : Number(number), indent, text }
}

/** The lines that belong to a point after its first: those that are set in below it, and those that go on with its words. */
function insideOf(lines: readonly string[], indent: number): string[] {
  const inside: string[] = []
  for (const [at, line] of lines.entries()) {
    const isBlank = line.trim() === ''
    const isSetIn = line.startsWith(' '.repeat(indent))
    const follows = lines.slice(at).find((each) => each.trim() !== '')
    if (isBlank ? !follows?.startsWith(' '.repeat(indent)) : !isSetIn && !goesOn(line, lines[at - 1])) break
    inside.push(line)
  }
  return inside
}

function goesOn(line: string, former: string | undefined): boolean {
  const begins = pointAt(line, false) ?? HEADING.exec(line) ?? QUOTE.exec(line) ?? FENCE.exec(line)
  return begins === null && !RULE.test(line) && former?.trim() !== ''
}

/** Points of one kind after each other are one list. */
function push(
  blocks: Block[],
  { first, isNext }: Pick<Point, 'first'> & { readonly isNext: boolean },
  item: readonly Block[],
): void {
  const last = blocks.at(-1)
  if (last?.kind === 'list' && isNext) blocks[blocks.length - 1] = { ...last, items: [...last.items, item] }
  else blocks.push({ kind: 'list', first, items: [item] })
}

function withoutIndent(line: string, indent: number): string {
  return line.slice(Math.min(indent, line.length - line.trimStart().length))
}

/** Lines run on; a hard line break begins a new paragraph. */
function brokenAt(lines: readonly string[]): string[] {
  const texts: string[] = []
  let text = ''
  for (const line of lines) {
    text = `${text} ${line.replace(HARD_BREAK, '').trim()}`.trim()
    if (!HARD_BREAK.test(line)) continue
    texts.push(text)
    text = ''
  }
  return text === '' ? texts : [...texts, text]
}

function takeWhile(lines: readonly string[], is: (line: string) => boolean): readonly string[] {
  const at = lines.findIndex((line) => !is(line))
  return at === -1 ? lines : lines.slice(0, at)
}
