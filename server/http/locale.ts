import type { Request } from 'express'
import type { Locale } from '../i18n/text.ts'

/** The language that the reader asks for: Swedish unless they prefer English. */
export function localeOf(request: Request): Locale {
  return request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv'
}
