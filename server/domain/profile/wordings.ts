import type { OccupationalProfile } from '../../../schemas/types.ts'
import { idOf, itemsOf, type Found } from './items.ts'

/** Hashes a text; given from outside, since the domain has no cryptography of its own. SHA-256 in hexadecimal. */
export type Hash = (text: string) => string

/** NFC-normalised and white-space-folded: texts that read the same are the same wording. */
export function foldWording(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * The wording of an item that people take positions on and are assessed against: an outcome's, a criterion's and a
 * suitability item's text, a module's title, a word with its explanation.
 */
export function wordingOf(found: Found): string {
  switch (found.kind) {
    case 'profile':
      return foldWording(found.item.title)
    case 'module':
      return foldWording(found.item.module.title)
    case 'word':
      return foldWording(`${found.item.term}: ${found.item.explanation}`)
    default:
      return foldWording(found.item.text)
  }
}

/** The hash of every item's wording, by item id; the profile's own title counts among them. */
export function hashWordings(profile: OccupationalProfile, hash: Hash): Record<string, string> {
  const hashes: Record<string, string> = {}
  for (const found of itemsOf(profile)) hashes[idOf(found.item)] = hash(wordingOf(found))
  return hashes
}
