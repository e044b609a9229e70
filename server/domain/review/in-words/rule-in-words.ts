import type { Perspective, Share, VotingRule } from '../../../../schemas/types.ts'
import { needOf } from '../tally-item.ts'
import { namePerspective } from './name-perspective.ts'
import { numberInWords, shareInWords } from './number-in-words.ts'
import { listAll, say, type Locale } from './say.ts'

/** How many seats each perspective of the panel has; empty as long as nobody knows. */
export type SeatCounts = Readonly<Record<string, number>>

/**
 * A rule as sentences. The first says when something is adopted, with the panel's own numbers where `counts` has them: "at least
 * eight of eleven have taken a position, …". The others say how it is counted.
 */
export function ruleInWords(
  rule: VotingRule,
  perspectives: readonly Perspective[],
  counts: SeatCounts,
  locale: Locale,
): string[] {
  const conditions = [
    answers(rule.quorum.inAll, sumOf(counts), locale),
    ...heard(rule.quorum.perPerspective, Object.keys(counts).length, locale),
    ...agreement(rule.majority, locale),
    ...objections(rule.blocking, perspectives, counts, locale),
  ]
  return [
    say(locale, 'rule', { conditions: listAll(locale, conditions) }),
    say(locale, 'rule.items'),
    say(locale, 'rule.change'),
    abstention(rule, locale),
    say(locale, 'rule.stale'),
    say(locale, rule.visibility === 'open' ? 'rule.open' : 'rule.hidden'),
  ]
}

function sumOf(counts: SeatCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function answers(share: Share, seats: number, locale: Locale): string {
  if (seats === 0) {
    if (isWhole(share)) return say(locale, 'rule.quorum.everybody')
    return say(locale, 'rule.quorum.share', { share: shareInWords(locale, share) })
  }
  const needed = needOf(share, seats)
  const [count, of] = [needed, seats].map((number) => numberInWords(locale, number))
  if (needed !== seats) return say(locale, 'rule.quorum.some', { count: count ?? '', of: of ?? '' })
  if (seats <= 2) return say(locale, seats === 1 ? 'rule.quorum.only' : 'rule.quorum.both')
  return say(locale, 'rule.quorum.all', { of: of ?? '' })
}

/** Of a single perspective there is nothing to say: somebody has answered, then. */
function heard(least: number, perspectives: number, locale: Locale): string[] {
  if (least === 0 || (least === 1 && perspectives === 1)) return []
  if (least > 1) return [say(locale, 'rule.heard.several', { count: numberInWords(locale, least) })]
  if (perspectives === 0) return [say(locale, 'rule.heard.every')]
  if (perspectives === 2) return [say(locale, 'rule.heard.both')]
  return [say(locale, 'rule.heard.all', { count: numberInWords(locale, perspectives) })]
}

function agreement({ inAll, perPerspective }: VotingRule['majority'], locale: Locale): string[] {
  if (inAll && isWhole(inAll)) return [say(locale, 'rule.agree.everybody')]
  const inWords = (share: Share) => ({ share: shareInWords(locale, share) })
  if (inAll && perPerspective && isSame(inAll, perPerspective)) {
    return [say(locale, 'rule.agree.both', inWords(inAll))]
  }
  if (!inAll && !perPerspective) return [say(locale, 'rule.agree.somebody')]
  const all = inAll ? [say(locale, 'rule.agree.share', inWords(inAll))] : []
  if (!perPerspective) return all
  const each = isWhole(perPerspective)
    ? say(locale, 'rule.agree.each-whole')
    : say(locale, 'rule.agree.each', inWords(perPerspective))
  return [...all, each]
}

function objections(
  { who, perspectives: ids }: VotingRule['blocking'],
  perspectives: readonly Perspective[],
  counts: SeatCounts,
  locale: Locale,
): string[] {
  if (who === 'nobody') return []
  if (who === 'anyMember') return [say(locale, 'rule.block.anybody')]
  return ids.map((id) => {
    const { people, theOne, theMany, whose } = namePerspective(locale, id, perspectives)
    const seats = counts[id] ?? 0
    if (seats === 1) return say(locale, 'rule.block.body', { who: theOne })
    if (people) return say(locale, 'rule.block.people', { who: people.one })
    if (seats === 0 && whose !== null) return say(locale, 'rule.block.body', { who: theOne })
    return say(locale, 'rule.block.from', { whom: theMany })
  })
}

function abstention({ abstention: how, majority }: VotingRule, locale: Locale): string {
  if (majority.inAll === null && majority.perPerspective === null) return say(locale, 'rule.abstain.answered')
  return say(locale, how === 'aside' ? 'rule.abstain.aside' : 'rule.abstain.against')
}

function isWhole({ numerator, denominator }: Share): boolean {
  return numerator === denominator
}

function isSame(one: Share, other: Share): boolean {
  return one.numerator * other.denominator === other.numerator * one.denominator
}
