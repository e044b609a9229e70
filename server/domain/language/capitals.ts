/** A text with its first letter as large or as small as that of another. */
export function capitalisedAs(text: string, model: string): string {
  const first = model.trimStart().charAt(0)
  const capital = first !== first.toLowerCase()
  const plain = text.trimStart()
  return (capital ? plain.charAt(0).toUpperCase() : plain.charAt(0).toLowerCase()) + plain.slice(1)
}
