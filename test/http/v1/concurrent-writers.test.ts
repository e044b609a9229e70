import type { Draft, Edition, EditResult, History } from '../../../schemas/types.ts'
import { buildVariedProfile } from '../../support/arbitrary-edits.ts'
import { buildCriterion, buildDecision, id } from '../../support/build-profile.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

type Writer = Awaited<ReturnType<TestApp['signedIn']>>

let app: TestApp
let karin: Writer
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage), buildVariedProfile())
  karin = await app.signedIn('Karin Ek')
})
afterEach(() => app.close())

const address = '/api/v1/profiles/testare/draft'
const criterion = id('m1ka')
const criteria = ['m1', 'm2', 'm3']
  .flatMap((module) => ['k', 'f', 'a'].map((category) => `${module}${category}`))
  .flatMap((outcome) => ['a', 'b', 'c'].map((letter) => `${outcome}${letter}`))
  .slice(0, 20)

const reword = (writer: Writer, itemId: string, from: string, to: string) =>
  writer.patch(`${address}/criteria/${itemId}`).send({ text: { from, to } })
const stored = async () => (await karin.get(address).expect(200)).body as Draft
const textsIn = ({ modules }: Draft['profile']) =>
  new Map(
    modules.flatMap(({ module }) =>
      module.outcomes.flatMap((outcome) => outcome.criteria.map((each) => [each.id, each.text])),
    ),
  )
const amendments = async () => {
  const { entries } = (await karin.get('/api/v1/profiles/testare/history?limit=100').expect(200))
    .body as History
  return entries.flatMap(({ event }) => (event.kind === 'item-amended' ? [event.to] : []))
}

describe('two in one criterion', () => {
  test('get in one at a time: one is stored, the other is shown the words that stand there now', async () => {
    const pair = [karin, await app.signedIn('Amina Yusuf')]
    const texts = ['Karins ord.', 'Aminas ord.']
    const answers = await Promise.all(
      pair.map((writer, index) => reword(writer, criterion, 'Visar m1ka.', texts[index]!)),
    )
    const winner = answers.findIndex(({ status }) => status === 200)
    expect([answers[winner]?.status, answers[1 - winner]?.status]).toEqual([200, 409])
    expect(answers[1 - winner]!.body).toMatchObject({
      type: '/problems/wording-changed',
      current: { text: texts[winner] },
      changedBy: { name: ['Karin Ek', 'Amina Yusuf'][winner] },
    })
    expect(textsIn((await stored()).profile).get(criterion)).toBe(texts[winner])
  })

  test('can both have their words: those of the one who decided last stand, the others are in the history', async () => {
    const amina = await app.signedIn('Amina Yusuf')
    await reword(karin, criterion, 'Visar m1ka.', 'Karins ord.').expect(200)
    const { body } = await reword(amina, criterion, 'Visar m1ka.', 'Aminas ord.').expect(409)
    const { text } = (body as { current: { text: string } }).current
    await reword(amina, criterion, text, 'Karins och Aminas ord.').expect(200)
    expect(await amendments()).toEqual(['Karins och Aminas ord.', 'Karins ord.'])
  })
})

test('twenty in one criterion who try until they get in are all in the history, each after the one it was written upon', async () => {
  const people = await Promise.all(criteria.map((_, index) => app.signedIn(`Person ${index}`)))
  const insist = async (writer: Writer, to: string) => {
    for (let from = 'Visar m1ka.'; ;) {
      const { status, body } = await reword(writer, criterion, from, to)
      if (status === 200) return (body as EditResult).changes[0]
      from = (body as { current: { text: string } }).current.text
    }
  }
  const changes = await Promise.all(people.map((writer, index) => insist(writer, `Ord av ${index}.`)))
  const writtenUpon = new Map(
    changes.map((change) => (change?.kind === 'item-amended' ? [change.from, change.to] : [])) as [
      string,
      string,
    ][],
  )
  const chain: (string | undefined)[] = []
  for (let text = writtenUpon.get('Visar m1ka.'); text !== undefined; text = writtenUpon.get(text))
    chain.push(text)
  expect(chain).toHaveLength(20)
  expect(await amendments()).toEqual(chain.toReversed())
})

test('twenty who add to one outcome at once all get in', async () => {
  const added = criteria.map((_, index) =>
    buildCriterion({ id: id(`new${index}`), text: `Tillagt av ${index}.` }),
  )
  const answers = await Promise.all(
    added.map((item) => karin.post(`${address}/criteria`).send({ parentId: id('m1k'), before: null, item })),
  )
  expect(answers.map(({ status }) => status)).toEqual(added.map(() => 201))
  const texts = textsIn((await stored()).profile)
  expect(added.map((item) => texts.get(item.id))).toEqual(added.map((item) => item.text))
})

test('a text that is written while the draft is published is in the version, or its writer is told that it is not', async () => {
  const write = async (name: string) => {
    let text = `Visar ${name}.`
    for (const to of ['Först.', 'Sedan.', 'Sist.'].map((when) => `${name}: ${when}`)) {
      const { status } = await reword(karin, id(name), text, to)
      expect([200, 404]).toContain(status) // not found: the draft is no more
      if (status === 200) text = to
    }
    return text
  }
  const publish = async () => {
    for (let status = 412; status === 412;) {
      const { headers } = await karin.get(address).expect(200)
      const answer = await karin
        .post('/api/v1/profiles/testare/editions')
        .set('if-match', String(headers.etag))
        .send({ version: '1.0.0', decision: buildDecision(), rulings: [] })
      status = answer.status
    }
  }
  const [texts] = await Promise.all([Promise.all(criteria.map(write)), publish()])
  const { body } = await karin.get('/api/v1/profiles/testare/editions/1.0.0').expect(200)
  const published = textsIn((body as Edition).profile)
  expect(criteria.map((name) => published.get(id(name)))).toEqual(texts)
})
