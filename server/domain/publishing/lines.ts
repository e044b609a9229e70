/** The lines of a plain text, each a paragraph to its readers; empty ones are none. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Two texts from the first line that differs to the last: so a word in a long text is shown with its own lines only. */
export function withoutSameLines(before: string, after: string): [before: string, after: string] {
  const [a, b] = [linesOf(before), linesOf(after)]
  while (a.length > 0 && a[0] === b[0]) {
    a.shift()
    b.shift()
  }
  while (a.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop()
    b.pop()
  }
  return [a.join('\n'), b.join('\n')]
}
