export type QuotedRun = { readonly text: string; readonly isQuoted: boolean }

/**
 * A wording in runs that remarks quote and runs that none does. A quote that the wording no longer has is left out; quotes
 * that overlap are one run. The runs put together are the wording.
 */
export function quotedRuns(wording: string, quotes: readonly string[]): QuotedRun[] {
  const marked = Array.from({ length: wording.length }, () => false)
  for (const quote of quotes) {
    const at = quote === '' ? -1 : wording.indexOf(quote)
    if (at >= 0) marked.fill(true, at, at + quote.length)
  }
  const runs: QuotedRun[] = []
  for (let from = 0; from < wording.length;) {
    const isQuoted = marked[from] ?? false
    const end = marked.findIndex((each, at) => at > from && each !== isQuoted)
    const to = end < 0 ? wording.length : end
    runs.push({ text: wording.slice(from, to), isQuoted })
    from = to
  }
  return runs
}
