import request from 'supertest'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf } from '../support/read-html.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())

const REVIEW = '/panel/0192f0c1-7b1a-7c3e-9d55-3f2a8c1e4b77'
const asking = (from: string) => `/logga-in?till=${encodeURIComponent(from)}`

/** Where a browser that has come to sign in like that ends up. */
async function signInAfter(...visits: readonly string[]): Promise<string> {
  const agent = request.agent(test.app)
  for (const visit of visits) await agent.get(visit)
  const { token } = await issueAdminLink(test.context.deps, { fallbackName: 'Gunilla Ek' })
  const { headers } = await agent.post(`/logga-in/${token}`).expect(303)
  return String(headers.location)
}

it.each([
  ['a review', REVIEW],
  ['all reviews', '/panel'],
])('whoever comes from %s to sign in comes back there', async (_what, from) => {
  expect(await signInAfter(asking(from))).toBe(from)
  expect(await signInAfter(asking(from), '/logga-in')).toBe(from)
})

it.each([
  ['from nowhere', '/logga-in'],
  ['from another website', asking('https://annan.example/panel')],
  ['from another website without its scheme', asking('//annan.example/panel')],
  ['with a way out of the panel', asking('/panel/../administration')],
  ['from two places at once', '/logga-in?till=/panel&till=/panel'],
])('whoever comes %s goes to the workshop', async (_whence, visit) => {
  expect(await signInAfter(visit)).toBe('/verkstad')
})

it('is remembered once', async () => {
  const agent = request.agent(test.app)
  await agent.get(asking(REVIEW))
  const places = []
  for (let time = 0; time < 2; time++) {
    const { token } = await issueAdminLink(test.context.deps, { fallbackName: 'Gunilla Ek' })
    const { headers } = await agent.post(`/logga-in/${token}`).expect(303)
    places.push(headers.location)
  }
  expect(places).toEqual([REVIEW, '/verkstad'])
})

it('leads back by a passkey too', async () => {
  const { text } = await test.stranger.get(asking(REVIEW))
  const form = elementsOf(text).find(({ attributes }) => 'data-passkey' in attributes)
  expect(form?.attributes['data-to']).toBe(REVIEW)
})

it('somebody who is signed in already goes straight back', async () => {
  const agent = await test.signedIn()
  const { headers } = await agent.get(asking(REVIEW)).expect(303)
  expect(headers.location).toBe(REVIEW)
})
