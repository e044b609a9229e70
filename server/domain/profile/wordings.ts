import type { OccupationalProfile, TextVariant } from '../../../schemas/types.ts'
import { fieldOf, idOf, itemsOf, textOf, type Found } from './items.ts'

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

export type StaleVariant = { readonly itemId: string; readonly field: string; readonly language: string }

/** The variants whose wording has changed since they were made, and that nobody has confirmed since. */
export function staleVariants(profile: OccupationalProfile, hash: Hash): StaleVariant[] {
  return [...itemsOf(profile)].flatMap((found) =>
    variantsOf(found)
      .filter(({ field, madeFrom }) => hash(foldWording(textOf(found.item, field))) !== madeFrom)
      .map(({ field, language }) => ({ itemId: idOf(found.item), field, language })),
  )
}

function variantsOf({ item }: Found): readonly TextVariant[] {
  return (fieldOf(item, 'variants') as TextVariant[] | undefined) ?? []
}
