/** Where the parts of a page about a panel's decision stand. */
export const ANCHORS = {
  positions: 'stallning',
  dissents: 'avvikande',
  amendments: 'andringar',
  remarks: 'synpunkter',
  rulings: 'krav',
  composition: 'panelen',
  meetings: 'moten',
  rule: 'regel',
} as const

/** Of one dissent, by its place among them. */
export function dissentAnchor(at: number): string {
  return `${ANCHORS.dissents}-${at + 1}`
}
