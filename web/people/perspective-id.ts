const LONGEST = 40

/**
 * What the program calls a new perspective, from its name: "Ung vuxen" is ungVuxen. Letters only, two or more; where
 * the name is taken, or has no such letters, a letter is put after it.
 */
export function perspectiveId(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z]+/u)
    .filter(Boolean)
  const joined = words
    .map((word, at) =>
      at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
  const stem = (joined.length < 2 ? 'perspective' : joined).slice(0, LONGEST - 2)
  let id = stem
  for (let at = 0; taken.includes(id); at++) id = stem + suffix(at)
  return id
}

/** B, C … Z, BA … */
function suffix(at: number): string {
  const letter = (place: number) => String.fromCharCode(65 + place)
  return at < 25 ? letter(at + 1) : letter(Math.floor(at / 26)) + letter(at % 26)
}
