import type { AmendedItem, ChangedSince, ReviewText } from '../../../schemas/types.ts'

/** What has changed in the frame of a part: fields with words, and whether there is more than that. */
export type FrameChanges = {
  readonly fields: ChangedSince['fields']
  /** Sentences that are gone, as they were. */
  readonly removed: readonly AmendedItem[]
  /** Something that is not words of a field: what the part is made of, its order, methods of assessment. */
  readonly hasOthers: boolean
}

/** Fields of a frame that are words, or figures that can be shown as such. */
const SHOWN = [
  'title',
  'purpose',
  'targetGroup',
  'delimitations',
  'roleDescription',
  'outcomeStem',
  'owner',
  'seqfLevel',
  'levelRationale',
  'prerequisites',
] as const
export type FrameField = (typeof SHOWN)[number]

export function isShownField(field: string): field is FrameField {
  return SHOWN.some((each) => each === field)
}

/** What has changed in a part's frame since the member answered: by amendments, and by editors between the rounds. */
export function frameChanges(
  { partId, formerAt, formerRound, fields }: ChangedSince,
  { amendments, betweenRounds }: Pick<ReviewText, 'amendments' | 'betweenRounds'>,
): FrameChanges {
  const since = [
    ...betweenRounds.filter(({ round }) => formerRound !== null && round > formerRound),
    ...amendments.filter(({ at }) => formerAt === null || at >= formerAt),
  ]
  // What an amendment took away in an earlier round is gone between the rounds too.
  const removed = new Map(
    since
      .flatMap(({ items }) => items)
      .filter((item) => item.partId === partId && item.kind !== 'frame' && item.hash === null)
      .map((item) => [item.itemId, item]),
  )
  const shown = fields.filter(({ field, from, to }) => isShownField(field) && from !== to)
  return {
    fields: shown,
    removed: [...removed.values()],
    hasOthers: shown.length < fields.length || shown.length + removed.size === 0,
  }
}
