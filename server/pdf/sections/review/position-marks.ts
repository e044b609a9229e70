import type { Page } from '../../page.ts'
import { INK } from '../../styles.ts'
import type { PositionCounts } from './panel-minutes-input.ts'

export type Stand = Exclude<keyof PositionCounts, 'code'>

/** The order in which positions are counted. */
export const STANDS: readonly Stand[] = ['agree', 'agreeWithChange', 'disagree', 'abstain', 'none']

/*
 * Marks as PDF paths in a box of 24 units, y growing downwards, holes by the even-odd rule. They are told apart by
 * their shapes, in black and white: a full disc, half a disc, a square with a cross, a ring with a bar, a dotted ring.
 */
const arc = (radius: number): number => radius * 0.5523

function disc(radius: number, x = 12, y = 12): string {
  const pull = arc(radius)
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius]
  return (
    `${x} ${top} m ${x + pull} ${top} ${right} ${y - pull} ${right} ${y} c ` +
    `${right} ${y + pull} ${x + pull} ${bottom} ${x} ${bottom} c ` +
    `${x - pull} ${bottom} ${left} ${y + pull} ${left} ${y} c ` +
    `${left} ${y - pull} ${x - pull} ${top} ${x} ${top} c h `
  )
}

const RING = disc(10.5) + disc(8.6)
const TICK = '6.2 12.4 m 8 10.6 l 10.7 13.3 l 16 8 l 17.8 9.8 l 10.7 16.9 l h '
const HALF = `12 3.4 m ${12 - arc(8.6)} 3.4 3.4 ${12 - arc(8.6)} 3.4 12 c 3.4 ${12 + arc(8.6)} ${12 - arc(8.6)} 20.6 12 20.6 c h `
const CROSS =
  '8 6.2 m 12 10.2 l 16 6.2 l 17.8 8 l 13.8 12 l 17.8 16 l 16 17.8 l 12 13.8 l 8 17.8 l 6.2 16 l 10.2 12 l 6.2 8 l h '
const DOTS = Array.from({ length: 12 }, (_, at) => {
  const turn = (at * Math.PI) / 6
  return disc(1.2, round(12 + 9.6 * Math.cos(turn)), round(12 + 9.6 * Math.sin(turn)))
}).join('')

const MARKS: Record<Stand, string> = {
  agree: disc(10.5) + TICK,
  agreeWithChange: RING + HALF,
  disagree: `2 2 m 22 2 l 22 22 l 2 22 l h ${CROSS}`,
  abstain: `${RING}7 10.9 m 17 10.9 l 17 13.1 l 7 13.1 l h `,
  none: DOTS,
}

/** Paints the mark of a position; `size` is its height, from the top left corner. */
export function paintStand(page: Page, stand: Stand, x: number, y: number, size: number): void {
  page.decoration().shape(MARKS[stand], x, y, size / 24, INK)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
