import type { AppContext } from '../../context.ts'
import { readMinutes } from '../../usecases/workshop/read-minutes.ts'
import { readForSheets } from '../../usecases/workshop/plan-workshop.ts'
import type { Print } from '../../press.ts'
import { route, type ApiAnswer, type ApiRequest } from '../route.ts'

const LANGUAGE = { language: 'sv or en: the language of headings; left out, the one that the reader prefers' }
const PDF = 'application/pdf'

/** Paper for the tables before a workshop, and for the archive after it. */
export const workshopPrintRoutes = [
  route({
    method: 'get',
    path: '/workshops/{workshopId}/sheets',
    id: 'printGroupSheets',
    summary: 'A sheet for each group with its code, as PDF',
    access: 'leadWorkshops',
    query: LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['workshop-not-found', 'workshop-ended'],
    async handle(request, context) {
      takePrint(request, context)
      const workshop = await readForSheets(context.deps, request.asker, request.params.workshopId ?? '')
      return answer(await context.press.printGroupSheets(workshop, languageOf(request)), 'gruppblad.pdf')
    },
  }),
  route({
    method: 'get',
    path: '/workshops/{workshopId}/minutes',
    id: 'printMinutes',
    summary: 'The minutes of a workshop, as PDF; names only if the workshop says so',
    access: 'leadWorkshops',
    query: LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['workshop-not-found'],
    async handle(request, context) {
      takePrint(request, context)
      const minutes = await readMinutes(context.deps, request.asker, request.params.workshopId ?? '')
      return answer(await context.press.printMinutes(minutes, languageOf(request)), 'protokoll.pdf')
    },
  }),
]

function takePrint({ asker }: ApiRequest<unknown>, { limits }: AppContext): void {
  limits.take('draftPrintsPerPerson', asker.personId ?? '')
}

function languageOf({ query, locale }: ApiRequest<unknown>) {
  return query.language === 'en' || query.language === 'sv' ? query.language : locale
}

function answer({ pdf, etag }: Print, name: string): ApiAnswer {
  return {
    headers: {
      etag,
      'cache-control': 'private, no-cache',
      'content-disposition': `inline; filename="${name}"`,
      'content-type': PDF,
    },
    send: (response) => void response.end(pdf),
  }
}
