/**
 * Text from outside, fit for a header and for a sentence: line breaks and other control characters become a space, so
 * that no name can begin a header of its own, and the signs that turn the direction of writing go, so that no name can
 * make an address look like another.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}
