import type { Statement } from '../../schemas/types.ts'
import type * as CompileModule from '../../server/domain/workshop/compile/compile-rows.ts'
import type { GroupStatements } from '../../server/domain/workshop/compile/statements.ts'
import type * as IndexModule from '../../server/domain/workshop/resemblance/published-index.ts'
import { built } from './built.ts'
import words from './many-sentences.sv.json' with { type: 'json' }
import { digits, line, type Line } from './report.ts'
import { clearAway, median, quantile } from './rounds.ts'

const GROUPS = 60
const STATEMENTS = 40
const THEMES = 8
const PUBLISHED = 5000
const ROUNDS = 12
const WARM_UP = 3

/** A large workshop's results put side by side, and what is published looked through for what resembles a sentence. */
export async function measure(): Promise<Line[]> {
  const { compileRows } = await built<typeof CompileModule>('domain/workshop/compile/compile-rows')
  const { indexPublished, nearestTo } = await built<typeof IndexModule>(
    'domain/workshop/resemblance/published-index',
  )
  const groups = Array.from({ length: GROUPS }, (_, at) => groupOf(at))
  const published = Array.from({ length: PUBLISHED }, (_, at) => ({
    profileSlug: 'profile',
    profileTitle: '',
    version: '1.0.0',
    moduleId: '',
    moduleTitle: '',
    itemId: String(at),
    itemKind: 'outcome' as const,
    text: `${sentence(at)} ${words.number} ${at}`,
  }))
  const compiling = await timed(() => compileRows(groups))
  const indexing = await timed(() => indexPublished(published))
  const index = indexPublished(published)
  const looking = await timed(() => nearestTo(words.lookUp, index))
  const p95 = (times: number[]) => `p95 ${digits(quantile(times, 0.95))} ms`
  return [
    line('compile 60 groups of 40 statements', median(compiling), 'ms', { most: 1000 }, p95(compiling)),
    line('index 5,000 published wordings', median(indexing), 'ms', { most: 300 }, p95(indexing)),
    line('  find what resembles a sentence', median(looking), 'ms', { most: 5 }, p95(looking)),
  ]
}

async function timed(work: () => unknown): Promise<number[]> {
  const times: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    await clearAway()
    const start = performance.now()
    work()
    if (round >= 0) times.push(performance.now() - start)
  }
  return times
}

function groupOf(at: number): GroupStatements {
  const statements = Array.from({ length: STATEMENTS }, (_, each) => statement(at, at * STATEMENTS + each))
  return {
    groupNumber: at + 1,
    themes: Array.from({ length: THEMES }, (_, theme) => ({
      id: `theme-${at}-${theme}`,
      title: `${words.theme} ${theme}`,
      reuse: null,
      statements: statements.filter((_statement, place) => place % THEMES === theme),
      cardTexts: [],
    })),
    suitability: [],
  }
}

function statement(group: number, at: number): Statement {
  return {
    id: `statement-${at}`,
    groupNumber: group + 1,
    kind: 'skills',
    text: sentence(at),
    criteria: [],
    cards: [],
    source: null,
    differs: '',
  }
}

/** Always the same ones, some of them alike. */
function sentence(at: number): string {
  const pick = (list: readonly string[], step: number) => list[Math.floor(at / step + at * 7) % list.length]
  const things = [
    pick(words.things, 3),
    pick(words.things, 11),
    `${pick(words.things, 5)}${pick(words.things, 17)}`,
  ].slice(0, 1 + (at % 3))
  return [pick(words.acts, 1), things.join(words.and), pick(words.tails, 29)].filter(Boolean).join(' ')
}
