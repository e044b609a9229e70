import type { Amendment, ChangedSince } from '../../../schemas/types.ts'

/** What has changed in the frame of a part: fields with words, and whether there is more than that. */
export type FrameChanges = {
  readonly fields: readonly { readonly field: string; readonly from: string; readonly to: string }[]
  /** Sentences that are gone, as they were. */
  readonly removed: readonly { readonly itemId: string; readonly number: string; readonly former: string }[]
  /** Why, in the order in which it was done. */
  readonly reasons: readonly string[]
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

/**
 * What the amendments since the member answered have done to a part's frame. What was changed between rounds is in no
 * amendment: then nothing is known, but that something is other.
 */
export function frameChanges(
  { partId, formerAt }: Pick<ChangedSince, 'partId' | 'formerAt'>,
  amendments: readonly Amendment[],
): FrameChanges {
  const since = amendments.filter(({ at }) => formerAt === null || at >= formerAt)
  const fields = new Map<string, { field: string; from: string; to: string }>()
  const removed: FrameChanges['removed'][number][] = []
  const reasons: string[] = []
  let hasOthers = false
  for (const { changes, items, reason } of since) {
    const gone = items.filter((item) => item.partId === partId && item.hash === null)
    removed.push(...gone)
    let isOfFrame = gone.length > 0
    for (const change of changes) {
      if (change.kind !== 'item-amended' || change.itemId !== partId) continue
      isOfFrame = true
      if (isShownField(change.field)) {
        const from = fields.get(change.field)?.from ?? inWords(change.from)
        fields.set(change.field, { field: change.field, from, to: inWords(change.to) })
      } else hasOthers = true
    }
    if (isOfFrame && reason !== '') reasons.push(reason)
  }
  const shown = [...fields.values()].filter(({ from, to }) => from !== to)
  return { fields: shown, removed, reasons, hasOthers: hasOthers || shown.length + removed.length === 0 }
}

function inWords(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
