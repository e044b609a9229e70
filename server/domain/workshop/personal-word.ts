import words from './personal-words.json' with { type: 'json' }

/**
 * Two words that lead back to a seat, easy to say and to remember. Together with the group's code, and as guesses are
 * counted, they are enough for the length of a workshop. `dice` gives numbers from 0 up to but not including 1.
 */
export function wordFrom(dice: () => number): string {
  const pick = () => words[Math.floor(dice() * words.length)] ?? ''
  return `${pick()} ${pick()}`
}

/** As it is compared: capitals, hyphens and more spaces than one do no harm. */
export function readWord(typed: string): string {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\-–,.]+/gu, ' ')
    .trim()
}
