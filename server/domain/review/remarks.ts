import type { Remark } from '../../../schemas/types.ts'
import type { PanelText } from './panel-text.ts'

/** Whether a remark waits for its answer: nobody has given one, and its author has not taken it back. */
export function isOpen({
  disposition,
  withdrawnAt,
}: {
  readonly disposition: object | null
  readonly withdrawnAt: string | null
}): boolean {
  return disposition === null && withdrawnAt === null
}

export type Place = {
  readonly partId: string
  readonly number: string
  readonly hashes: Readonly<Partial<Record<'part' | 'item', string>>>
}

/** Where things stand in the text, by their ids: a part and its frame share one. */
export function placesIn({ parts }: Pick<PanelText, 'parts'>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const part of parts) {
    for (const { id, number, hash } of part.items)
      places.set(id, {
        partId: part.id,
        number,
        hashes: id === part.id ? { part: part.hash, item: hash } : { item: hash },
      })
  }
  return places
}

/** Whether what a remark is about has other words now than those that its author saw, or is gone. */
export function isOutdated({ scope, hash }: Remark['anchor'], place: Place | undefined): boolean {
  return scope !== 'whole' && place?.hashes[scope] !== hash
}
