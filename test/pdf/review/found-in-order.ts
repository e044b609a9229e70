/** Those of some passages that stand in a text, each after the one before. */
export function foundInOrder(text: string, passages: readonly string[]): string[] {
  let from = 0
  return passages.filter((words) => {
    const at = text.indexOf(words, from)
    if (at >= 0) from = at
    return at >= 0
  })
}
