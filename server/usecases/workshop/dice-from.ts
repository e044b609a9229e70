/** Dice out of a secret of 32 bytes: up to eight numbers from 0 up to but not including 1. Throws when it is used up. */
export function diceFrom(secret: string): () => number {
  const bytes = Buffer.from(secret, 'base64url')
  let at = 0
  return () => {
    const number = bytes.readUInt32BE(at) / 2 ** 32
    at += 4
    return number
  }
}
