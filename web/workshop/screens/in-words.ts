import { formatNumber } from '../../i18n/locale.ts'
import { t } from '../../i18n/board.ts'

/** Things in a row, as one says them: lamm, katt och hund. */
export function listInWords(things: readonly string[]): string {
  const last = things.at(-1) ?? ''
  return things.length < 2 ? last : t('words.and', { first: things.slice(0, -1).join(', '), last })
}

const IN_LETTERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'] as const

/** Small numbers in letters, as they stand in a sentence; larger ones in figures. */
export function numberInWords(count: number): string {
  const name = IN_LETTERS[count]
  return name ? t(`words.numbers.${name}`) : formatNumber(count)
}

export function withCapital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1)
}

const LONG_WORD = 14

/** A long name with places where it may be broken, between the words that it is made of, so that it fits a phone. */
export function breakable(name: string): string {
  const joints = new RegExp(`(?<=\\p{L}{4})(?=(?:${t('words.joints')}))`, 'gu')
  return name
    .split(' ')
    .map((word) => (word.length < LONG_WORD ? word : word.replace(joints, '\u00AD')))
    .join(' ')
}
