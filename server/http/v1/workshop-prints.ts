import { readMinutes } from '../../usecases/workshop/read-minutes.ts'
import { readForSheets } from '../../usecases/workshop/plan-workshop.ts'
import { route } from '../route.ts'
import { languageOf, PDF, PRINT_LANGUAGE, sendPrint, takePrint } from './send-print.ts'

/** Paper for the tables before a workshop, and for the archive after it. */
export const workshopPrintRoutes = [
  route({
    method: 'get',
    path: '/workshops/{workshopId}/sheets',
    id: 'printGroupSheets',
    summary: 'A sheet for each group with its code, as PDF',
    access: 'leadWorkshops',
    query: PRINT_LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['workshop-not-found', 'workshop-ended'],
    async handle(request, context) {
      takePrint(request, context)
      const workshop = await readForSheets(context.deps, request.asker, request.params.workshopId ?? '')
      return sendPrint(
        request,
        await context.press.printGroupSheets(workshop, languageOf(request)),
        'gruppblad.pdf',
      )
    },
  }),
  route({
    method: 'get',
    path: '/workshops/{workshopId}/minutes',
    id: 'printMinutes',
    summary: 'The minutes of a workshop, as PDF; names only if the workshop says so',
    access: 'leadWorkshops',
    query: PRINT_LANGUAGE,
    answer: { status: 200, description: 'The PDF', mediaType: PDF },
    problems: ['workshop-not-found'],
    async handle(request, context) {
      takePrint(request, context)
      const minutes = await readMinutes(context.deps, request.asker, request.params.workshopId ?? '')
      return sendPrint(
        request,
        await context.press.printMinutes(minutes, languageOf(request)),
        'protokoll.pdf',
      )
    },
  }),
]
