import type { HandProfile, NameOrganisation } from '../../../schemas/types.ts'
import {
  createOrganisation,
  handProfile,
  listOrganisations,
  removeOrganisation,
  renameOrganisation,
} from '../../usecases/people/keep-organisations.ts'
import { readProfile } from '../../usecases/profile/list-profiles.ts'
import { route } from '../route.ts'

const access = 'managePeople'
const ORGANISATION = { status: 200, description: 'The organisation', schema: 'organisation' } as const

export const organisationRoutes = [
  route({
    method: 'get',
    path: '/organisations',
    id: 'listOrganisations',
    summary: 'The organisations that people come from and profiles belong to',
    access,
    answer: { status: 200, description: 'Organisations', schema: 'organisation-list' },
    problems: [],
    handle: async ({ asker }, { deps }) => ({ body: await listOrganisations(deps, asker) }),
  }),
  route<NameOrganisation>({
    method: 'post',
    path: '/organisations',
    id: 'createOrganisation',
    summary: 'Add an organisation',
    access,
    body: 'name-organisation',
    answer: { ...ORGANISATION, status: 201 },
    problems: [],
    handle: async ({ asker, body }, { deps }) => ({ body: await createOrganisation(deps, asker, body) }),
  }),
  route<NameOrganisation>({
    method: 'patch',
    path: '/organisations/{organisationId}',
    id: 'renameOrganisation',
    summary: 'Give an organisation another name',
    access,
    body: 'name-organisation',
    answer: ORGANISATION,
    problems: ['organisation-not-found'],
    async handle({ asker, params: { organisationId = '' }, body }, { deps }) {
      return { body: await renameOrganisation(deps, asker, { organisationId, ...body }) }
    },
  }),
  route({
    method: 'delete',
    path: '/organisations/{organisationId}',
    id: 'removeOrganisation',
    summary: 'Remove an organisation that nothing is of',
    access,
    answer: { status: 204, description: 'It is gone' },
    problems: ['organisation-not-found', 'organisation-used'],
    async handle({ asker, params: { organisationId = '' } }, { deps }) {
      await removeOrganisation(deps, asker, { organisationId })
      return {}
    },
  }),
  route<HandProfile>({
    method: 'put',
    path: '/profiles/{slug}/organisation',
    id: 'handProfile',
    summary: 'Let a profile belong to an organisation, or to none',
    access,
    body: 'hand-profile',
    answer: { status: 200, description: 'The profile', schema: 'profile-summary' },
    problems: ['profile-not-found', 'organisation-not-found'],
    async handle({ asker, params: { slug = '' }, body }, { deps }) {
      await handProfile(deps, asker, { slug, ...body })
      return { body: await readProfile(deps, asker, { slug }) }
    },
  }),
]
