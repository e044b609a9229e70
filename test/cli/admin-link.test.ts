import { startTestApp } from '../support/test-app.ts'
import { openBench, type Bench } from './run-cli.ts'

let bench: Bench
beforeEach(() => (bench = openBench()))
afterEach(() => bench.remove())

/** How a sign-in with that token is answered, and once more. */
const signInTwice = (token: string, after = 0) =>
  bench.look(async (storage) => {
    const app = await startTestApp({}, storage)
    app.now = new Date(Date.now() + after)
    const answers = []
    for (let time = 0; time < 2; time++) {
      const { status } = await app.stranger.post('/api/v1/session').send({ token })
      answers.push(status)
    }
    return answers
  })

test('admin-link gives a link that signs in, once', async () => {
  const { exitCode, stdout } = await bench.run(['admin-link'], { BASE_URL: 'https://profiler.example/' })
  expect(exitCode).toBe(0)
  const [, token = ''] =
    /^Länken gäller en gång, till \d\d:\d\d:\nhttps:\/\/profiler\.example\/logga-in\/(\S{40,})\n$/u.exec(
      stdout,
    ) ?? []
  expect(await signInTwice(token)).toEqual([201, 410])
})

test('the link is no good after an hour', async () => {
  const { address } = JSON.parse((await bench.run(['admin-link', '--json'])).stdout) as { address: string }
  expect(await signInTwice(address.split('/').at(-1) ?? '', 61 * 60_000)).toEqual([410, 410])
})

test('without a name it is for the first administrator; with one, for that person', async () => {
  const nameOn = async (...words: string[]) =>
    (JSON.parse((await bench.run(['admin-link', '--json', ...words])).stdout) as { name: string }).name
  expect(await nameOn()).toBe('Administratör')
  expect(await nameOn('--name', 'Åsa Öst')).toBe('Åsa Öst')
  expect(await nameOn()).toBe('Administratör')
  const grants = await bench.look((storage) =>
    storage.read(async ({ people }) =>
      people.grants((await people.list()).find(({ name }) => name === 'Åsa Öst')?.id),
    ),
  )
  expect(grants).toMatchObject([{ role: 'administrator', scope: { kind: 'everything', id: null } }])
})
