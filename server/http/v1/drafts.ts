import type { AmendProfile, StartDraft, TakeModule } from '../../../schemas/types.ts'
import { writeDraftFile } from '../../exchange/own/write-profile-file.ts'
import { discardDraft } from '../../usecases/profile/discard-draft.ts'
import { editDraft } from '../../usecases/profile/edit-draft.ts'
import { readDraft } from '../../usecases/profile/read-draft.ts'
import { startDraft } from '../../usecases/profile/start-draft.ts'
import { takeModule } from '../../usecases/profile/take-module.ts'
import { attachment } from '../attachment.ts'
import { revisionTag, route } from '../route.ts'
import { editAnswer, splitAmendment } from './items.ts'

export const draftRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/draft',
    id: 'readDraft',
    summary: 'The live draft, with what it lacks and what is stale in it',
    access: 'readDraft',
    answer: { status: 200, description: 'The draft', schema: 'draft' },
    problems: ['profile-not-found', 'draft-not-found'],
    async handle({ asker, params: { slug = '' } }, { deps }) {
      const draft = await readDraft(deps, asker, { slug })
      return { body: draft, headers: { etag: revisionTag(draft.revision) } }
    },
  }),
  route<StartDraft>({
    method: 'post',
    path: '/profiles/{slug}/draft',
    id: 'startDraft',
    summary: 'Start a draft from a published version',
    access: 'startDraft',
    body: 'start-draft',
    answer: { status: 201, description: 'The draft', schema: 'draft' },
    problems: ['profile-not-found', 'edition-not-found', 'draft-exists'],
    async handle({ asker, params: { slug = '' }, body }, { deps }) {
      await startDraft(deps, asker, { slug, ...body })
      const draft = await readDraft(deps, asker, { slug })
      const location = `/api/v1/profiles/${slug}/draft`
      return { body: draft, headers: { etag: revisionTag(draft.revision), location } }
    },
  }),
  route<AmendProfile>({
    method: 'patch',
    path: '/profiles/{slug}/draft',
    id: 'amendProfile',
    summary: 'Change fields of the profile itself',
    access: 'edit',
    body: 'amend-profile',
    answer: { status: 200, description: 'What was changed', schema: 'edit-result' },
    problems: ['profile-not-found', 'draft-not-found', 'wording-changed'],
    async handle({ asker, params: { slug = '' }, body }, { deps }) {
      const { fields, because } = splitAmendment(body)
      const { profile } = await readDraft(deps, asker, { slug })
      const command = { act: 'amend', itemKind: 'profile', itemId: profile.id, fields } as const
      return editAnswer(await editDraft(deps, asker, { slug, command, because }))
    },
  }),
  route({
    method: 'delete',
    path: '/profiles/{slug}/draft',
    id: 'discardDraft',
    summary: 'Throw the draft away; its last text stays in the log',
    access: 'discardDraft',
    ifMatch: true,
    answer: { status: 204, description: 'It is gone' },
    problems: ['profile-not-found', 'draft-not-found', 'draft-changed', 'draft-in-review'],
    async handle({ asker, params: { slug = '' }, revision }, { deps }) {
      await discardDraft(deps, asker, { slug, revision })
      return {}
    },
  }),
  route<TakeModule>({
    method: 'post',
    path: '/profiles/{slug}/draft/taken-modules',
    id: 'takeModule',
    summary: 'Take a published module from another profile: link it, or copy and adapt it',
    access: 'edit',
    body: 'take-module',
    answer: { status: 201, description: 'What was changed', schema: 'edit-result' },
    problems: [
      'profile-not-found',
      'draft-not-found',
      'edition-not-found',
      'item-not-found',
      'module-source-not-found',
      'id-taken',
    ],
    async handle({ asker, params: { slug = '' }, body }, { deps }) {
      return editAnswer(await takeModule(deps, asker, { slug, ...body }))
    },
  }),
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/file',
    id: 'exportDraft',
    summary: 'The draft as a file that can be imported again',
    access: 'readDraft',
    answer: { status: 200, description: 'The file', schema: 'profile-file' },
    problems: ['profile-not-found', 'draft-not-found'],
    async handle({ asker, params: { slug = '' } }, { deps }) {
      const { profile } = await readDraft(deps, asker, { slug })
      return { body: writeDraftFile(profile), headers: attachment(`${slug}.json`) }
    },
  }),
]
