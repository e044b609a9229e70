import { problemIn } from '../../../api/http-client.ts'
import { t } from '../../../i18n/board.ts'

/** What is told when a code, a word or a seat leads nowhere; `field` is where it can be mended. */
export type JoinTrouble = {
  readonly title: string
  readonly detail: string
  readonly field: 'code' | 'word' | null
}

const FIELDS: Readonly<Record<string, JoinTrouble['field']>> = {
  'code-unknown': 'code',
  'code-expired': 'code',
  'group-full': 'code',
  'word-unknown': 'word',
}

/** The server's no in its own words, or that no answer came. Any other error is thrown on. */
export function joinTroubleIn(error: unknown): JoinTrouble {
  const problem = problemIn(error)
  if (!problem) return { title: t('join.noAnswer.title'), detail: t('join.noAnswer.detail'), field: null }
  const kind = problem.type.replace('/problems/', '')
  return { title: problem.title, detail: problem.detail ?? '', field: FIELDS[kind] ?? null }
}
