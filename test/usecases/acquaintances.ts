import request from 'supertest'
import type { HandedLink, LogEntry, LogPage, RegisteredPerson, Role, Scope } from '../../schemas/types.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type { TestApp } from '../support/test-app.ts'

export type Agent = Awaited<ReturnType<TestApp['signedIn']>>

export const API = '/api/v1'
export const EVERYTHING: Scope = { kind: 'everything', id: null }
export const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
export const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1'

/** Registers somebody, as an administrator does it on the page. */
export async function invite(
  admin: Agent,
  given: {
    name?: string
    email?: string | null
    organisationId?: string | null
    role?: Role
    scope?: Scope
  } = {},
): Promise<RegisteredPerson> {
  const { role, scope = EVERYTHING, ...who } = given
  const person = { name: 'Bo Ek', email: null, organisationId: null, locale: 'sv', sendMail: false, ...who }
  const { body } = await admin
    .post(`${API}/people`)
    .send({ ...person, ...(role && { role, scope }) })
    .expect(201)
  return body as RegisteredPerson
}

/** The secret in a link that an administrator hands over. */
export async function linkFor(admin: Agent, personId: string): Promise<string> {
  const { body } = await admin.post(`${API}/people/${personId}/sign-in-links`).send({}).expect(201)
  return (body as HandedLink).address.split('/').at(-1) ?? ''
}

/** Somebody's browser, after they have come in by a link. */
export async function comeIn(
  test: TestApp,
  admin: Agent,
  personId: string,
  browser = FIREFOX,
): Promise<Agent> {
  const agent = request.agent(test.app).set('user-agent', browser)
  await agent
    .post(`${API}/session`)
    .send({ token: await linkFor(admin, personId) })
    .expect(201)
  return agent
}

/** Somebody with that role, and their browser. */
export async function somebody(
  test: TestApp,
  admin: Agent,
  given: Parameters<typeof invite>[1] = {},
): Promise<{ person: RegisteredPerson; agent: Agent }> {
  const person = await invite(admin, given)
  return { person, agent: await comeIn(test, admin, person.id) }
}

/** Who a browser is signed in as; null for nobody. */
export async function nameOf(agent: Agent): Promise<string | null> {
  const { body } = await agent.get(`${API}/session`).expect(200)
  return (body as { person: { name: string } | null }).person?.name ?? null
}

export async function grant(admin: Agent, personId: string, role: Role, scope: Scope = EVERYTHING) {
  const { body } = await admin.post(`${API}/people/${personId}/roles`).send({ role, scope }).expect(201)
  return (body as RegisteredPerson).roles.find((each) => each.role === role)?.id ?? ''
}

export async function organisation(admin: Agent, name: string): Promise<string> {
  const { body } = await admin.post(`${API}/organisations`).send({ name }).expect(201)
  return (body as { id: string }).id
}

export async function wholeLog(storage: Storage): Promise<LogEntry[]> {
  return storage.read(async ({ log }) => {
    const entries: LogEntry[] = []
    for await (const entry of log.all()) entries.push(entry)
    return entries
  })
}

/** The kinds of what has been logged since there were that many entries. */
export async function loggedSince(storage: Storage, count: number): Promise<string[]> {
  return (await wholeLog(storage)).slice(count).map(({ event }) => event.kind)
}

export const searched = async (admin: Agent, query: string) =>
  (await admin.get(`${API}/log?${query}`).expect(200)).body as LogPage
