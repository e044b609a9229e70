import type { Rewording } from '../../../schemas/types.ts'
import { holdsOf } from './editorial.ts'
import type { PanelText } from './panel-text.ts'

/** What a ruling is of: these words of an item against those. */
export type Reworded = { readonly itemId: string; readonly formerHash: string; readonly hash: string }
type Ruled = Reworded & NonNullable<Rewording['ruling']>

/**
 * What the panel has ruled of a rewording, latest last; null for nothing:
 *
 * | a ruling is of                                             | it holds |
 * |------------------------------------------------------------|----------|
 * | the same words against the same former ones                | yes      |
 * | words from which confirmed editorial changes lead to these | yes      |
 * | other words, or against other former ones                  | no       |
 *
 * One on the very same words comes before one that is kept, and of those the latest.
 */
export function rulingOn(
  rulings: readonly Ruled[],
  about: Reworded,
  { kept }: Pick<PanelText, 'kept'>,
): Rewording['ruling'] {
  const onFormer = rulings.filter(
    ({ itemId, formerHash }) => itemId === about.itemId && formerHash === about.formerHash,
  )
  const found =
    onFormer.find(({ hash }) => hash === about.hash) ??
    onFormer.findLast(({ hash }) => holdsOf(kept, about.itemId, hash, about.hash))
  return found ? { equivalent: found.equivalent, reason: found.reason, at: found.at } : null
}
