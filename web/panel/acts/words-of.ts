import type { Act } from './act.ts'

/** Fields of what is sent that hold somebody's own words. */
const OWN_WORDS: ReadonlySet<string> = new Set(['reason', 'text', 'proposal'])

/** What its author has written in an act, wherever it stands in it; empty fields are passed over. */
export function wordsOf({ body }: Pick<Act, 'body'>): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (typeof value === 'string') return OWN_WORDS.has(name) && value.trim() !== '' ? [value] : []
    return isObject(value) ? wordsOf({ body: value }) : []
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
