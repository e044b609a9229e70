import type { ReviewText } from '../../../schemas/types.ts'

/**
 * An item's words as the round began with them; undefined where nothing has changed them since, empty where the item was not
 * there. Amendments come in order, so the first one of the round knows.
 */
export function formerWords(
  { amendments, round }: Pick<ReviewText, 'amendments' | 'round'>,
  itemId: string,
): string | undefined {
  return amendments
    .filter((amendment) => amendment.round === round)
    .flatMap(({ items }) => items)
    .find((item) => item.itemId === itemId && (item.field === null || item.field === 'title'))?.former
}
