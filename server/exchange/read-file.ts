import { isTooDeep } from '../domain/profile/clean-text.ts'
import { text, type Locale } from '../i18n/text.ts'
import { sha256 } from '../seal.ts'
import { eperusteetUnits, readEperusteet } from './eperusteet/read-eperusteet.ts'
import { OWN_FORMAT, readProfileFile } from './own/read-profile-file.ts'
import type { Reading } from './reading.ts'

/** A file's content (parsed JSON) as a profile, whichever of the formats it is in. */
export function readFile(file: unknown, locale: Locale, newId: () => string): Reading {
  if (isTooDeep(file)) return unreadable('depth', 'nested too deep')
  if (typeof file === 'object' && file !== null && 'format' in file) return readProfileFile(file, newId)
  const response = eperusteetUnits(file)
  if (!response) return unreadable('format', `expected ${OWN_FORMAT} or a response of ePerusteet`)
  const labels = {
    onlyFinnish: (finnish: string) => text(locale, 'import.onlyFinnish', { text: finnish }),
    untitled: text(locale, 'import.untitled'),
    owner: text(locale, 'import.eperusteetOwner'),
  }
  return readEperusteet(response, labels, newId)
}

/** SHA-256 of a file's content, however it is spaced: the same whichever way the file comes in. */
export function digestFile(file: unknown): string {
  return sha256(JSON.stringify(file))
}

function unreadable(code: string, detail: string): Reading {
  return { ok: false, faults: [{ pointer: '', code, detail }] }
}
