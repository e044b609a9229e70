/** A digest as people compare it, in groups of four: 7f3a 91c2 e05d 44b8. Of a part of it, its first `digits`. */
export function inFours(digest: string, digits = digest.length): string {
  return (digest.slice(0, digits).match(/.{1,4}/gsu) ?? []).join(' ')
}
