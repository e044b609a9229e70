import type { Draft, History, Problem } from '../../schemas/types.ts'
import { criteriaOf, type Client } from './client.ts'
import type { Standing } from './ledger.ts'

/** What is wrong after many have written at once; in words, empty when nobody has lost anything. */
export type Losses = readonly string[]

/** Each writer rewords a criterion of its own again and again, all at the same time. The profile must have a draft. */
export async function writeInOwnCriteria(
  client: Client,
  slug: string,
  { writers, times }: { writers: number; times: number },
): Promise<Losses> {
  const before = await draftOf(client, slug)
  const own = [...before.standing].slice(0, writers)
  const last = await Promise.all(
    own.map(async ([id, text], writer) => {
      let from = text
      for (let time = 0; time < times; time++) {
        const to = `Skriver ord ${time} av ${writer} i trängsel.`
        const answer = await reword(client, slug, id, from, to)
        if (answer?.status === 200) from = to
      }
      return from
    }),
  )
  const after = await draftOf(client, slug)
  const lost = own.flatMap(([id], writer) =>
    after.standing.get(id) === last[writer] ? [] : [`writer ${writer} lost ”${last[writer]}”`],
  )
  const missing = before.revision + writers * times - after.revision
  return missing === 0 ? lost : [...lost, `${missing} of ${writers * times} rewordings were not stored`]
}

/**
 * Two reword the same criterion at the same moment, again and again. Each time one must get in, and the other be told
 * what stands there now; when that one then decides for its own words, both texts are in the history.
 */
export async function writeInOneCriterion(
  client: Client,
  slug: string,
  { times }: { times: number },
): Promise<Losses> {
  const { standing } = await draftOf(client, slug)
  let [[id, from] = ['', '']] = [...standing].slice(-1)
  const lost: string[] = []
  const texts: string[] = []
  for (let time = 0; time < times; time++) {
    const pair = ['Anna', 'Bo'].map((name) => `${name} skriver ord ${time} i samma kriterium.`)
    const answers = await Promise.all(pair.map((to) => reword(client, slug, id, from, to)))
    const winner = answers.findIndex((answer) => answer?.status === 200)
    const loser = answers.findIndex((answer) => answer?.status === 409)
    const told = (answers[loser]?.body as (Problem & { current?: { text?: string } }) | undefined)?.current
      ?.text
    if (winner < 0 || loser < 0 || told !== pair[winner]) {
      return [
        `time ${time}: answered with ${answers.map((answer) => answer?.status).join(' and ')}, told ”${told}”`,
      ]
    }
    await reword(client, slug, id, told ?? '', pair[loser] ?? '')
    from = pair[loser] ?? ''
    texts.push(...pair)
  }
  const { entries } = await client.read<History>(`/${slug}/history?limit=100`)
  const history = JSON.stringify(entries)
  for (const text of texts.slice(-50))
    if (!history.includes(text)) lost.push(`”${text}” is not in the history`)
  if ((await draftOf(client, slug)).standing.get(id) !== from) lost.push(`”${from}” does not stand`)
  return lost
}

function reword(client: Client, slug: string, id: string, from: string, to: string) {
  return client.send('PATCH', `/${slug}/draft/criteria/${id}`, { text: { from, to } })
}

async function draftOf(client: Client, slug: string): Promise<{ standing: Standing; revision: number }> {
  const { profile, revision } = await client.read<Draft>(`/${slug}/draft`)
  return { standing: criteriaOf(profile), revision }
}
