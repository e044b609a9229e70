import type { ObjectRef, PdfkitDocument, Ref } from './pdfkit-document.ts'
import { Dictionary, indirect, pdfHex } from './pdfkit-document.ts'

/** The standard structure types that are used here (ISO 32000-1, 14.8.4). */
type TagType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'Span'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Figure'

export type Attributes = {
  readonly lang?: string
  readonly alt?: string
  /** Figure: left, top, right, bottom from the page's top left corner. */
  readonly box?: readonly [number, number, number, number]
  readonly scope?: 'Column' | 'Row'
  readonly numbering?: 'Decimal' | 'LowerAlpha' | 'Disc'
  readonly decoration?: 'LineThrough' | 'Underline'
}

type Content = { readonly mcid: number; readonly page: Ref }
type Annotated = { readonly annotation: Ref; readonly key: number; readonly page: Ref }

/**
 * An element of the document's structure: what a piece of content is for those who listen. It joins its parent when
 * its first content is painted. So the structure always has the order of reading, and no element is empty.
 */
export type Tag = {
  readonly type: TagType
  readonly parent: Tag | undefined
  readonly attributes: Attributes
  readonly kids: (Tag | Content | Annotated)[]
  joined: boolean
}

const NONE: Attributes = {}

/** A new element under another. Content gets into it only through `Page.tagged`. */
export function tag(type: TagType, parent: Tag | undefined, attributes: Attributes = NONE): Tag {
  return { type, parent, attributes, kids: [], joined: parent === undefined }
}

/** What is not read aloud: page furniture, and what only decorates words that say the same. */
export type Artifact = 'Header' | 'Footer' | 'Watermark' | 'Layout'

/** Begins marked content of an element on a page; returns the operator. `marked` is the page's list of elements. */
export function beginTagged(of: Tag, page: Ref, marked: Tag[]): string {
  join(of)
  const mcid = marked.push(of) - 1
  of.kids.push({ mcid, page })
  return `/${of.type} <</MCID ${mcid}>> BDC`
}

export function beginArtifact(kind: Artifact): string {
  if (kind === 'Layout') return '/Artifact <</Type /Layout>> BDC'
  const attached = { Header: ' /Attached [/Top]', Footer: ' /Attached [/Bottom]', Watermark: '' }[kind]
  return `/Artifact <</Type /Pagination /Subtype /${kind}${attached}>> BDC`
}

export const END = 'EMC'

/** Puts an annotation into its Link element and both into the parent tree; for pdfkit's `structParent`. */
export function annotationOf(of: Tag, pdf: PdfkitDocument, pageDictionary: Ref) {
  return {
    add({ annotationRef }: { annotationRef: ObjectRef }) {
      const key = pdf.createStructParentTreeNextKey()
      annotationRef.data.StructParent = key
      of.kids.push({ annotation: annotationRef, key, page: pageDictionary })
    },
  }
}

function join(of: Tag): void {
  if (of.joined || !of.parent) return
  join(of.parent)
  of.parent.kids.push(of)
  of.joined = true
}

/**
 * Writes the tree under the document's structure root. `pages` lists, for each page's key in the parent tree, the
 * elements of its marked content.
 */
export function writeStructure(
  pdf: PdfkitDocument,
  root: Tag,
  pages: ReadonlyMap<number, readonly Tag[]>,
  pageHeight: number,
): void {
  const refs = new Map<Tag, Ref>()
  const shared = new Map<string, Ref>()
  const parents = pdf.getStructParentTree()
  const tree = pdf.getStructTreeRoot()
  tree.data.K = [refOf(root)]
  write(root, tree)
  for (const [key, marked] of pages) parents.get(key).push(...marked.map(refOf))

  function refOf(of: Tag): Ref {
    let ref = refs.get(of)
    if (!ref) refs.set(of, (ref = pdf.ref({})))
    return ref
  }

  function write(of: Tag, parent: Ref): void {
    const ref = refOf(of)
    const { lang, alt } = of.attributes
    const layout = of.attributes === NONE ? undefined : attributeObject(of.attributes)
    let dictionary = `/S /${of.type} /P ${indirect(parent)}`
    if (lang) dictionary += ` /Lang ${pdfHex(lang)}`
    if (alt) dictionary += ` /Alt ${pdfHex(alt)}`
    if (layout) dictionary += ` /A ${indirect(layout)}`
    let page: Ref | undefined
    let kids = ''
    for (const kid of of.kids) {
      if ('mcid' in kid) {
        page ??= kid.page
        kids +=
          page === kid.page ? ` ${kid.mcid}` : ` <</Type /MCR /Pg ${indirect(kid.page)} /MCID ${kid.mcid}>>`
      } else if ('annotation' in kid) {
        parents.add(kid.key, ref)
        kids += ` <</Type /OBJR /Obj ${indirect(kid.annotation)} /Pg ${indirect(kid.page)}>>`
      } else {
        kids += ` ${indirect(refOf(kid))}`
      }
    }
    if (page) dictionary += ` /Pg ${indirect(page)}`
    ref.data = new Dictionary(`<<${dictionary} /K [${kids.slice(1)}]>>`)
    ref.end()
    for (const kid of of.kids) if ('type' in kid) write(kid, ref)
  }

  /** Attribute objects; alike ones are written once. */
  function attributeObject({ box, scope, numbering, decoration }: Attributes): Ref | undefined {
    const data = box
      ? { O: 'Layout', BBox: [box[0], pageHeight - box[3], box[2], pageHeight - box[1]], Placement: 'Block' }
      : scope
        ? { O: 'Table', Scope: scope }
        : numbering
          ? { O: 'List', ListNumbering: numbering }
          : decoration && { O: 'Layout', TextDecorationType: decoration }
    if (!data) return undefined
    const key = JSON.stringify(data)
    let ref = shared.get(key)
    if (!ref) {
      shared.set(key, (ref = pdf.ref(data)))
      ref.end()
    }
    return ref
  }
}
