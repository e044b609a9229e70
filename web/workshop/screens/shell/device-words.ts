/** What a device remembers of a seat beside the board: that its word has been read. */
const keyOf = (seatId: string) => `profilverkstad.word-read.${seatId}`

export function isWordRead(seatId: string): boolean {
  return localStorage.getItem(keyOf(seatId)) !== null
}

export function setWordRead(seatId: string): void {
  try {
    localStorage.setItem(keyOf(seatId), '1')
  } catch {
    // A device that keeps nothing shows the word again the next time.
  }
}

export function forgetWordRead(seatId: string): void {
  localStorage.removeItem(keyOf(seatId))
}
