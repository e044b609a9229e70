/** One change in a text: so many letters taken away there, and others put in their place. Lengths are in UTF-16 units, as in fields and in Yjs. */
export type TextChange = { readonly index: number; readonly remove: number; readonly insert: string }

/** A Yjs delta of a plain text. */
export type TextDelta = readonly {
  retain?: number | undefined
  insert?: unknown
  delete?: number | undefined
}[]

/**
 * The smallest change that leads from one text to another; null where they are the same. Where it could have happened in
 * several places (an a more among a's), it is the one that ends at the caret, for there somebody was writing. It never
 * parts the two halves of a sign, which Yjs would make unreadable.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (start + end > most) {
    end = Math.min(end, Math.max(most - start, after.length - caret))
    start = most - end
  }
  if (isFirstHalf(before.charCodeAt(start - 1))) start -= 1
  if (isSecondHalf(before.charCodeAt(before.length - end))) end -= 1
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  }
}

/**
 * Where the letters of a text stand in what a field shows of it: for each letter its place there, or -1 for one that
 * the field does not show yet. A field in which a word is being composed must be left alone; what others write
 * meanwhile is held back, and what is written in the field still goes to its right place.
 */
export type Places = readonly number[]

export function placesOf(length: number): Places {
  return Array.from({ length }, (_, place) => place)
}

/** After others have changed the text. */
export function afterOthers(places: Places, delta: TextDelta): Places {
  const left = [...places]
  const next: number[] = []
  for (const { retain, insert, delete: gone } of delta) {
    if (retain !== undefined) next.push(...left.splice(0, retain))
    else if (gone !== undefined) left.splice(0, gone)
    else if (typeof insert === 'string') next.push(...Array.from({ length: insert.length }, () => -1))
  }
  return [...next, ...left]
}

/** The place in the text that a place in the field is: right after the letter that it stands after. */
export function placeInText(places: Places, inField: number): number {
  return places.findLastIndex((place) => place !== -1 && place < inField) + 1
}

/** What a change in the field is in the text, to be done in that order; what the field does not show is left alone. */
export function inText(places: Places, { index, remove, insert }: TextChange): TextChange[] {
  const changes: TextChange[] = []
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const place = places[at] ?? -1
    if (place < index || place >= index + remove) continue
    const last = changes.at(-1)
    if (last?.index === at + 1) changes[changes.length - 1] = { ...last, index: at, remove: last.remove + 1 }
    else changes.push({ index: at, remove: 1, insert: '' })
  }
  return insert === '' ? changes : [...changes, { index: placeInText(places, index), remove: 0, insert }]
}

/** After a change in the field has been done in the text. */
export function afterOwn(places: Places, { index, remove, insert }: TextChange): Places {
  const at = placeInText(places, index)
  const moved = places.flatMap((place) => {
    if (place < index) return [place]
    return place < index + remove ? [] : [place - remove + insert.length]
  })
  return moved.toSpliced(at, 0, ...Array.from({ length: insert.length }, (_, step) => index + step))
}

/** Where what was put in last ends; null where nothing was. */
export function endOfInsert(delta: TextDelta): number | null {
  let at = 0
  let end: number | null = null
  for (const { retain, insert } of delta) {
    at += retain ?? (typeof insert === 'string' ? insert.length : 0)
    if (typeof insert === 'string') end = at
  }
  return end
}

const isFirstHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isSecondHalf = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
