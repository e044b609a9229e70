import type { RuleOnRow } from '../../../schemas/types.ts'
import { findNearest } from '../../usecases/workshop/find-nearest.ts'
import { readCompilation } from '../../usecases/workshop/read-compilation.ts'
import { listOrigins, readOrigins } from '../../usecases/workshop/read-origins.ts'
import { readReplay } from '../../usecases/workshop/read-replay.ts'
import { ruleOnRow } from '../../usecases/workshop/rule-on-row.ts'
import { route } from '../route.ts'

const COMPILATION = {
  status: 200,
  description: 'The compilation as it stands then',
  schema: 'compilation',
} as const

/** What comes of workshops, and where what stands in a draft comes from. */
export const compilationRoutes = [
  route({
    method: 'get',
    path: '/workshops/{workshopId}/compilation',
    id: 'readCompilation',
    summary: 'The results of all groups side by side, with what has been decided about them',
    access: 'leadWorkshops',
    answer: COMPILATION,
    problems: ['workshop-not-found'],
    handle: async ({ asker, params: { workshopId = '' } }, { deps }) => ({
      body: await readCompilation(deps, asker, workshopId),
    }),
  }),
  route<RuleOnRow>({
    method: 'put',
    path: '/workshops/{workshopId}/compilation/rows/{rowId}',
    id: 'ruleOnRow',
    summary: 'Take a row into the draft, merge it, or leave it out',
    access: 'leadWorkshops',
    body: 'rule-on-row',
    answer: COMPILATION,
    problems: [
      'workshop-not-found',
      'row-not-found',
      'row-changed',
      'rehearsal-only',
      'draft-not-found',
      'wording-changed',
      'module-linked',
      'draft-too-large',
    ],
    async handle({ asker, params: { workshopId = '', rowId = '' }, body }, { deps }) {
      await ruleOnRow(deps, asker, { workshopId, rowId, ...body })
      return { body: await readCompilation(deps, asker, workshopId) }
    },
  }),
  route({
    method: 'get',
    path: '/workshops/{workshopId}/groups/{groupId}/replay',
    id: 'readReplay',
    summary: 'How a group’s board came about, in coarse steps and without names',
    access: 'leadWorkshops',
    answer: { status: 200, description: 'The steps', schema: 'board-replay' },
    problems: ['workshop-not-found', 'group-not-found'],
    handle: async ({ asker, params: { workshopId = '', groupId = '' } }, { deps }) => ({
      body: await readReplay(deps, asker, { workshopId, groupId }),
    }),
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/origins',
    id: 'listOrigins',
    summary: 'The items of a draft that come out of workshops',
    access: 'readDraft',
    answer: { status: 200, description: 'Their ids', schema: 'origin-list' },
    problems: ['profile-not-found', 'draft-not-found'],
    handle: async ({ asker, params: { slug = '' } }, { deps }) => ({
      body: await listOrigins(deps, asker, { slug }),
    }),
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/origins/{itemId}',
    id: 'readOrigins',
    summary: 'Where one item comes from: workshop, groups, cards and perspectives, never names',
    access: 'readDraft',
    answer: { status: 200, description: 'One for each workshop', schema: 'provenance-list' },
    problems: ['profile-not-found', 'draft-not-found'],
    handle: async ({ asker, params: { slug = '', itemId = '' } }, { deps }) => ({
      body: await readOrigins(deps, asker, { slug, itemId }),
    }),
  }),
  route({
    method: 'get',
    path: '/seat/nearest',
    id: 'findNearest',
    summary: 'Published wordings that resemble what a participant is writing',
    access: 'anyone',
    query: { text: 'What is being written, up to 500 characters' },
    answer: { status: 200, description: 'At most five', schema: 'nearest' },
    problems: ['not-seated'],
    handle: async ({ seatSecret, query: { text = '' } }, { deps }) => ({
      body: await findNearest(deps, { secret: seatSecret, text: text.slice(0, MOST_LETTERS) }),
    }),
  }),
]

const MOST_LETTERS = 500
