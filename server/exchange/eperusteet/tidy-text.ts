import { cleanText } from '../../domain/profile/clean-text.ts'

/** What was done to a text on the way in that somebody may want to look at. */
export type Tidied = {
  readonly text: string
  readonly html: boolean
  readonly invisible: boolean
  readonly cut: boolean
}

/** The code points of the entities that Swedish and Finnish texts hold; straight quotation marks become Swedish ones. */
const ENTITIES: ReadonlyMap<string, number> = new Map([
  ['amp', 0x26],
  ['apos', 0x2019],
  ['gt', 0x3e],
  ['lt', 0x3c],
  ['nbsp', 0x20],
  ['ndash', 0x2013],
  ['mdash', 0x2014],
  ['quot', 0x201d],
  ['ldquo', 0x201d],
  ['rdquo', 0x201d],
  ['rsquo', 0x2019],
  ['aring', 0xe5],
  ['Aring', 0xc5],
  ['auml', 0xe4],
  ['Auml', 0xc4],
  ['ouml', 0xf6],
  ['Ouml', 0xd6],
  ['eacute', 0xe9],
])
/** A tag begins with a letter right after its bracket; "< 8 grader" does not. */
const TAG = /<\/?\p{L}[^<>]*>|<!--[^<>]*-->/gu
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\p{L}{2,8}));/giu

/**
 * The words alone of a text from ePerusteet, at most `length` characters: some hold HTML, and most are broken into
 * lines in the middle of sentences, which is nothing to remark upon.
 */
export function tidyText(given: unknown, length: number): Tidied {
  const raw = typeof given === 'string' ? given : ''
  const words = raw.replace(TAG, ' ').replace(ENTITY, character)
  const clean = cleanText(words)
  const whole = clean.replace(/\s+/gu, ' ').trim()
  const text =
    whole.length > length
      ? whole
          .slice(0, length)
          .toWellFormed()
          .replace(/\uFFFD$/u, '')
      : whole
  // A line end of two characters becomes one: no more worth a word than the line end itself.
  const invisible = clean !== words.replace(/\r\n?/gu, '\n')
  return { text, html: words !== raw, invisible, cut: text !== whole }
}

function character(entity: string, decimal?: string, hexadecimal?: string, name = ''): string {
  const code = ENTITIES.get(name) ?? Number.parseInt(decimal ?? hexadecimal ?? '', decimal ? 10 : 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}
