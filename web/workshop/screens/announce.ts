/** The region that what happens is said in, for those who do not see it: one for the page, read out politely. */
export const ANNOUNCEMENTS = 'announcements'

/** Says something to screen readers. The same words twice are said twice. */
export function announce(words: string): void {
  const region = document.getElementById(ANNOUNCEMENTS)
  if (region) region.textContent = region.textContent === words ? `${words}\u00A0` : words
}
