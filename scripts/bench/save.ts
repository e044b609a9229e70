import { signIn, startServer } from './child-server.ts'
import { installLargeProfile } from './large-installation.ts'
import { digits, line, type Line } from './report.ts'
import { median, quantile } from './rounds.ts'

const SAVES = 300
const WARM_UP = 60

/** One reworded criterion of a large draft, saved through HTTP: committed to the disk before it is answered for. */
export async function measure(): Promise<Line[]> {
  const { settings, profile } = await installLargeProfile(null)
  const server = await startServer(settings)
  const headers = { 'content-type': 'application/json', cookie: await signIn(server) }
  const criteria = profile.modules.flatMap(({ module }) =>
    module.outcomes.flatMap((outcome) => outcome.criteria),
  )
  const texts = new Map(criteria.map(({ id, text }) => [id, text]))
  const times: number[] = []
  for (let count = 0; count < WARM_UP + SAVES; count++) {
    const { id } = criteria[(count * 7) % criteria.length] ?? { id: '' }
    const from = texts.get(id)
    const to = `Kontrollerar larm nummer ${count}.`
    const start = performance.now()
    const response = await fetch(`${server.url}/api/v1/profiles/${profile.slug}/draft/criteria/${id}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ text: { from, to } }),
    })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`a save was answered with ${response.status}`)
    if (count >= WARM_UP) times.push(performance.now() - start)
    texts.set(id, to)
  }
  await server.stop()
  const detail = `p95 ${digits(quantile(times, 0.95))} ms; one after the other`
  return [line('save a reworded criterion of 480', median(times), 'ms', undefined, detail)]
}
