import { readDraftForPrint, readEditionForPrint } from '../../usecases/publishing/read-for-print.ts'
import { route } from '../route.ts'
import { languageOf, PDF, PRINT_LANGUAGE, sendPrint, takePrint } from './send-print.ts'

export const printRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/editions/{version}/pdf',
    id: 'printEdition',
    summary: 'A published version as PDF (PDF/UA-1 and PDF/A-2a), always the same bytes for the same version',
    access: 'anyone',
    query: PRINT_LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['profile-not-found', 'edition-not-found'],
    async handle(request, { deps, press, limits }) {
      const { slug = '', version = '' } = request.params
      limits.take('printsPerAddress', request.address)
      const edition = await readEditionForPrint(deps, { slug, version })
      const print = await press.printEdition(slug, edition, languageOf(request))
      return sendPrint(request, print, `${slug}-${edition.edition.version}.pdf`, 'public, no-cache')
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/pdf',
    id: 'printDraft',
    summary: 'The draft as PDF, with a watermark',
    access: 'readDraft',
    query: PRINT_LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['profile-not-found', 'draft-not-found'],
    async handle(request, context) {
      const { deps, press } = context
      const { slug = '' } = request.params
      takePrint(request, context)
      const draft = await readDraftForPrint(deps, request.asker, { slug })
      const print = await press.printDraft(draft, languageOf(request), deps.now().toISOString())
      return sendPrint(request, print, `${slug}-utkast.pdf`)
    },
  }),
]
