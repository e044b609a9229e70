/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** A4 as pdfkit has it, in points. */
export const PAGE = { width: 595.28, height: 841.89 }

/** Where text may stand: the page's margins as positions from its top left corner, in points. */
export const AREA = {
  left: mm(25),
  right: PAGE.width - mm(20),
  top: mm(26),
  bottom: PAGE.height - mm(26),
}

export type Column = { readonly x: number; readonly width: number }

const GAP = mm(4)

/** The page's three columns: where an item has its number, where its wording stands, what is said beside it. */
export const ADDRESS: Column = { x: AREA.left, width: mm(16) }
export const WORDING: Column = { x: ADDRESS.x + ADDRESS.width + GAP, width: mm(112) }
export const MARGIN: Column = {
  x: WORDING.x + WORDING.width + GAP,
  width: AREA.right - WORDING.x - WORDING.width - GAP,
}
