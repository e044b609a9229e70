import express, { type Express } from 'express'
import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { Role, Scope } from '../../schemas/types.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig, type Config } from '../../server/config.ts'
import { contextOn, type AppContext } from '../../server/context.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { watchAnswers, type Undescribed } from './described-answers.ts'
import { openMemoryStorage } from './memory-storage.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { handOverLink, issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'

/** The whole program on a database in memory, with a clock that the test sets. */
export type TestApp = {
  readonly app: Express
  readonly context: AppContext
  readonly storage: Storage
  /** What the clock shows; a test may set it. */
  now: Date
  /** Asks as somebody who is not signed in. */
  readonly stranger: TestAgent
  /** A session's cookie, for what asks by itself. */
  cookie(name: string): Promise<string>
  /** Asks as a signed-in administrator. */
  signedIn(name?: string): Promise<TestAgent>
  /** Asks as somebody who has that role, everywhere or that far; null for a person without any. */
  as(role: Role | null, scope?: Scope): Promise<TestAgent>
  /** Throws when the API has answered anything that its description does not foresee. */
  close(): Promise<void>
}

/** `elapsed` is the clock of those who ask too often, in milliseconds: the machine's own unless a test sets it. */
export async function startTestApp(
  settings: Partial<Config> = {},
  storage?: Storage,
  elapsed?: () => number,
): Promise<TestApp> {
  const kept = storage ?? (await openMemoryStorage())
  const test = { now: new Date('2026-03-01T09:00:00Z') }
  const config = { ...readConfig({ SEED_EXAMPLES: 'no' }), ...settings }
  const context = await contextOn(kept, config, () => test.now, elapsed)
  const undescribed: Undescribed = []
  const app = express().use(watchAnswers(undescribed), buildApp(context))
  return Object.assign(test, {
    app,
    context,
    storage: kept,
    stranger: request.agent(app),
    async cookie(name: string) {
      const { token } = await issueAdminLink(context.deps, { name, fallbackName: name })
      const { headers } = await request(app).post('/api/v1/session').send({ token }).expect(201)
      return String(headers['set-cookie']?.[0]).split(';')[0] ?? ''
    },
    async signedIn(name = 'Karin Ek') {
      const { token } = await issueAdminLink(context.deps, { name, fallbackName: name })
      const agent = request.agent(app)
      await agent.post('/api/v1/session').send({ token }).expect(201)
      return agent
    },
    async as(role: Role | null, scope: Scope = EVERYTHING) {
      const name = `${role ?? 'nobody'} ${scope.kind}`
      const invited = { name, email: null, organisationId: null, locale: 'sv', sendMail: false } as const
      const { id } = await invitePerson(context.deps, THE_PROGRAM, {
        ...invited,
        ...(role && { role, scope }),
      })
      const { token } = await handOverLink(context.deps, THE_PROGRAM, { personId: id })
      const agent = request.agent(app)
      await agent.post('/api/v1/session').send({ token }).expect(201)
      return agent
    },
    async close() {
      await kept.close()
      if (undescribed.length > 0)
        throw new Error(`answers that are not described:\n${undescribed.join('\n')}`)
    },
  })
}
