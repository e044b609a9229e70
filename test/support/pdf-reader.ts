import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of printed text: where its baseline begins, in points from the page's top left corner. */
export type PrintedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly artifact: boolean
}
/** An element of the structure tree with the text in it, in order of reading. */
export type ReadTag = {
  readonly role: string
  readonly alt: string | undefined
  readonly lang: string | undefined
  readonly text: string
  readonly kids: readonly ReadTag[]
}
export type ReadLink = {
  readonly contents: string
  readonly url: string | undefined
  readonly page: number | undefined
}
export type ReadPage = {
  /** What is content, in the order of the file; lines and pieces follow one another with the spaces they hold. */
  readonly text: string
  /** Headers, footers and watermarks. */
  readonly furniture: string
  readonly pieces: readonly PrintedText[]
  readonly tags: readonly ReadTag[]
  readonly links: readonly ReadLink[]
}
export type ReadBookmark = {
  readonly title: string
  readonly page: number
  readonly kids: readonly ReadBookmark[]
}
export type ReadPdf = {
  readonly pages: readonly ReadPage[]
  readonly title: string
  readonly language: string
  /** The XMP metadata as it stands in the file. */
  readonly xmp: string
  readonly marked: boolean
  readonly displaysTitle: boolean
  readonly bookmarks: readonly ReadBookmark[]
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Reads a PDF as its readers do: text, structure, links, bookmarks and what the file says of itself. Pages from 1. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const about = info as { Title?: string; Language?: string }
  const preferences: { DisplayDocTitle?: boolean } | null = await pdf.getViewerPreferences()
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await readPage(pdf, await pdf.getPage(number)))
  const read: ReadPdf = {
    pages,
    title: about.Title ?? '',
    language: about.Language ?? '',
    xmp: metadata?.getRaw() ?? '',
    marked: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked ?? false,
    displaysTitle: preferences?.DisplayDocTitle ?? false,
    bookmarks: await bookmarksOf(pdf, (await pdf.getOutline()) ?? []),
  }
  await task.destroy()
  return read
}

/** The whole text in reading order, white space folded. */
export function wholeText({ pages }: ReadPdf): string {
  return fold(pages.map(({ text }) => text).join(' '))
}

/** Every element of some kinds, page by page, in order. */
export function tagsOf({ pages }: ReadPdf, ...roles: string[]): ReadTag[] {
  return pages.flatMap(({ tags }) => tags.flatMap(withKids)).filter(({ role }) => roles.includes(role))
}

export const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function withKids(tag: ReadTag): ReadTag[] {
  return [tag, ...tag.kids.flatMap(withKids)]
}

async function readPage(pdf: Pdf, page: PdfPage): Promise<ReadPage> {
  const { height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const open: string[] = []
  const byId = new Map<string, string>()
  const pieces: PrintedText[] = []
  const texts = { content: '', furniture: '' }
  let before: string | undefined
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push('tag' in item && item.tag === ARTIFACT ? ARTIFACT : (item.id ?? ''))
      if (item.id) byId.set(item.id, byId.get(item.id) ?? '')
      continue
    }
    const artifact = open.includes(ARTIFACT)
    const mark = open.findLast((each) => each !== '')
    // pdfjs tells a line's last space as its end, and that of an element not at all
    const text = `${mark === before ? '' : '\n'}${item.str}${item.hasEOL ? '\n' : ''}`
    before = mark
    texts[artifact ? 'furniture' : 'content'] += text
    if (mark && !artifact) byId.set(mark, (byId.get(mark) ?? '') + text)
    if (item.str.trim() === '') continue
    pieces.push({ text: item.str, x: item.transform[4], y: height - item.transform[5], artifact })
  }
  const tree = (await page.getStructTree()) as TreeNode | null
  return {
    text: texts.content,
    furniture: texts.furniture,
    pieces,
    tags: (tree?.children ?? []).flatMap((node) => readTag(node, byId)),
    links: await linksOf(pdf, page),
  }
}

const ARTIFACT = 'Artifact'

type TreeNode = {
  role?: string
  alt?: string
  lang?: string
  type?: string
  id?: string
  children?: TreeNode[]
}

/** pdfjs also tells of elements whose content is on other pages: they are left out. */
function readTag(node: TreeNode, byId: ReadonlyMap<string, string>): ReadTag[] {
  if (node.role === undefined || !isHere(node, byId)) return []
  const own = (child: TreeNode): string =>
    child.type === 'content' ? (byId.get(child.id ?? '') ?? '') : (child.children ?? []).map(own).join('')
  return [
    {
      role: node.role,
      alt: node.alt,
      lang: node.lang,
      text: fold(own(node)),
      kids: (node.children ?? []).flatMap((child) => readTag(child, byId)),
    },
  ]
}

function isHere(node: TreeNode, byId: ReadonlyMap<string, string>): boolean {
  return node.type === 'content'
    ? byId.has(node.id ?? '')
    : (node.children ?? []).some((child) => isHere(child, byId))
}

async function linksOf(pdf: Pdf, page: PdfPage): Promise<ReadLink[]> {
  const annotations = (await page.getAnnotations()) as Annotation[]
  return Promise.all(
    annotations.map(async ({ contentsObj, url, dest }) => ({
      contents: contentsObj?.str ?? '',
      url: url ?? undefined,
      page: dest ? await pageOf(pdf, dest) : undefined,
    })),
  )
}

type Annotation = { contentsObj?: { str: string }; url?: string; dest?: Destination }
type Destination = string | unknown[]

async function pageOf(pdf: Pdf, destination: Destination): Promise<number> {
  const place = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  return 1 + (await pdf.getPageIndex(place?.[0] as Parameters<Pdf['getPageIndex']>[0]))
}

type OutlineItem = { title: string; dest: Destination | null; items: OutlineItem[] }

async function bookmarksOf(pdf: Pdf, items: OutlineItem[]): Promise<ReadBookmark[]> {
  return Promise.all(
    items.map(async ({ title, dest, items: kids }) => ({
      title,
      page: dest ? await pageOf(pdf, dest) : 0,
      kids: await bookmarksOf(pdf, kids),
    })),
  )
}
