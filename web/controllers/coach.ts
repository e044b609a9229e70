import type { Finding, OccupationalProfile } from '../../schemas/types.ts'
import { findItem, textOf } from '../../server/domain/profile/items.ts'
import { locale } from '../i18n/locale.ts'
import { sha256 } from './sha256.ts'

type Lint = (profile: OccupationalProfile, options: { locale: 'sv' | 'en' }) => Finding[]

/** What the coach says about each field, by `item id + field`. */
export type Advice = ReadonlyMap<string, readonly Finding[]>

const KEPT_AS_IS = 'profilverkstad.kept'
let lint: Lint | undefined

/** Fetches the coach's rules and word lists, which the page does not wait for. */
export async function fetchCoach(): Promise<void> {
  lint ??= (await import('../../server/domain/language/lint-profile.ts')).lintProfile
}

/** The coach's advice on a draft, without what this reader has chosen to keep as it is; empty until it has been fetched. */
export function adviceOn(profile: OccupationalProfile): Advice {
  const advice = new Map<string, Finding[]>()
  const kept = keptAsIs()
  for (const finding of lint?.(profile, { locale: locale() }) ?? []) {
    if (finding.severity === 'error' || (kept.size > 0 && kept.has(nameOf(profile, finding)))) continue
    const key = adviceKey(finding.itemId, finding.field)
    const there = advice.get(key) ?? []
    advice.set(key, there)
    there.push(finding)
  }
  return advice
}

export function adviceKey(itemId: string, field: string): string {
  return `${itemId} ${field}`
}

/** This reader has read the advice and keeps the words: it does not come back here until they are others. */
export function keepAsIs(profile: OccupationalProfile, finding: Finding): void {
  localStorage.setItem(KEPT_AS_IS, JSON.stringify([...keptAsIs(), nameOf(profile, finding)].slice(-500)))
}

function keptAsIs(): Set<string> {
  return new Set(JSON.parse(localStorage.getItem(KEPT_AS_IS) ?? '[]') as string[])
}

function nameOf(profile: OccupationalProfile, { rule, itemId, field }: Finding): string {
  const item = findItem(profile, itemId)?.item
  return `${rule} ${itemId} ${field} ${sha256(item ? textOf(item, field) : '')}`
}
