import { t, type TextKey } from './i18n/localize.ts'

type Fault = { readonly pointer: string; readonly code: string; readonly detail: string }

/** The lists of a profile that faults are found in, by their keys in the file. */
const LISTS: Readonly<Record<string, TextKey>> = {
  modules: 'fault.in.module',
  outcomes: 'fault.in.outcome',
  criteria: 'fault.in.criterion',
  personalSuitability: 'fault.in.suitability',
  wordList: 'fault.in.word',
}
const CODES: ReadonlySet<string> = new Set([
  'type',
  'required',
  'additionalProperties',
  'pattern',
  'format',
  'enum',
  'const',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'maxItems',
])

/** A fault of a file for those who read no JSON: where, as they count things, and what; the key is kept for those who do. */
export function faultInWords({ pointer, code, detail }: Fault): { place: string; key: string; what: string } {
  const keys = pointer.split('/').slice(1)
  const place = keys.flatMap((key, at) => {
    const list = LISTS[key]
    const index = Number(keys[at + 1])
    return list && Number.isInteger(index) ? [t(list, { number: index + 1 })] : []
  })
  const last = keys.at(-1) ?? ''
  return {
    place: place.length > 0 ? place.join(', ') : t('fault.in.file'),
    key: /^\d*$/u.test(last) ? '' : last,
    what:
      pointer === '' && code === 'format'
        ? t('fault.notAProfile')
        : CODES.has(code)
          ? t(`fault.${code}` as TextKey)
          : detail,
  }
}
