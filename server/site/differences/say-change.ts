import type { DiffChange, Edition } from '../../../schemas/types.ts'
import { findItem } from '../../domain/profile/items.ts'
import type { Say } from '../say.ts'
import type { Compared } from './compared.ts'
import type { TextKey } from '../texts.ts'

/** A change in a few words: what kind it is, of what, and where. `moduleBefore` is the module that the reader has just read about. */
export function sayChange({ say, after }: Compared, change: DiffChange, moduleBefore: string): string {
  const { kind, itemKind, moduleTitle } = change
  if (kind === 'moved') return sayMove(say, change)
  const what = say.text(`differences.${kind}.${itemKind}` as TextKey, {
    field: fieldName(say, change),
    term: termOf(after, change),
  })
  if (itemKind !== 'outcome' && itemKind !== 'criterion' && kind !== 'amended') return what
  if (moduleTitle.trim() === '') return what
  return moduleTitle === moduleBefore
    ? say.text('differences.inSameModule', { what })
    : say.text('differences.inModule', { what, module: moduleTitle })
}

function sayMove(say: Say, { moduleTitle, placeBefore, numberBefore }: DiffChange): string {
  if (numberBefore === null) return say.text('differences.movedInList')
  return placeBefore !== null && placeBefore !== moduleTitle
    ? say.text('differences.movedFrom', { number: numberBefore, module: placeBefore })
    : say.text('differences.movedWithin', { number: numberBefore })
}

function fieldName(say: Say, { field }: DiffChange): string {
  return field === null ? '' : say.text(`fields.${field}` as TextKey)
}

/** A word of the list is known by itself, not by a number. */
function termOf({ profile }: Edition, { itemId }: DiffChange): string {
  const found = findItem(profile, itemId)
  return found?.kind === 'word' ? found.item.term : ''
}
