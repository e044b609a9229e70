/** Bullets and numbers that lists begin their lines with: "- ", "• ", "3. ", "b) ". */
const BULLET = /^(?:[-–—•*·▪◦]|\p{N}{1,2}[.)]|\p{L}\))\s+/u

/** What stands line by line, when somebody pastes a list: without bullets, numbers and empty lines. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim().replace(BULLET, '').trim())
    .filter((line) => line !== '')
}
