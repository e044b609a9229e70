import type { Category } from '../domain/profile/number-items.ts'
import { mm } from './measures.ts'
import type { Page } from './page.ts'
import { figure } from './ink.ts'
import { BLUE, EDGE, INK } from './styles.ts'

/*
 * The house's own marks, as PDF paths in a box of 24 units, y growing downwards. The section of a moulding is the
 * product's; the letters stand in shapes of their own so that they read in black and white: disc, square, gable.
 */
const polygon = (...points: readonly (readonly [number, number])[]): string =>
  `${points.map(([x, y], at) => `${x} ${y} ${at === 0 ? 'm' : 'l'}`).join(' ')} h `

const circle = (radius: number): string => {
  const [near, far, pull] = [12 - radius, 12 + radius, radius * 0.5523]
  return (
    `12 ${near} m ${12 + pull} ${near} ${far} ${12 - pull} ${far} 12 c ${far} ${12 + pull} ${12 + pull} ${far} 12 ${far} c ` +
    `${12 - pull} ${far} ${near} ${12 + pull} ${near} 12 c ${near} ${12 - pull} ${12 - pull} ${near} 12 ${near} c h `
  )
}

const MOULDING = '3 2 m 9 2 l 9 6 l 12 6 l 16.418 6 20 9.582 20 14 c 20 17 l 22 17 l 22 22 l 3 22 l h'
const SQUARE = polygon([2, 2], [22, 2], [22, 22], [2, 22])
const GABLE = polygon([12, 0.5], [23, 9], [23, 23], [1, 23], [1, 9])

const letterK = (down: number): string =>
  polygon(
    ...(
      [
        [8.2, 6.5],
        [10.5, 6.5],
        [10.5, 11.2],
        [14.5, 6.5],
        [17.3, 6.5],
        [13.4, 11],
        [17.6, 17.5],
        [14.9, 17.5],
        [11.8, 12.6],
        [10.5, 14.1],
        [10.5, 17.5],
        [8.2, 17.5],
      ] as const
    ).map(([x, y]) => [x, y + down] as const),
  )
const LETTER_F = polygon(
  [8.6, 6.5],
  [15.8, 6.5],
  [15.8, 8.5],
  [11, 8.5],
  [11, 11.2],
  [15.1, 11.2],
  [15.1, 13.2],
  [11, 13.2],
  [11, 17.5],
  [8.6, 17.5],
)
const LETTER_A =
  polygon([11, 8], [13.3, 8], [16.9, 19], [14.5, 19], [13.7, 16.3], [10.5, 16.3], [9.7, 19], [7.4, 19]) +
  polygon([11, 14.4], [13.2, 14.4], [12.1, 10.5])
const LETTER_L = polygon([9.3, 6.5], [11.6, 6.5], [11.6, 15.5], [15.9, 15.5], [15.9, 17.5], [9.3, 17.5])

const KINDS: Record<Category | 'competences' | 'suitability', string> = {
  knowledge: circle(11) + letterK(0),
  skills: SQUARE + LETTER_F,
  responsibilityAutonomy: GABLE + LETTER_A,
  competences: GABLE + letterK(2),
  suitability: circle(11) + circle(9.4) + LETTER_L,
}

/** The product's mark; `size` is its height, from the top left corner. */
export function paintMark(page: Page, x: number, y: number, size: number): void {
  page.decoration().shape(MOULDING, x, y, size / 24, BLUE)
}

export function paintKind(page: Page, kind: keyof typeof KINDS, x: number, y: number, size: number): void {
  page.decoration().shape(KINDS[kind], x, y, size / 24, INK)
}

/**
 * Stickan, the carpenter's rule on which everything measured is shown: marks from 0 to `of`, a pointer at `at`. It is
 * 14 units high.
 */
export function paintRule(
  page: Page,
  rule: { readonly at: number | null; readonly of: number; readonly step: number; readonly unit?: number },
  x: number,
  bottom: number,
): void {
  const ink = page.decoration()
  const unit = rule.unit ?? rule.step / 11
  const length = rule.of * rule.step
  const marks = Array.from({ length: rule.of + 1 }, (_, n) => {
    const at = figure(x + n * rule.step)
    return `${at} ${figure(bottom - 8 * unit)} m ${at} ${figure(bottom)} l`
  })
  ink.lines(marks.join(' '), 0.35, EDGE)
  ink.lines(`${figure(x)} ${figure(bottom)} m ${figure(x + length)} ${figure(bottom)} l`, 0.35, EDGE)
  if (rule.at === null) return
  ink.box(x, bottom - 4 * unit, rule.at * rule.step, 4 * unit, INK)
  ink.box(x + rule.at * rule.step - 1.5 * unit, bottom - 14 * unit, 3 * unit, 15 * unit, INK)
}

/** A millimetre rule along the page's left edge; printed at 100 % one can measure with it. */
export function paintMillimetres(page: Page, length: number): void {
  const marks: string[] = []
  for (let at = 1; at * mm(1) < length; at++) {
    const width = at % 10 === 0 ? 6 : at % 5 === 0 ? 4.5 : 2.5
    marks.push(`0 ${figure(mm(at))} m ${figure(mm(width))} ${figure(mm(at))} l`)
  }
  page.decoration().lines(marks.join(' '), 0.5, INK)
}
