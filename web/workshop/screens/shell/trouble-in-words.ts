import { t } from '../../../i18n/board.ts'
import type { Trouble } from '../../board/trouble.ts'

export type TroubleWords = {
  readonly title: string
  readonly detail: string
  /** What a person can do about it; null for what passes. */
  readonly way: 'reload' | 'retry' | 'join' | 'own-board' | null
  /** The server refuses it for good: the words are offered to be copied. */
  readonly isRefused: boolean
}

const WAYS: Readonly<Record<Trouble, TroubleWords['way']>> = {
  'wrong-shape': 'retry',
  'not-admitted': 'join',
  'old-form': 'reload',
  removed: 'own-board',
  'too-large': 'retry',
  'read-only': null,
  'too-many': null,
  'cannot-store': null,
}
const REFUSED: ReadonlySet<Trouble> = new Set([
  'wrong-shape',
  'not-admitted',
  'removed',
  'too-large',
  'read-only',
])

/** Why the server takes nothing: first that the words are here, then what can be done. */
export function troubleInWords(trouble: Trouble): TroubleWords {
  return {
    title: t(`trouble.${trouble}.title`),
    detail: t(`trouble.${trouble}.detail`),
    way: WAYS[trouble],
    isRefused: REFUSED.has(trouble),
  }
}
