import type { Anonymity } from '../../../schemas/types.ts'

/** Whether more is shown of who wrote what than before: earlier, in more phases, or in the minutes. */
export function showsMore(before: Anonymity, after: Anonymity): boolean {
  return (
    (before.silentCollect && !after.silentCollect) ||
    (!before.namesInMinutes && after.namesInMinutes) ||
    after.namedPhases.some((phase) => !before.namedPhases.includes(phase))
  )
}
