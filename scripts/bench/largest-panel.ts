import type * as TallyModule from '../../server/domain/review/tally-text.ts'
import type * as TextModule from '../../server/domain/review/panel-text.ts'
import type { Taken } from '../../server/domain/review/standing.ts'
import type * as RulesModule from '../../server/domain/review/voting-rules.ts'
import type * as SealModule from '../../server/seal.ts'
import { buildLargeProfile } from './build-large-profile.ts'
import { built } from './built.ts'
import { MEMBERS, PERSPECTIVES } from './panel-of-hundred.ts'
import { digits, line, type Line } from './report.ts'
import { interleave, median } from './rounds.ts'

/** Ten times the largest profile there is, and each member has said something of every tenth thing in it. */
const SIZE = { modules: 40, outcomes: 25, criteria: 4 }
const EACH_SAYS = 500

/** Counting a panel grows with its members times the items, and no faster: here of five thousand, and of half of them. */
export async function countLargestPanel(): Promise<Line[]> {
  const { tallyText } = await built<typeof TallyModule>('domain/review/tally-text')
  const { panelText } = await built<typeof TextModule>('domain/review/panel-text')
  const { VOTING_RULES } = await built<typeof RulesModule>('domain/review/voting-rules')
  const { sha256 } = await built<typeof SealModule>('seal')
  const seats = Array.from({ length: MEMBERS }, (_, index) => ({
    id: `member-${index}`,
    perspective: PERSPECTIVES[index % PERSPECTIVES.length] ?? PERSPECTIVES[0],
    part: 'member' as const,
    standsInFor: null,
    recusals: [],
  }))
  const panelOn = (modules: number) => {
    const profile = buildLargeProfile({ ...SIZE, modules })
    const text = panelText([{ number: 1, profile }], [], [], sha256)
    const items = text.parts.flatMap((part) => part.items)
    let seq = 0
    const positions = seats.flatMap(({ id: memberId }, row) =>
      Array.from({ length: EACH_SAYS }, (_, count): Taken => {
        const part = text.parts[count]
        const { id: itemId, hash } = part ??
          items[(count * 37 + row * 13) % items.length] ?? { id: '', hash: '' }
        const scope = part ? 'part' : 'item'
        return { memberId, scope, itemId, hash, position: count % 5 === 4 ? 'abstain' : 'agree', seq: ++seq }
      }),
    )
    const panel = { seats, perspectives: [...PERSPECTIVES], rule: VOTING_RULES.consensus, positions }
    return { items: items.length, count: () => tallyText(text, panel) }
  }
  const [whole, half] = [panelOn(SIZE.modules), panelOn(SIZE.modules / 2)]
  const times = await interleave({ whole: whole.count, half: half.count }, { rounds: 7 })
  const detail = `${digits(MEMBERS * EACH_SAYS)} positions; ${digits(median(times.whole) / median(times.half))} × what half as many items take`
  return [
    line(
      `counting ${digits(whole.items)} items of ${MEMBERS} members`,
      median(times.whole),
      'ms',
      undefined,
      detail,
    ),
  ]
}
