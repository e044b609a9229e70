import { v7 } from 'uuid'
import { MAX_ITEMS } from '../domain/profile/edit-draft.ts'
import { itemsOf } from '../domain/profile/items.ts'
import { readFile } from '../exchange/read-file.ts'
import type { Reading } from '../exchange/reading.ts'
import type { Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { parseJson, readText } from './say.ts'

/** A file read as a profile. Throws UnreadableFile, and draft-too-large for one that nothing could be done with. */
export function readProfile(file: string, locale: Locale): Reading {
  const reading = readFile(parseJson(readText(file), file), locale, v7)
  if (reading.ok && [...itemsOf(reading.profile)].length > MAX_ITEMS) {
    throw new ProblemError('draft-too-large', { limit: MAX_ITEMS })
  }
  return reading
}
