/** Without those that are taken for each other on paper or aloud: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const SIGNS = 'ACDEFGHJKMNPQRTWXY34679'
const CODE_LENGTH = 6

/**
 * Six signs out of dice: numbers from 0 up to but not including 1. There are some 148 million, so that nobody finds an
 * open workshop by guessing while guesses are counted.
 */
export function codeFrom(dice: () => number): string {
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[Math.floor(dice() * SIGNS.length)] ?? 'A').join('')
}

/** A code as somebody has typed it: small letters, spaces and hyphens do no harm. Undefined for what cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s\-–·.]/gu, '').toUpperCase()
  return code.length === CODE_LENGTH && Array.from(code).every((sign) => SIGNS.includes(sign))
    ? code
    : undefined
}

/** In two threes, as it stands on the wall: K7M 4PX. */
export function sayCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
