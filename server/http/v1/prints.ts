import type { Locale } from '../../i18n/catalogue.ts'
import { readDraftForPrint, readEditionForPrint } from '../../usecases/publishing/read-for-print.ts'
import type { Print } from '../../press.ts'
import { route, type ApiAnswer, type ApiRequest } from '../route.ts'

const LANGUAGE = { language: 'sv or en: the language of headings; left out, the one that the reader prefers' }
const PDF = 'application/pdf'

export const printRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/editions/{version}/pdf',
    id: 'printEdition',
    summary: 'A published version as PDF (PDF/UA-1 and PDF/A-2a), always the same bytes for the same version',
    access: 'anyone',
    query: LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['profile-not-found', 'edition-not-found'],
    async handle(request, { deps, press, limits }) {
      const { slug = '', version = '' } = request.params
      limits.take('printsPerAddress', request.address)
      const edition = await readEditionForPrint(deps, { slug, version })
      const print = await press.printEdition(slug, edition, languageOf(request))
      return answer(request, print, `${slug}-${edition.edition.version}.pdf`, 'public, no-cache')
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/pdf',
    id: 'printDraft',
    summary: 'The draft as PDF, with a watermark',
    access: 'readDraft',
    query: LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['profile-not-found', 'draft-not-found'],
    async handle(request, { deps, press, limits }) {
      const { slug = '' } = request.params
      limits.take('draftPrintsPerPerson', request.asker.personId ?? '')
      const draft = await readDraftForPrint(deps, request.asker, { slug })
      const print = await press.printDraft(draft, languageOf(request), deps.now().toISOString())
      return answer(request, print, `${slug}-utkast.pdf`, 'private, no-cache')
    },
  }),
]

function languageOf({ query, locale }: ApiRequest<unknown>): Locale {
  return query.language === 'en' || query.language === 'sv' ? query.language : locale
}

function answer(
  { ifNoneMatch }: ApiRequest<unknown>,
  { pdf, etag }: Print,
  name: string,
  caching: string,
): ApiAnswer {
  const headers = { etag, 'cache-control': caching, vary: 'accept-language' }
  if (ifNoneMatch === etag) return { headers, send: (response) => void response.status(304).end() }
  return {
    headers: { ...headers, 'content-disposition': `inline; filename="${name}"`, 'content-type': PDF },
    send: (response) => void response.end(pdf),
  }
}
