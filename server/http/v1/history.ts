import type { ExplainChange } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { explainChange } from '../../usecases/profile/explain-change.ts'
import { readHistory } from '../../usecases/profile/read-history.ts'
import { route } from '../route.ts'

export const historyRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/history',
    id: 'readHistory',
    summary: 'Who changed what, when and why',
    access: 'readHistory',
    paged: true,
    answer: { status: 200, description: 'The history, latest first', schema: 'history' },
    problems: ['profile-not-found'],
    handle: async ({ asker, params: { slug = '' }, paging }, { deps }) => ({
      body: await readHistory(deps, asker, { slug, ...paging }),
    }),
  }),
  route<ExplainChange>({
    method: 'post',
    path: '/profiles/{slug}/history/{seq}/explanation',
    id: 'explainChange',
    summary: 'Say afterwards why a change was made',
    access: 'explainChange',
    body: 'explain-change',
    answer: { status: 204, description: 'It is written down' },
    problems: ['profile-not-found', 'entry-not-found'],
    async handle({ asker, params: { slug = '', seq = '' }, body: { text } }, { deps }) {
      if (!/^\d{1,9}$/u.test(seq)) throw new ProblemError('entry-not-found', { entry: seq })
      await explainChange(deps, asker, { slug, of: Number(seq), text })
      return {}
    },
  }),
]
