import type { Closing } from '../../../schemas/types.ts'

export type Outcome = Closing['possible'][number]
export const OUTCOMES: readonly Outcome[] = ['approved', 'approvedEditorial', 'changesRequested', 'declined']

export type Hindrance = { readonly code: Closing['obstacles'][number]['code']; readonly count: number }

/** What keeps a panel from deciding so; empty where nothing does. */
export function whyNot(
  outcome: Outcome,
  { possible, obstacles }: Pick<Closing, 'possible' | 'obstacles'>,
): Hindrance[] {
  if (possible.includes(outcome)) return []
  const stopsAll = obstacles.filter(({ stops }) => stops === 'closing')
  // What is said to be editorial and is not confirmed stops nothing by itself: its part is not ready as long as it matters.
  const standing =
    stopsAll.length > 0 ? stopsAll : obstacles.filter(({ code }) => code !== 'editorial-unconfirmed')
  return [...new Set(standing.map(({ code }) => code))].map((code) => ({
    code,
    count: standing.filter((each) => each.code === code).length,
  }))
}
