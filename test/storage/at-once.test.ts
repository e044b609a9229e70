import type { PersonList, Problem, RegisteredPerson } from '../../schemas/types.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { grantRole } from '../../server/usecases/people/give-and-take-roles.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { buildDecision, buildProfile } from '../support/build-profile.ts'
import { onEachDatabase } from '../support/databases.ts'
import { depsOn, publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

type Agent = Awaited<ReturnType<TestApp['signedIn']>>

const INVITED = { name: 'Bo Ek', email: 'bo@exempel.se', organisationId: null, locale: 'sv', sendMail: false }
const version = { version: '2.0.0', decision: buildDecision() }
const file = { format: 'profilverkstad-profile-1', profile: buildProfile(), published: version }

onEachDatabase((open) => {
  test.each<[string, (agent: Agent) => ReturnType<Agent['post']>, string[]]>([
    [
      'start a draft',
      (agent) => agent.post('/api/v1/profiles/testare/draft').send({}),
      ['201', '409 /problems/draft-exists'],
    ],
    [
      'take the same name for a new profile',
      (agent) => agent.post('/api/v1/profiles').send({ title: 'Provare' }),
      ['201', '409 /problems/slug-taken'],
    ],
    [
      'import the same version',
      (agent) => agent.post('/api/v1/imports').send({ file }),
      ['201', '409 /problems/version-not-later|409 /problems/version-taken'],
    ],
  ])('of two who %s at once, one does and the other is told why not', async (_, act, expected) => {
    const { storage } = await open()
    await publish(depsOn(storage))
    const agent = await (await startTestApp({}, storage)).signedIn()
    const answers = await Promise.all([act(agent), act(agent)])
    const told = answers.map(({ status, body }) =>
      status === 201 ? '201' : `${status} ${(body as Problem).type}`,
    )
    expect(told.sort()).toEqual(
      expected.map((one) => expect.stringMatching(new RegExp(`^(?:${one})$`, 'u')) as string),
    )
  })
})

onEachDatabase((open) => {
  /** Two administrators on a database, each in their own browser. */
  async function twoAdministrators() {
    const { storage } = await open()
    const app = await startTestApp({}, storage)
    const [karin, ulla] = [await app.signedIn('Karin Ek'), await app.signedIn('Ulla Ny')]
    const { people } = (await karin.get('/api/v1/people').expect(200)).body as PersonList
    const of = (wanted: string) => people.find(({ name }) => name === wanted)
    return { storage, karin, ulla, karinsOwn: of('Karin Ek'), ullasOwn: of('Ulla Ny') }
  }
  const erase = (agent: Agent, who?: RegisteredPerson) => agent.delete(`/api/v1/people/${who?.id}`)
  const withdraw = (agent: Agent, who?: RegisteredPerson) =>
    agent.delete(`/api/v1/people/${who?.id}/roles/${who?.roles[0]?.id}`)

  test.each([
    ['take each other’s role', withdraw, withdraw],
    ['erase each other', erase, erase],
    ['take the other’s role and erase the other', withdraw, erase],
  ])('of two administrators who %s at once, one is left', async (_, one, other) => {
    const { storage, karin, ulla, karinsOwn, ullasOwn } = await twoAdministrators()
    const answers = await Promise.all([one(karin, ullasOwn), other(ulla, karinsOwn)])
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    // Whoever comes second is told that nobody would be left, or is out already.
    expect([[204, 409], [204, 401]]).toContainEqual(statuses) // prettier-ignore
    const left = await storage.read(({ people }) => people.grants())
    expect(left.filter(({ role }) => role === 'administrator')).toHaveLength(1)
    expect((await verify(storage)).breaches).toEqual([])
  })

  test('of many who give somebody the same role at once, one does, and nobody meets with a fault', async () => {
    const { storage, ullasOwn } = await twoAdministrators()
    const give = () =>
      grantRole(depsOn(storage), THE_PROGRAM, {
        personId: ullasOwn?.id ?? '',
        role: 'editor',
        scope: EVERYTHING,
      })
    await Promise.all(Array.from({ length: 8 }, give))
    const theirs = await storage.read(({ people }) => people.grants(ullasOwn?.id))
    expect(theirs.map(({ role }) => role).toSorted()).toEqual(['administrator', 'editor'])
  })

  test('of two who invite somebody with the same e-mail at once, one does and the other is told why not', async () => {
    const { karin, ulla } = await twoAdministrators()
    const answers = await Promise.all(
      [karin, ulla].map((agent) => agent.post('/api/v1/people').send(INVITED)),
    )
    const told = answers.map(({ status, body }) => (status === 201 ? '201' : (body as Problem).type))
    expect(told.toSorted()).toEqual(['/problems/email-taken', '201'])
  })
})
