import type { AppContext } from '../../context.ts'
import type { Locale } from '../../i18n/catalogue.ts'
import type { Print } from '../../press.ts'
import type { ApiAnswer, ApiRequest } from '../route.ts'

export const PDF = 'application/pdf'
/** The query of a route that prints. */
export const PRINT_LANGUAGE = {
  language: 'sv or en: the language of headings; left out, the one that the reader prefers',
}

/** What is laid out anew each time is counted by person. Throws too-many-requests. */
export function takePrint({ asker }: ApiRequest<unknown>, { limits }: AppContext): void {
  limits.take('draftPrintsPerPerson', asker.personId ?? '')
}

/** The language that was asked for; else the one that the reader prefers. */
export function languageOf({ query, locale }: ApiRequest<unknown>): Locale {
  return query.language === 'en' || query.language === 'sv' ? query.language : locale
}

/** The PDF, shown rather than saved; nothing of it for a browser that has it already. */
export function sendPrint(
  { ifNoneMatch }: ApiRequest<unknown>,
  { pdf, etag }: Print,
  name: string,
  caching = 'private, no-cache',
): ApiAnswer {
  const headers = { etag, 'cache-control': caching, vary: 'accept-language' }
  if (ifNoneMatch === etag) return { headers, send: (response) => void response.status(304).end() }
  return {
    headers: { ...headers, 'content-disposition': `inline; filename="${name}"`, 'content-type': PDF },
    send: (response) => void response.end(pdf),
  }
}
