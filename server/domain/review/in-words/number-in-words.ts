import type { Share } from '../../../../schemas/types.ts'
import en from './numbers.en.json' with { type: 'json' }
import sv from './numbers.sv.json' with { type: 'json' }
import type { Locale } from './say.ts'

type Named = Readonly<Record<string, string>>

const NUMBERS = { sv, en }

/** Up to twelve in letters, as one writes in Swedish; larger ones in figures. */
export function numberInWords(locale: Locale, count: number): string {
  const words: Named = NUMBERS[locale].words
  return words[count] ?? `${count}`
}

/** Two thirds, half, 65 percent: in the lowest terms, and in figures where it has no name. */
export function shareInWords(locale: Locale, { numerator, denominator }: Share): string {
  const divisor = greatestCommonDivisor(numerator, denominator)
  const [above, below] = [numerator / divisor, denominator / divisor]
  const { half, percent, ...names } = NUMBERS[locale]
  if (below === 2) return half
  const parts: Named = above === 1 ? names.part : names.parts
  const name = parts[below]
  if (name !== undefined) return `${numberInWords(locale, above)} ${name}`
  return 100 % below === 0 ? percent.replace('{count}', `${(above * 100) / below}`) : `${above}/${below}`
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? Math.max(1, one) : greatestCommonDivisor(other, one % other)
}
