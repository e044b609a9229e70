import type { RequestLink, Session, SignIn, SignInByPassword, UsePasskey } from '../../../schemas/types.ts'
import type { AppContext } from '../../context.ts'
import { abilitiesAtLarge } from '../../domain/people/abilities.ts'
import type { Asker } from '../../usecases/deps.ts'
import type { SignedIn } from '../../usecases/people/open-session.ts'
import { requestLink } from '../../usecases/people/request-link.ts'
import { readAsker, signInByLink, signInByPassword, signOut } from '../../usecases/people/sign-in.ts'
import { askForPasskey, signInByPasskey } from '../../usecases/people/use-passkey.ts'
import { clearSessionCookie, setSessionCookie } from '../authenticate.ts'
import { inEvenTime } from '../in-even-time.ts'
import { takeSignIn } from '../rate-limits.ts'
import { route, type ApiAnswer } from '../route.ts'

const OPENED = {
  status: 201,
  description: 'The session; its cookie comes with it',
  schema: 'session',
} as const

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
    answer: OPENED,
    problems: ['sign-in-link-spent'],
    async handle({ body, entrance, address }, context) {
      context.limits.take('signInPerAddress', address)
      return opened(context, await signInByLink(context.deps, { ...body, ...entrance }))
    },
  }),
  route<SignInByPassword>({
    method: 'post',
    path: '/session/password',
    id: 'signInByPassword',
    summary: 'Sign in by e-mail and password, where the installation has passwords',
    access: 'anyone',
    body: 'sign-in-by-password',
    answer: OPENED,
    problems: ['sign-in-refused'],
    async handle({ body, entrance, address }, context) {
      takeSignIn(context.limits, body.email.toLowerCase(), address)
      return opened(context, await signInByPassword(context.deps, { ...body, ...entrance }))
    },
  }),
  route({
    method: 'post',
    path: '/session/passkey-options',
    id: 'askForPasskey',
    summary: 'What navigator.credentials.get is to be given',
    access: 'anyone',
    body: 'passkey-options',
    answer: { status: 200, description: 'The options', schema: 'passkey-options' },
    problems: [],
    async handle({ asker, address }, { deps, limits }) {
      limits.take('signInPerAddress', address)
      return { body: await askForPasskey(deps, asker) }
    },
  }),
  route<UsePasskey>({
    method: 'post',
    path: '/session/passkey',
    id: 'signInByPasskey',
    summary: 'Sign in by a passkey: alone, or as the second step',
    access: 'anyone',
    body: 'use-passkey',
    answer: OPENED,
    problems: ['passkey-refused'],
    async handle({ asker, body: { response }, entrance, address }, context) {
      context.limits.take('signInPerAddress', address)
      return opened(context, await signInByPasskey(context.deps, asker, { response, ...entrance }))
    },
  }),
  route<RequestLink>({
    method: 'post',
    path: '/sign-in-links',
    id: 'requestLink',
    summary: 'Ask for a one-time link by mail; the answer does not say whether the address is known',
    access: 'anyone',
    body: 'request-link',
    answer: { status: 204, description: 'If the address is known, a mail is on its way' },
    problems: [],
    async handle({ body: { email }, address }, { deps, limits }) {
      limits.take('linkPerAddress', address)
      limits.take('linkPerPerson', email.toLowerCase())
      await inEvenTime(requestLink(deps, { email }))
      return {}
    },
  }),
  route({
    method: 'delete',
    path: '/session',
    id: 'signOut',
    summary: 'Sign out, also half-way in',
    access: 'anyone',
    answer: { status: 204, description: 'Signed out' },
    problems: [],
    async handle({ asker }, context) {
      await signOut(context.deps, asker)
      return {
        send(response) {
          clearSessionCookie(response, context)
          response.end()
        },
      }
    },
  }),
]

async function opened(context: AppContext, signedIn: SignedIn): Promise<ApiAnswer> {
  const session = present(await readAsker(context.deps, signedIn.secret), context)
  return {
    send(response) {
      setSessionCookie(response, context, signedIn)
      response.json(session)
    },
  }
}

function present({ personId, name, viewer, halfSessionOf }: Asker, { installation }: AppContext): Session {
  const { name: called, thirdCategory, outcomeStem } = installation.setup()
  return {
    person: personId === null || name === null ? null : { id: personId, name },
    secondStep: halfSessionOf !== null,
    settings: { name: called, thirdCategory, outcomeStem },
    abilities: abilitiesAtLarge(viewer),
  }
}
