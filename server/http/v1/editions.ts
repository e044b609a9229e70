import type { ProposePublication, PublishEdition } from '../../../schemas/types.ts'
import { writeEditionFile } from '../../exchange/own/write-profile-file.ts'
import { compareEditions } from '../../usecases/publishing/compare-editions.ts'
import { parseEdition } from '../../usecases/publishing/parse-edition.ts'
import { proposePublication } from '../../usecases/publishing/propose-publication.ts'
import { publishEdition } from '../../usecases/publishing/publish-edition.ts'
import { listEditions, readEdition } from '../../usecases/publishing/read-edition.ts'
import { attachment } from '../attachment.ts'
import { route } from '../route.ts'

export const editionRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/editions',
    id: 'listEditions',
    summary: 'The published versions of a profile',
    access: 'anyone',
    paged: true,
    answer: { status: 200, description: 'The versions, latest first', schema: 'edition-list' },
    problems: ['profile-not-found'],
    handle: async ({ asker, params: { slug = '' }, paging }, { deps }) => ({
      body: await listEditions(deps, asker, { slug, ...paging }),
    }),
  }),
  route<PublishEdition>({
    method: 'post',
    path: '/profiles/{slug}/editions',
    id: 'publishEdition',
    summary: 'Publish the draft as a version that never changes',
    access: 'publish',
    body: 'publish-edition',
    ifMatch: true,
    answer: { status: 201, description: 'The version', schema: 'edition-summary' },
    problems: [
      'profile-not-found',
      'draft-not-found',
      'draft-changed',
      'draft-in-review',
      'draft-incomplete',
      'version-not-later',
      'version-unexplained',
      'version-taken',
      'ruling-missing',
    ],
    async handle({ asker, params: { slug = '' }, revision, body }, { deps }) {
      const edition = await publishEdition(deps, asker, { slug, revision, ...body })
      return { body: edition, headers: { location: `/api/v1/profiles/${slug}/editions/${edition.version}` } }
    },
  }),
  route<ProposePublication>({
    method: 'post',
    path: '/profiles/{slug}/draft/publication-proposals',
    id: 'proposePublication',
    summary: 'The version that would follow from the draft as it stands; nothing is stored',
    access: 'publish',
    body: 'propose-publication',
    answer: { status: 200, description: 'The proposal, with its reasons', schema: 'publication-proposal' },
    problems: ['profile-not-found', 'draft-not-found'],
    handle: async ({ asker, params: { slug = '' }, body: { rulings } }, { deps }) => ({
      body: await proposePublication(deps, asker, { slug, rulings }),
    }),
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/editions/{version}',
    id: 'readEdition',
    summary:
      'A published version, byte for byte as it was sealed; the version `latest` is the one that applies now',
    access: 'anyone',
    answer: { status: 200, description: 'The version', schema: 'edition' },
    problems: ['profile-not-found', 'edition-not-found'],
    async handle({ params: { slug = '', version = '' } }, { deps, shelf }) {
      const stored = await readEdition(deps, { slug, version })
      return { send: (response) => shelf.send(response.req, response, stored, version !== 'latest') }
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/editions/{version}/file',
    id: 'exportEdition',
    summary: 'A published version as a file that can be imported elsewhere',
    access: 'anyone',
    answer: { status: 200, description: 'The file', schema: 'profile-file' },
    problems: ['profile-not-found', 'edition-not-found'],
    async handle({ params: { slug = '', version = '' } }, { deps }) {
      const stored = await readEdition(deps, { slug, version })
      return {
        body: writeEditionFile(parseEdition(stored)),
        headers: attachment(`${slug}-${stored.version}.json`),
      }
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/editions/{version}/diff/{other}',
    id: 'compareEditions',
    summary: 'What differs between two versions: from `other` to `version`',
    access: 'anyone',
    answer: { status: 200, description: 'The differences, by item', schema: 'edition-diff' },
    problems: ['profile-not-found', 'edition-not-found'],
    handle: async ({ asker, params: { slug = '', version = '', other = '' } }, { deps }) => ({
      body: await compareEditions(deps, asker, { slug, from: other, to: version }),
    }),
  }),
]
