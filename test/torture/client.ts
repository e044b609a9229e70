import type { Draft, Edition, EditionList, OccupationalProfile } from '../../schemas/types.ts'
import type { ServerProcess } from '../support/server-process.ts'
import type { Found } from './ledger.ts'

export type Answer = { readonly status: number; readonly body: unknown }

/** Somebody signed in who speaks to a server's API; a request that is cut off is answered with undefined. */
export type Client = {
  readonly send: (
    method: string,
    address: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer | undefined>
  readonly read: <Body>(address: string) => Promise<Body>
}

export async function signIn({ url, signInLink }: ServerProcess): Promise<string> {
  const link = await signInLink()
  const token = link.slice(link.lastIndexOf('/') + 1)
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** @param cookie of a session, which lives as long as the data does, whatever becomes of the server */
export function clientOf({ url }: ServerProcess, cookie: string): Client {
  const ask = async (method: string, address: string, body?: unknown, headers: object = {}) => {
    const response = await fetch(`${url}/api/v1/profiles${address}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }
  return {
    send: (...request) => ask(...request).catch(() => undefined),
    async read<Body>(address: string) {
      const { status, body } = await ask('GET', address)
      if (status !== 200) throw new Error(`${address} was answered with ${status}: ${JSON.stringify(body)}`)
      return body as Body
    },
  }
}

/** What stands now: the draft's text if there is one, else the latest version's. */
export async function lookAt(client: Client, slug: string): Promise<Found> {
  const editions = new Map<string, string>()
  for (let page = 1; editions.size === (page - 1) * 100; page++) {
    const list = await client.read<EditionList>(`/${slug}/editions?limit=100&page=${page}`)
    for (const { version, digest } of list.editions) editions.set(version, digest)
  }
  const answer = await client.send('GET', `/${slug}/draft`)
  const draft = answer?.status === 200
  if (!draft && answer?.status !== 404) throw new Error(`the draft was answered with ${answer?.status}`)
  const { profile } = draft ? (answer.body as Draft) : await client.read<Edition>(`/${slug}/editions/latest`)
  return { standing: criteriaOf(profile), draft, editions }
}

export function criteriaOf({ modules }: OccupationalProfile): Map<string, string> {
  const criteria = modules.flatMap(({ module }) => module.outcomes.flatMap((outcome) => outcome.criteria))
  return new Map(criteria.map(({ id, text }) => [id, text]))
}
