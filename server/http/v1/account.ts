import type { AmendAccount, RegisterPasskey, SetPassword } from '../../../schemas/types.ts'
import type { AppContext } from '../../context.ts'
import { disconnectIdentities } from '../../usecases/people/come-by-open-id.ts'
import { endOtherSessions, endOwnSession } from '../../usecases/people/end-sessions.ts'
import { amendAccount, readAccount, setPassword } from '../../usecases/people/own-account.ts'
import { readOwnData } from '../../usecases/people/read-own-data.ts'
import { addPasskey, askForNewPasskey, removePasskey } from '../../usecases/people/use-passkey.ts'
import type { Asker } from '../../usecases/deps.ts'
import { attachment } from '../attachment.ts'
import { takeSignIn } from '../rate-limits.ts'
import { route } from '../route.ts'

const ACCOUNT = { status: 200, description: 'The account', schema: 'account' } as const
const access = 'anyone-signed-in'

/** What people see and change about themselves: nobody else can be named here. */
export const accountRoutes = [
  route({
    method: 'get',
    path: '/account',
    id: 'readAccount',
    summary: 'Who you are here, where you are signed in and by what you come in',
    access,
    answer: ACCOUNT,
    problems: [],
    handle: ({ asker }, context) => answer(asker, context),
  }),
  route<AmendAccount>({
    method: 'patch',
    path: '/account',
    id: 'amendAccount',
    summary: 'Change your name, the language of mail to you, or whether a passkey is asked for',
    access,
    body: 'amend-account',
    answer: ACCOUNT,
    problems: ['second-step-alone'],
    async handle({ asker, body }, context) {
      await amendAccount(context.deps, asker, body)
      return answer(asker, context)
    },
  }),
  route<SetPassword>({
    method: 'put',
    path: '/account/password',
    id: 'setPassword',
    summary: 'Choose a password, or have none any more; you are signed out everywhere else',
    access,
    body: 'set-password',
    answer: { status: 204, description: 'It holds from now on' },
    problems: ['sign-in-refused'],
    async handle({ asker, body, address }, { deps, limits }) {
      takeSignIn(limits, asker.personId ?? '', address)
      await setPassword(deps, asker, body)
      return {}
    },
  }),
  route({
    method: 'delete',
    path: '/account/sessions',
    id: 'endOtherSessions',
    summary: 'Sign out everywhere but here',
    access,
    answer: ACCOUNT,
    problems: [],
    async handle({ asker }, context) {
      await endOtherSessions(context.deps, asker)
      return answer(asker, context)
    },
  }),
  route({
    method: 'delete',
    path: '/account/sessions/{sessionId}',
    id: 'endSession',
    summary: 'Sign out in one place',
    access,
    answer: { status: 204, description: 'Signed out there' },
    problems: ['session-not-found'],
    async handle({ asker, params: { sessionId = '' } }, { deps }) {
      await endOwnSession(deps, asker, { sessionId })
      return {}
    },
  }),
  route({
    method: 'post',
    path: '/account/passkey-options',
    id: 'askForNewPasskey',
    summary: 'What navigator.credentials.create is to be given',
    access,
    body: 'passkey-options',
    answer: { status: 200, description: 'The options', schema: 'passkey-options' },
    problems: [],
    handle: async ({ asker }, { deps }) => ({ body: await askForNewPasskey(deps, asker) }),
  }),
  route<RegisterPasskey>({
    method: 'post',
    path: '/account/passkeys',
    id: 'addPasskey',
    summary: 'Add a passkey',
    access,
    body: 'register-passkey',
    answer: { ...ACCOUNT, status: 201 },
    problems: ['passkey-refused'],
    async handle({ asker, body }, context) {
      await addPasskey(context.deps, asker, body)
      return answer(asker, context)
    },
  }),
  route({
    method: 'delete',
    path: '/account/passkeys/{passkeyId}',
    id: 'removePasskey',
    summary: 'Take a passkey away',
    access,
    answer: ACCOUNT,
    problems: ['passkey-not-found'],
    async handle({ asker, params: { passkeyId = '' } }, context) {
      await removePasskey(context.deps, asker, { passkeyId })
      return answer(asker, context)
    },
  }),
  route({
    method: 'delete',
    path: '/account/identities',
    id: 'disconnectIdentities',
    summary: 'Stop signing in by the OpenID Connect issuer',
    access,
    answer: ACCOUNT,
    problems: [],
    async handle({ asker }, context) {
      await disconnectIdentities(context.deps, asker)
      return answer(asker, context)
    },
  }),
  route({
    method: 'get',
    path: '/account/data',
    id: 'readOwnData',
    summary: 'Everything that is held about you, as a file',
    access,
    answer: { status: 200, description: 'The file', schema: 'personal-data' },
    problems: [],
    async handle({ asker }, { deps, limits }) {
      limits.take('dataPerPerson', asker.personId ?? '')
      return { body: await readOwnData(deps, asker), headers: attachment('mina-uppgifter.json') }
    },
  }),
]

async function answer(asker: Asker, { deps, config }: AppContext) {
  return { body: await readAccount(deps, asker, { openIdName: config.openId?.name ?? null }) }
}
