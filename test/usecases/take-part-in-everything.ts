import { STRANGER } from '../../server/usecases/deps.ts'
import request from 'supertest'
import type { Account, History, RegisteredPerson } from '../../schemas/types.ts'
import { letterContents } from '../../server/mail/letter-contents.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { connectIdentity, signInByOpenId } from '../../server/usecases/people/come-by-open-id.ts'
import { authenticatorAt, type Authenticator } from '../support/authenticator.ts'
import { buildDecision, buildProfile } from '../support/build-profile.ts'
import { depsOn, draft } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { sitOnPanel, type OnPanel } from './sit-on-panel.ts'
import { API, FIREFOX, grant, linkFor, organisation, SAFARI, searched, type Agent } from './acquaintances.ts'

const MAIL = { smtpUrl: 'smtp://127.0.0.1:1', from: 'profil@exempel.se' }
const FORMER = { name: 'Elsabet Gammelnamn', email: 'Elsabet.Gammal@exempel.se' }
const LATTER = { name: 'Elsabet Nygift', email: 'elsabet.ny@exempel.se' }
const PASSWORDS = ['en flodhäst i hissen', 'en annan flodhäst i hissen'] as const
const PASSKEY = 'Elsabets blå telefon'
const SUBJECT = 'elsabets-subjekt-hos-utgivaren'
const OTHER = 'Karin Kvarvarande'

export type Life = {
  readonly test: TestApp
  readonly admin: Agent
  readonly elsa: Agent
  readonly elsaId: string
  readonly panel: OnPanel
  /** All that says who Elsabet is, now or before: what must be nowhere when she is erased. */
  readonly traces: readonly string[]
  /** All that must be in no log entry at any time: names, addresses, devices and secrets, hers and others'. */
  readonly neverLogged: readonly string[]
}

/**
 * Somebody who takes part in everything that there is: invited by mail, in by a link, a password, a passkey and an
 * issuer, with another name and another e-mail than at first; edits, explains, publishes; sits on a panel, leads it and
 * says all that can be said there; has a session half open, a link and a question to her passkey waiting, and is read about
 * by an administrator.
 */
export async function takePartInEverything(storage: Storage, settings = {}): Promise<Life> {
  const test = await startTestApp({ mail: MAIL, ...settings }, storage)
  const { deps, config } = test.context
  await draft(depsOn(storage), buildProfile())
  const admin = await test.signedIn(OTHER)
  await admin.patch(`${API}/installation/settings`).send({ passwords: true }).expect(200)
  const home = await organisation(admin, 'Nämnden för det hemliga')
  await admin.put(`${API}/profiles/testare/organisation`).send({ organisationId: home }).expect(200)

  const invited = await admin
    .post(`${API}/people`)
    .send({
      ...FORMER,
      organisationId: home,
      locale: 'sv',
      role: 'editor',
      scope: { kind: 'organisation', id: home },
      sendMail: true,
    }) // prettier-ignore
    .expect(201)
  const { id: elsaId } = invited.body as RegisteredPerson
  await grant(admin, elsaId, 'coordinator')
  const secrets: string[] = []
  const token = await mailedToken(test, elsaId)
  secrets.push(token)

  const elsa = request.agent(test.app).set('user-agent', FIREFOX)
  const cookies = new Set<string>()
  const keep = ({ headers }: { headers: Record<string, unknown> }) => {
    for (const cookie of (headers['set-cookie'] as string[] | undefined) ?? []) {
      const value = cookie.split(';')[0]?.split('=')[1] ?? ''
      // One that is taken away says nothing, and one says no more than the id by which the log knows them.
      if (value !== '' && value !== elsaId) cookies.add(value)
    }
  }
  keep(await elsa.post(`${API}/session`).send({ token }).expect(201))
  await elsa.put(`${API}/account/password`).send({ password: PASSWORDS[0] }).expect(204)
  const change = { password: PASSWORDS[1], current: PASSWORDS[0] }
  await elsa.put(`${API}/account/password`).send(change).expect(204)
  const phone = authenticatorAt(config.baseUrl)
  const { options } = (await elsa.post(`${API}/account/passkey-options`).send({}).expect(200)).body as {
    options: Parameters<Authenticator['register']>[0]
  }
  const response = phone.register(options)
  await elsa.post(`${API}/account/passkeys`).send({ name: PASSKEY, response }).expect(201)

  await draftAndPublish(elsa)
  await admin.patch(`${API}/people/${elsaId}`).send({ email: LATTER.email }).expect(200)
  const again = await linkFor(admin, elsaId)
  secrets.push(again)
  keep(await elsa.post(`${API}/session`).send({ token: again }).expect(201))
  await elsa.patch(`${API}/account`).send({ name: LATTER.name, secondStep: true }).expect(200)
  const issued = { issuer: 'https://id.exempel', subject: SUBJECT, email: LATTER.email }
  const entrance = { device: 'Edge, macOS', formerSecret: undefined }
  await connectIdentity(deps, { ...STRANGER, personId: elsaId }, issued)
  secrets.push((await signInByOpenId(deps, { ...issued, ...entrance })).secret)

  const tablet = request.agent(test.app).set('user-agent', SAFARI)
  const wrong = { email: LATTER.email, password: PASSWORDS[0] }
  await tablet.post(`${API}/session/password`).send(wrong).expect(403)
  const right = { email: LATTER.email, password: PASSWORDS[1] }
  keep(await tablet.post(`${API}/session/password`).send(right).expect(201))
  const asked = (await tablet.post(`${API}/session/passkey-options`).send({}).expect(200)).body as {
    options: Parameters<Authenticator['signIn']>[0]
  }
  keep(await tablet.post(`${API}/session/passkey`).send({ response: phone.signIn(asked.options) }).expect(201)) // prettier-ignore
  const half = request.agent(test.app).set('user-agent', SAFARI)
  keep(await half.post(`${API}/session/password`).send(right).expect(201))
  await half.post(`${API}/session/passkey-options`).send({}).expect(200)
  await test.stranger.post(`${API}/sign-in-links`).send({ email: LATTER.email }).expect(204)
  secrets.push(await linkFor(admin, elsaId))

  const panel = await sitOnPanel(test, { leader: elsa, email: LATTER.email })

  await elsa.get(`${API}/account/data`).expect(200)
  for (const path of [
    '/people',
    `/people/${elsaId}`,
    `/people/${elsaId}/data`,
    '/installation/mails',
    '/installation/expiring',
    '/profiles/testare/history',
  ])
    // prettier-ignore
    await admin.get(`${API}${path}`).expect(200)
  await searched(admin, `person=${elsaId}`)
  await grant(admin, elsaId, 'reader')
  await admin.post(`${API}/people/${elsaId}/invitations`).send({}).expect(204)

  const { sessions, passkeys } = (await elsa.get(`${API}/account`).expect(200)).body as Account
  const kept = await storage.read(async ({ people, access }) => ({
    hash: await people.passwordHash(elsaId),
    keys: (await access.passkeys(elsaId)).map(({ publicKey }) => publicKey),
  }))
  const told = [
    FORMER.name,
    LATTER.name,
    'Gammelnamn',
    'Nygift',
    FORMER.email,
    FORMER.email.toLowerCase(),
    LATTER.email,
  ]
  const devices = [...new Set(sessions.map(({ device }) => device))]
  const keys = [
    PASSKEY,
    SUBJECT,
    ...passkeys.map(({ id }) => id),
    ...kept.keys,
    kept.hash ?? '',
    response.response.attestationObject,
  ]
  const hidden = [...secrets, ...cookies, ...PASSWORDS, asked.options.challenge, options.challenge]
  return {
    test,
    admin,
    elsa,
    elsaId,
    panel,
    traces: [...told, 'Edge, macOS', ...keys, ...hidden],
    neverLogged: [
      ...told,
      OTHER,
      'Kvarvarande',
      'exempel.se',
      'Mozilla',
      ...devices,
      ...keys,
      ...hidden,
      'Nämnden för det',
      ...panel.neverLogged,
    ],
  }
}

/** Sends what waits as the post office does, and takes the link out of the letter. */
async function mailedToken({ context, storage }: TestApp, personId: string): Promise<string> {
  const [mail] = await storage.read(({ mails }) => mails.ofPerson(personId))
  if (!mail) throw new Error('no mail was put in the outbox')
  const contents = await letterContents(context.deps, context.installation.setup(), mail)
  const at = context.deps.now().toISOString()
  const outcome = { status: 'sent', attempts: 1, nextAttemptAt: null, sentAt: at, problem: null } as const
  await storage.write(({ mails }) => mails.settle(mail.id, outcome))
  if (contents === 'moot') throw new Error('the mail had nothing to tell')
  return String(contents?.values.address).split('/').at(-1) ?? ''
}

async function draftAndPublish(agent: Agent): Promise<void> {
  const path = `${API}/profiles/testare`
  const { purpose } = buildProfile()
  const reworded = { purpose: { from: purpose, to: 'Profilen visar vad som krävs.' } }
  await agent.patch(`${path}/draft`).send(reworded).expect(200)
  const { entries } = (await agent.get(`${path}/history`).expect(200)).body as History
  await agent.post(`${path}/history/${entries[0]?.seq}/explanation`).send({ text: 'Kortare.' }).expect(204)
  const { headers } = await agent.get(`${path}/draft`).expect(200)
  await agent
    .post(`${path}/editions`)
    .set('if-match', String(headers.etag))
    .send({ version: '1.0.0', versionReason: '', decision: buildDecision(), rulings: [] })
    .expect(201)
  await agent.post(`${path}/draft`).send({}).expect(201)
  await agent.post(`${API}/profiles`).send({ title: 'Egen profil' }).expect(201)
  const again = await agent.get(`${API}/profiles/egen-profil/draft`).expect(200)
  await agent
    .delete(`${API}/profiles/egen-profil/draft`)
    .set('if-match', String(again.headers.etag))
    .expect(204)
}
