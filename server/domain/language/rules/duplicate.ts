import type { Finding, OccupationalProfile } from '../../../../schemas/types.ts'
import { numberItems } from '../../profile/number-items.ts'
import { toFinding, type Locale } from '../findings.ts'
import { findTwins, type Twin } from '../near-duplicates.ts'
import type { ProfileText } from '../profile-texts.ts'
import type { SaidText } from '../remember.ts'

/**
 * The same wording twice in a profile, or nearly the same: said of the later one. Outcomes and criteria are compared
 * with each other, suitability items among themselves. By item id.
 */
export function findingsOnTwins(
  profile: OccupationalProfile,
  texts: readonly ProfileText[],
  locale: Locale,
): ReadonlyMap<string, Finding> {
  const suitability: SaidText[] = []
  const assessed: SaidText[] = []
  for (const { said } of texts) {
    if (said.of.itemKind === 'suitability') suitability.push(said)
    else if (said.of.itemKind === 'outcome' || said.of.itemKind === 'criterion') assessed.push(said)
  }
  const findings = new Map<string, Finding>()
  for (const pool of [suitability, assessed]) {
    const twins = findTwins(pool.map(({ wording }) => wording))
    if (twins.length === 0) continue
    const numbers = numberItems(profile)
    for (const { index, of, exact } of twins) {
      const [later, former] = [pool[index], pool[of]]
      if (!later || !former) continue
      findings.set(later.of.itemId, findingOn(later, former, exact, numbers.get(former.of.itemId), locale))
    }
  }
  return findings
}

type Pair = Pick<Twin, 'exact'> & {
  readonly former: SaidText
  readonly number: string | undefined
  readonly finding: Finding
}

/** The latest twin of a text, kept with what it was said from. What is said of a text is itself kept per locale. */
const paired = new WeakMap<SaidText, Pair>()

function findingOn(
  later: SaidText,
  former: SaidText,
  exact: boolean,
  number: string | undefined,
  locale: Locale,
): Finding {
  const before = paired.get(later)
  if (before && before.former === former && before.exact === exact && before.number === number) {
    return before.finding
  }
  const note = exact ? 'exact' : 'near'
  const finding = Object.freeze(
    toFinding(
      {
        rule: 'wording/duplicate',
        severity: exact ? 'warning' : 'hint',
        note: number === undefined ? `${note}-suitability` : note,
        field: 'text',
        start: 0,
        end: later.text.length,
        values: { number: number ?? '', words: former.text.trim() },
      },
      later.of,
      locale,
    ),
  )
  paired.set(later, { former, exact, number, finding })
  return finding
}
