import { readFindings } from '../../usecases/language/read-findings.ts'
import { route } from '../route.ts'

export const findingRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/findings',
    id: 'readDraftFindings',
    summary: "The language coach's view of the draft",
    access: 'readDraft',
    answer: { status: 200, description: 'The findings, in the order of the text', schema: 'findings' },
    problems: ['profile-not-found', 'draft-not-found'],
    handle: async ({ asker, locale, params: { slug = '' } }, { deps }) => ({
      body: await readFindings(deps, asker, { slug, locale }),
    }),
  }),
]
