import type { Session, SignIn } from '../../../schemas/types.ts'
import { abilitiesOn, NO_PROFILE } from '../../domain/people/abilities.ts'
import { signIn, signOut } from '../../usecases/people/sign-in.ts'
import { clearSessionCookie, setSessionCookie } from '../authenticate.ts'
import type { AppContext } from '../../context.ts'
import { route, type ApiRequest } from '../route.ts'

export const sessionRoutes = [
  route({
    method: 'get',
    path: '/session',
    id: 'readSession',
    summary: 'Who is signed in here, and what the installation has chosen',
    access: 'anyone',
    answer: { status: 200, description: 'The session', schema: 'session' },
    problems: [],
    handle: ({ asker }, context) => Promise.resolve({ body: present(asker, context) }),
  }),
  route<SignIn>({
    method: 'post',
    path: '/session',
    id: 'signIn',
    summary: 'Use a one-time link to sign in',
    access: 'anyone',
    body: 'sign-in',
    answer: { status: 201, description: 'The session; its cookie comes with it', schema: 'session' },
    problems: ['sign-in-link-spent'],
    async handle({ body }, context) {
      const signedIn = await signIn(context.deps, body)
      const { id, name, role } = signedIn.person
      const session = present({ personId: id, name, viewer: { roles: [role] } }, context)
      return {
        send(response) {
          setSessionCookie(response, context, signedIn)
          response.json(session)
        },
      }
    },
  }),
  route({
    method: 'delete',
    path: '/session',
    id: 'signOut',
    summary: 'Sign out',
    access: 'anyone-signed-in',
    answer: { status: 204, description: 'Signed out' },
    problems: [],
    async handle({ asker, sessionSecret = '' }, context) {
      await signOut(context.deps, asker, { secret: sessionSecret })
      return {
        send(response) {
          clearSessionCookie(response, context)
          response.end()
        },
      }
    },
  }),
]

function present({ personId, name, viewer }: ApiRequest<never>['asker'], { config }: AppContext): Session {
  return {
    person: personId === null || name === null ? null : { id: personId, name },
    settings: { thirdCategory: config.thirdCategory },
    abilities: abilitiesOn(viewer, NO_PROFILE),
  }
}
