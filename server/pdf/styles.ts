import type { Face, Fonts } from './fonts.ts'
import type { Shaper } from './type/shape-words.ts'

/** Red, green and blue from 0 to 1, as PDF writes them. */
export type Colour = string

const colour = (hex: string): Colour =>
  [1, 3, 5].map((at) => +(Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ')

/** The design's pigments as they are printed: black on white, blue for the mark and links. */
export const INK = colour('#16211d')
export const QUIET = colour('#495651')
export const EDGE = colour('#78837d')
export const BLUE = colour('#09456a')
export const OCHRE_TINT = colour('#f8e5ad')
export const OCHRE_TEXT = colour('#745013')
/** 5.5 % ink on white, mixed beforehand: what lies behind the text needs no transparency then. */
const WATERMARK = colour('#f2f3f3')

/** How text looks: sizes in points, tracking in thousandths of the size. */
export type Style = {
  readonly face: Face
  readonly shaper: Shaper
  readonly size: number
  readonly leading: number
  readonly colour: Colour
  readonly tracking: number
}

export type Styles = ReturnType<typeof makeStyles>

/** The type scale of the printed page. */
export function makeStyles({ display, serif, sans, strong }: Fonts) {
  const style = (face: Face, size: number, leading: number, ink = INK, tracking = 0): Style => ({
    face,
    shaper: face.text,
    size,
    leading,
    colour: ink,
    tracking,
  })
  const titles = [style(display, 46, 50, INK, -12), style(display, 36, 40, INK, -12)]
  return {
    /** The cover's title, from the largest size down; a longer title takes the next. */
    coverTitles: [...titles, style(display, 28, 32, INK, -8), style(display, 20, 24)],
    coverLead: style(serif, 13.5, 20),
    coverKind: style(sans, 11, 15, QUIET),
    owner: style(sans, 10, 14),
    fact: style(sans, 9.5, 13),
    factName: style(sans, 9.5, 13, QUIET),
    factStrong: style(strong, 9.5, 13),
    digits: inColumns(style(sans, 9.5, 13)),
    stamp: style(strong, 8, 11, OCHRE_TEXT, 60),
    small: style(sans, 9, 12.5),
    smallStrong: style(strong, 9, 12.5),
    smallQuiet: style(sans, 9, 12.5, QUIET),
    smallLink: style(sans, 9, 12.5, BLUE),
    millimetres: inColumns(style(sans, 6.5, 6.5)),
    watermark: style(display, 118, 118, WATERMARK, 20),

    header: style(sans, 8, 10.5, QUIET),
    headerStrong: style(strong, 8, 10.5),
    pageNumber: inColumns(style(sans, 9, 10.5)),

    moduleNumber: style(display, 34, 34),
    title: style(display, 23, 27, INK, -12),
    subtitle: style(strong, 10, 15),
    head: style(strong, 10, 15),
    stem: style(serif, 10.5, 15, QUIET),
    reason: style(sans, 9.5, 13, QUIET),
    explanation: style(sans, 10, 14),
    what: style(sans, 9, 15, QUIET),
    outcomeNumber: style(serif, 10.5, 15, QUIET),
    outcome: style(serif, 11.5, 15),
    letter: style(sans, 10, 15, QUIET),
    criterion: style(serif, 10, 15),
    wording: style(serif, 10.5, 15),
    interface: style(sans, 10, 15),
    interfaceStrong: style(strong, 10, 15),
    interfaceQuiet: style(sans, 10, 15, QUIET),
    note: style(sans, 8.5, 11.5, QUIET),
    noteStrong: style(strong, 8.5, 11.5),
    translation: style(sans, 8.5, 11.5),
    columnHead: style(strong, 8.5, 11),
    entryNumber: inColumns(style(serif, 11.5, 15, QUIET)),
    entryPage: inColumns(style(sans, 10, 15)),
    count: style(display, 27, 27),
    sectionHead: style(serif, 14, 18),
    minutesTitle: style(display, 32, 36, INK, -10),
    themeNumber: style(serif, 14, 18, QUIET),

    /** A sheet on a table is read from the chairs around it. */
    sheetName: style(strong, 12, 16),
    sheetFacts: style(sans, 12, 16, QUIET),
    sheetGroup: style(display, 66, 66, INK, -15),
    sheetPlace: style(serif, 17, 22, QUIET),
    sheetQuestions: [
      style(display, 40, 44, INK, -12),
      style(display, 32, 36, INK, -10),
      style(display, 26, 30, INK, -8),
      style(display, 20, 24),
      style(serif, 16, 21),
      style(serif, 13, 17),
      style(serif, 11, 14),
    ],
    sheetHead: style(strong, 12, 17),
    /** Figures of one width: nobody is to take a narrow 1 for anything else. */
    sheetCodes: [72, 66, 60, 54].map((size) => inColumns(style(strong, size, size, INK, 20))),
    sheetSmallestCode: inColumns(style(strong, 48, 48, INK, 20)),
    sheetAddresses: [14, 12, 10, 8.5].map((size) => style(strong, size, size * 1.28)),
    sheetNumber: inColumns(style(serif, 14, 20, QUIET)),
    sheetStep: style(sans, 14, 20),
    sheetStepStrong: style(strong, 14, 20),
    sheetText: style(sans, 11, 15.5),

    /** Lines far enough apart to write between. */
    lineTitle: style(display, 20, 24, INK, -8),
    lineText: style(serif, 10.5, 19),
    lineStrong: style(strong, 10, 19),
    lineQuiet: style(serif, 10.5, 19, QUIET),
    lineLetter: style(sans, 10, 19, QUIET),
    lineNumber: inColumns(style(sans, 7.5, 19, QUIET)),
    lineChanged: style(strong, 7.5, 19, OCHRE_TEXT),
    /** Words that are read aloud with a mark and not printed; so small that they stay within it. */
    spoken: style(sans, 1, 1),

    del: style(serif, 10.5, 15, QUIET),
    ins: style(serif, 10.5, 15),
  }
}

/** With figures of one width, that stand under one another. */
function inColumns(of: Style): Style {
  return { ...of, shaper: of.face.columns }
}

/** Where the first baseline stands below the top of a line. */
export const rise = ({ leading, size }: Pick<Style, 'leading' | 'size'>): number => leading / 2 + size * 0.33
