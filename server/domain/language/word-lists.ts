/** The words of lines with many to a line, as the data files write long lists. */
export function listed(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
