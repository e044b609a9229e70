import type { AgendaItem, PanelMeeting, ReviewTally } from '../../../schemas/types.ts'

/** The points that are discussed, in the agenda's order. What nobody contests is taken together, and is none of them. */
export function discussed({ agenda }: Pick<ReviewTally, 'agenda'>): readonly AgendaItem[] {
  return agenda.filter(({ kind }) => kind === 'discussion')
}

export function takenTogether({ agenda }: Pick<ReviewTally, 'agenda'>): readonly AgendaItem[] {
  return agenda.filter(({ kind }) => kind === 'consent')
}

/**
 * The point to go to from what is on the table: the agenda is made anew as members answer, so it is the first that is
 * discussed and is not on the table. Null when there is none.
 */
export function nextPoint(
  tally: Pick<ReviewTally, 'agenda'>,
  { onTable }: Pick<PanelMeeting, 'onTable'>,
): AgendaItem | null {
  return discussed(tally).find(({ partId }) => partId !== onTable?.partId) ?? null
}
