import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { ComposePanel, PositionKind, Role } from '../../schemas/types.ts'
import { buildApp } from '../../server/app.ts'
import type { AppContext } from '../../server/context.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { API, openReview, readPanelText, take } from '../../test/support/hold-review.ts'
import PANEL from './panel.json' with { type: 'json' }

/** What each sign says that a member does with a part; a space is no answer yet. */
const SIGNS: Readonly<Record<string, PositionKind>> = {
  '+': 'agree',
  '~': 'agreeWithChange',
  x: 'disagree',
  '-': 'abstain',
}

/**
 * A panel in its first round on a profile that has a draft: some parts ready, some waiting, two that are stopped. Who is on
 * it and what each says of each part, one sign a member in their order, stands in panel.json; all of it is invented.
 */
export async function putPanelToWork(context: AppContext, slug: string): Promise<void> {
  const app = buildApp(context)
  const as = (role: Role | null) => signedIn(context, app, role ?? 'panelMember')
  const members: ComposePanel['members'] = PANEL.members.map(
    ({ name, perspective, organisation }, index) => ({
      name,
      email: `ledamot${index + 1}@panel.example`,
      organisation,
      perspective,
      part: 'member',
      substituteFor: null,
    }),
  )
  const held = await openReview({ app, context, as }, { slug, members })
  await held.coordinator
    .post(`${API}/reviews/${held.id}/meetings`)
    .send({
      startsAt: '2027-10-21T07:00:00.000Z',
      endsAt: '2027-10-21T10:00:00.000Z',
      place: 'Stockholm',
      video: '',
      material: '',
      answerBy: null,
    })
    .expect(201)
  const { parts } = await readPanelText(held.coordinator, held.id)
  const agents = Object.values(held.members)
  for (const [row, { id }] of parts.entries())
    for (const [column, agent] of agents.entries()) {
      const position = SIGNS[PANEL.said[row]?.[column] ?? ' ']
      if (position) await take(context.deps, agent, held.id, { itemId: id, position, reason: PANEL.reason })
    }
}

async function signedIn(
  { deps }: AppContext,
  app: ReturnType<typeof buildApp>,
  role: Role,
): Promise<TestAgent> {
  const invited = {
    name: 'Sara Ny',
    email: null,
    organisationId: null,
    locale: 'sv',
    sendMail: false,
  } as const
  const { id } = await invitePerson(deps, THE_PROGRAM, { ...invited, role, scope: EVERYTHING })
  const { token } = await handOverLink(deps, THE_PROGRAM, { personId: id })
  const agent = request.agent(app)
  await agent.post(`${API}/session`).send({ token }).expect(201)
  return agent
}
