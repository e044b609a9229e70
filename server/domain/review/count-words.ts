/** How many words a text has, figures and signs left out: what reading it takes is reckoned by them. */
export function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0
}
