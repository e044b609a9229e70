/** A stretch of text; strong where its author wants it. Italics are not shown: learners find them hard to read. */
export type Piece = { readonly text: string; readonly isStrong: boolean; readonly href: string | null }

const INLINE =
  /\\([!-/:-@[-`{-~])|`+ ?(.+?) ?`+|!?\[([^\]]*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+"[^"]*")?\s*\)|<((?:https?:|mailto:)[^\s>]+)>|(\*\*|__)(?=\S)(.+?)(?<=\S)\6|(?<!\p{L})([*_])(?=\S)(.+?)(?<=\S)\8(?!\p{L})/gu
const TO_THE_WEB = /^(?:https?:|mailto:)/iu

/** The pieces of a line of Markdown. A link leads to the web or to an address of mail, nowhere else; a picture is what it is said to be. */
export function piecesOf(text: string, isStrong = false, href: string | null = null): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, escaped, code, label, address = '', bare, , strong, , leaning] = match
    pieces.push({ text: text.slice(from, match.index), isStrong, href })
    if (label !== undefined) {
      const leads = !whole.startsWith('!') && TO_THE_WEB.test(address)
      pieces.push(...piecesOf(label, isStrong, leads ? address : href))
    } else if (strong !== undefined) pieces.push(...piecesOf(strong, true, href))
    else if (leaning !== undefined) pieces.push(...piecesOf(leaning, isStrong, href))
    else pieces.push({ text: escaped ?? code ?? bare ?? '', isStrong, href: bare ?? href })
    from = match.index + whole.length
  }
  pieces.push({ text: text.slice(from), isStrong, href })
  return pieces.filter((piece) => piece.text !== '')
}
