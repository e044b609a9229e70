import type { OccupationalProfile } from '../../schemas/types.ts'
import type * as LintModule from '../../server/domain/language/lint-profile.ts'
import type * as EditModule from '../../server/domain/profile/edit-draft.ts'
import { built } from './built.ts'
import { buildCoachedProfile } from './coached-profile.ts'
import { digits, line, type Line } from './report.ts'
import { clearAway, median, quantile } from './rounds.ts'

const ROUNDS = 60
const WARM_UP = 15
const WHOLE = 10
const ONE = 1

/** The language coach on a whole profile, and on one of which a single criterion has been reworded, as in the editor. */
export async function measure(): Promise<Line[]> {
  const loading = performance.now()
  const { lintProfile } = await built<typeof LintModule>('domain/language/lint-profile')
  const { editDraft } = await built<typeof EditModule>('domain/profile/edit-draft')
  const loaded = performance.now() - loading

  const lintInTime = (profile: OccupationalProfile) => {
    const start = performance.now()
    lintProfile(profile)
    return performance.now() - start
  }
  const veryFirst = lintInTime(buildCoachedProfile())
  const unseen: number[] = []
  const seen: number[] = []
  const reworded: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    let profile = buildCoachedProfile()
    await clearAway()
    if (round === 0) for (const times of [unseen, seen, reworded]) times.length = 0
    unseen.push(lintInTime(profile))
    seen.push(lintInTime(profile))
    for (const { id, text } of someCriteria(profile)) {
      profile = reword(profile, id, text, `${text.slice(0, -1)} vid nummer ${round}.`)
      reworded.push(lintInTime(profile))
    }
  }
  const p95 = (times: number[]) => `p95 ${digits(quantile(times, 0.95))} ms`
  const findings = `${lintProfile(buildCoachedProfile()).length} findings`
  const load = `and ${digits(loaded)} ms to load the rules`
  return [
    line(
      'lint 480 criteria that were never seen',
      median(unseen),
      'ms',
      { most: WHOLE },
      `${p95(unseen)}; ${findings}`,
    ),
    line('  nothing changed since', median(seen), 'ms', undefined, p95(seen)),
    line('  one criterion reworded since', median(reworded), 'ms', { most: ONE }, p95(reworded)),
    line('  the first lint of a process', veryFirst, 'ms', undefined, load),
  ]

  function reword(profile: OccupationalProfile, itemId: string, from: string, to: string) {
    const fields = { text: { from, to } }
    const edited = editDraft(profile, { act: 'amend', itemKind: 'criterion', itemId, fields })
    if (!edited.ok) throw new Error(`a criterion could not be reworded: ${edited.refusal.code}`)
    return edited.next
  }
}

/** Every 48th criterion, through all modules. */
function someCriteria({ modules }: OccupationalProfile) {
  return modules
    .flatMap(({ module }) => module.outcomes.flatMap(({ criteria }) => criteria))
    .filter((_, index) => index % 48 === 7)
}
