import type { Problem } from '../../schemas/types.ts'
import { buildDecision, buildProfile } from '../support/build-profile.ts'
import { onEachDatabase } from '../support/databases.ts'
import { depsOn, publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

type Agent = Awaited<ReturnType<TestApp['signedIn']>>

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
