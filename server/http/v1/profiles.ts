import type { CreateProfile } from '../../../schemas/types.ts'
import { createProfile } from '../../usecases/profile/create-profile.ts'
import { listProfiles, readProfile } from '../../usecases/profile/list-profiles.ts'
import { route } from '../route.ts'

export const profileRoutes = [
  route({
    method: 'get',
    path: '/profiles',
    id: 'listProfiles',
    summary: 'The profiles that have been published; and drafts, for those who edit them',
    access: 'anyone',
    paged: true,
    answer: { status: 200, description: 'Profiles in Swedish alphabetical order', schema: 'profile-list' },
    problems: [],
    handle: async ({ asker, paging }, { deps }) => ({ body: await listProfiles(deps, asker, paging) }),
  }),
  route<CreateProfile>({
    method: 'post',
    path: '/profiles',
    id: 'createProfile',
    summary: 'Start an empty profile',
    access: 'createProfile',
    body: 'create-profile',
    answer: { status: 201, description: 'The profile, with its draft', schema: 'profile-summary' },
    problems: ['slug-taken', 'organisation-not-found'],
    async handle({ asker, body }, { deps }) {
      const { slug } = await createProfile(deps, asker, body)
      return {
        body: await readProfile(deps, asker, { slug }),
        headers: { location: `/api/v1/profiles/${slug}` },
      }
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}',
    id: 'readProfile',
    summary: 'One profile: what applies now, and its draft for those who edit it',
    access: 'anyone',
    answer: { status: 200, description: 'The profile', schema: 'profile-summary' },
    problems: ['profile-not-found'],
    handle: async ({ asker, params: { slug = '' } }, { deps }) => ({
      body: await readProfile(deps, asker, { slug }),
    }),
  }),
]
