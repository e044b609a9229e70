import type { OccupationalProfile, TextVariant } from '../../../schemas/types.ts'
import { fieldOf, idOf, itemsOf, textOf, type Item } from './items.ts'
import { foldWording, type Hash } from './wordings.ts'

/** BCP 47 for easy Swedish, which has no subtag of its own. */
export const EASY_SWEDISH = 'sv-x-lattlast'

/** Which text of which item a variant is of, and in what language. */
export type VariantPlace = {
  readonly itemId: string
  readonly field: TextVariant['field']
  readonly language: string
}

/** An item's variants; a word list of other languages is none of them. */
export function variantsOf(item: Item | OccupationalProfile): readonly TextVariant[] {
  return fieldOf(item, 'variants') as readonly TextVariant[]
}

/** Whether the wording has changed since the variant was made from it, and nobody has confirmed the variant since. */
export function isStale(
  item: Item | OccupationalProfile,
  { field, madeFrom }: TextVariant,
  hash: Hash,
): boolean {
  return hash(foldWording(textOf(item, field))) !== madeFrom
}

export function staleVariants(profile: OccupationalProfile, hash: Hash): VariantPlace[] {
  return [...itemsOf(profile)].flatMap(({ item }) =>
    variantsOf(item)
      .filter((variant) => isStale(item, variant, hash))
      .map(({ field, language }) => ({ itemId: idOf(item), field, language })),
  )
}

/**
 * An item's variants once somebody has written one, or confirmed it by giving the same text again: it counts as made
 * from the wording that stands now. Without text there is no variant.
 */
export function withVariant(
  item: Item | OccupationalProfile,
  { field, language, text }: Omit<TextVariant, 'madeFrom'>,
  hash: Hash,
): TextVariant[] {
  const variants = variantsOf(item)
  const written = { field, language, text, madeFrom: hash(foldWording(textOf(item, field))) }
  const isSame = (each: TextVariant) => each.field === field && each.language === language
  if (text.trim() === '') return variants.filter((each) => !isSame(each))
  return variants.some(isSame)
    ? variants.map((each) => (isSame(each) ? written : each))
    : [...variants, written]
}
