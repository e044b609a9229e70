import type { AmendPerson, GrantRole, InvitePerson } from '../../../schemas/types.ts'
import { endSessionsOf, removeWaysIn } from '../../usecases/people/end-sessions.ts'
import { erasePerson } from '../../usecases/people/erase-person.ts'
import { grantRole, withdrawRole } from '../../usecases/people/give-and-take-roles.ts'
import { readDataOf } from '../../usecases/people/read-own-data.ts'
import {
  amendPerson,
  invitePerson,
  listPeople,
  mailInvitation,
  readPerson,
} from '../../usecases/people/register-people.ts'
import { handOverLink } from '../../usecases/people/sign-in-link.ts'
import { attachment } from '../attachment.ts'
import { route } from '../route.ts'

const access = 'managePeople'
const PERSON = { status: 200, description: 'The person', schema: 'person' } as const

export const peopleRoutes = [
  route({
    method: 'get',
    path: '/people',
    id: 'listPeople',
    summary: 'Everybody who is registered',
    access,
    answer: { status: 200, description: 'People', schema: 'person-list' },
    problems: [],
    handle: async ({ asker }, { deps }) => ({ body: await listPeople(deps, asker) }),
  }),
  route<InvitePerson>({
    method: 'post',
    path: '/people',
    id: 'invitePerson',
    summary: 'Register a person, and invite them by mail where there is mail',
    access,
    body: 'invite-person',
    answer: { ...PERSON, status: 201 },
    problems: ['email-taken', 'organisation-not-found', 'profile-not-found', 'mail-not-sent'],
    async handle({ asker, body }, { deps }) {
      const person = await invitePerson(deps, asker, body)
      return { body: person, headers: { location: `/api/v1/people/${person.id}` } }
    },
  }),
  route({
    method: 'get',
    path: '/people/{personId}',
    id: 'readPerson',
    summary: 'One person',
    access,
    answer: PERSON,
    problems: ['person-not-found'],
    async handle({ asker, params: { personId = '' } }, { deps }) {
      return { body: await readPerson(deps, asker, { personId }) }
    },
  }),
  route<AmendPerson>({
    method: 'patch',
    path: '/people/{personId}',
    id: 'amendPerson',
    summary: 'Change what is known about a person',
    access,
    body: 'amend-person',
    answer: PERSON,
    problems: ['person-not-found', 'organisation-not-found', 'email-taken'],
    async handle({ asker, params: { personId = '' }, body }, { deps }) {
      return { body: await amendPerson(deps, asker, { personId, fields: body }) }
    },
  }),
  route({
    method: 'delete',
    path: '/people/{personId}',
    id: 'erasePerson',
    summary: 'Erase a person; what they did stays, without a name',
    access,
    answer: { status: 204, description: 'Nothing is known about them any more' },
    problems: ['person-not-found', 'last-administrator'],
    async handle({ asker, params: { personId = '' } }, { deps }) {
      await erasePerson(deps, asker, { personId })
      return {}
    },
  }),
  route({
    method: 'post',
    path: '/people/{personId}/sign-in-links',
    id: 'handOverLink',
    summary: 'A one-time link for a person, to be handed over',
    access,
    answer: { status: 201, description: 'The link, this once', schema: 'issued-link' },
    problems: ['person-not-found'],
    async handle({ asker, params: { personId = '' } }, { deps, config }) {
      const { token, expiresAt } = await handOverLink(deps, asker, { personId })
      return { body: { address: `${config.baseUrl}/logga-in/${token}`, expiresAt } }
    },
  }),
  route({
    method: 'post',
    path: '/people/{personId}/invitations',
    id: 'mailInvitation',
    summary: 'Mail an invitation, once more',
    access,
    answer: { status: 204, description: 'It is in the outbox' },
    problems: ['person-not-found', 'mail-not-sent'],
    async handle({ asker, params: { personId = '' } }, { deps }) {
      await mailInvitation(deps, asker, { personId })
      return {}
    },
  }),
  route<GrantRole>({
    method: 'post',
    path: '/people/{personId}/roles',
    id: 'grantRole',
    summary: 'Give a person a role',
    access,
    body: 'grant-role',
    answer: { ...PERSON, status: 201 },
    problems: ['person-not-found', 'organisation-not-found', 'profile-not-found'],
    async handle({ asker, params: { personId = '' }, body }, { deps }) {
      await grantRole(deps, asker, { personId, ...body })
      return { body: await readPerson(deps, asker, { personId }) }
    },
  }),
  route({
    method: 'delete',
    path: '/people/{personId}/roles/{roleId}',
    id: 'withdrawRole',
    summary: 'Take a role from a person; their sessions end',
    access,
    answer: { status: 204, description: 'It is taken' },
    problems: ['person-not-found', 'role-not-found', 'last-administrator'],
    async handle({ asker, params: { personId = '', roleId = '' } }, { deps }) {
      await withdrawRole(deps, asker, { personId, roleId })
      return {}
    },
  }),
  route({
    method: 'delete',
    path: '/people/{personId}/sessions',
    id: 'endSessionsOf',
    summary: 'Sign a person out everywhere',
    access,
    answer: { status: 204, description: 'They are out' },
    problems: ['person-not-found'],
    async handle({ asker, params: { personId = '' } }, { deps }) {
      await endSessionsOf(deps, asker, { personId })
      return {}
    },
  }),
  route({
    method: 'delete',
    path: '/people/{personId}/ways-in',
    id: 'removeWaysIn',
    summary: 'Take away passkeys, password and issuer, and sign a person out: they come in again by a link',
    access,
    answer: { status: 204, description: 'They are gone' },
    problems: ['person-not-found'],
    async handle({ asker, params: { personId = '' } }, { deps }) {
      await removeWaysIn(deps, asker, { personId })
      return {}
    },
  }),
  route({
    method: 'get',
    path: '/people/{personId}/data',
    id: 'readDataOf',
    summary: 'Everything that is held about a person, as a file',
    access,
    answer: { status: 200, description: 'The file', schema: 'personal-data' },
    problems: ['person-not-found'],
    async handle({ asker, params: { personId = '' } }, { deps }) {
      const body = await readDataOf(deps, asker, { personId })
      return { body, headers: attachment('uppgifter.json') }
    },
  }),
]
