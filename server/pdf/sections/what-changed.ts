import type { DiffChange } from '../../../schemas/types.ts'
import type { PrintJob } from '../print-job.ts'
import type { TextKey } from '../texts.ts'

/** A change in a few words: what kind it is, of what, and where. */
export function whatChanged({ texts, profile }: PrintJob, change: DiffChange): string {
  const { kind, itemKind, moduleTitle, placeBefore, numberBefore } = change
  if (kind === 'moved') {
    if (numberBefore === null) return texts.text('change.moved')
    return placeBefore && placeBefore !== moduleTitle
      ? texts.text('change.movedFrom', { number: numberBefore, module: placeBefore })
      : texts.text('change.movedWithin', { number: numberBefore })
  }
  const what = texts.text(`change.${kind}.${itemKind}` as TextKey, {
    field: fieldName(change),
    module: moduleTitle.trim() || texts.text('untitledModule'),
    term: profile.wordList.find(({ id }) => id === change.itemId)?.term ?? '',
  })
  const inModule = (itemKind === 'outcome' || itemKind === 'criterion') && moduleTitle.trim() !== ''
  return inModule ? texts.text('change.in', { what, module: moduleTitle }) : what

  function fieldName({ field }: DiffChange): string {
    return field === null ? '' : texts.text(`field.${field}` as TextKey)
  }
}
