import type { Known, Verb } from './verb.ts'

/** How a language makes verbs of its own accord, so that no list need hold them. */
export type DerivationData = {
  /** What verbs of foreign stem end in, in the infinitive: "kalibrera". */
  readonly ending: string
  /** Words that end in it and are no verbs: "kamera". */
  readonly notVerbs: string
  /** What may stand before a verb and become one with it: "omprogrammera", "överlasta". */
  readonly prefixes: string
}

/** @param like the verb that it is derived from, which may look like a noun where that does */
export type MakeVerb = (infinitive: string, present: string, like?: Verb) => Verb

/** What a word form that is not listed is, if it is one of a verb that can be derived. */
export type Derive = (form: string, listed: ReadonlyMap<string, Known>) => Known | undefined

/** Shorter ones are parts of too many nouns: "sambor". */
const SHORTEST_BASE = 4
const SHORTEST_FORM = 3
const SHORTEST_STEM = 2

export function deriving({ ending, notVerbs, prefixes }: DerivationData, make: MakeVerb): Derive {
  const noVerb = new RegExp(`(?:${notVerbs.split(' ').join('|')})$`, 'u')
  const byLetter = new Map<string, string[]>()
  for (const prefix of prefixes.split(' ')) {
    byLetter.set(prefix.charAt(0), [...(byLetter.get(prefix.charAt(0)) ?? []), prefix])
  }

  const byEnding = (form: string): Known | undefined => {
    const infinitive = form.endsWith(ending) ? form : form.slice(0, -1)
    if (!infinitive.endsWith(ending) || infinitive.length < ending.length + SHORTEST_STEM) return undefined
    return noVerb.test(infinitive) ? undefined : knownAs(form, make(infinitive, `${infinitive}r`))
  }

  const derive: Derive = (form, listed) => {
    const known = byEnding(form)
    if (known) return known
    for (const prefix of byLetter.get(form.charAt(0)) ?? []) {
      if (form.length < prefix.length + SHORTEST_FORM || !form.startsWith(prefix)) continue
      const rest = form.slice(prefix.length)
      const { infinitive, present, passive } = listed.get(rest) ?? derive(rest, listed) ?? {}
      // What takes no object seldom takes a prefix either: "finns", "syns".
      const base = [infinitive, present, passive].find((verb) => verb && verb.passives.length > 0)
      if (!base || base.infinitive.length < SHORTEST_BASE) continue
      return knownAs(form, make(prefix + base.infinitive, prefix + base.present, base))
    }
    return undefined
  }
  return derive
}

function knownAs(form: string, verb: Verb): Known | undefined {
  if (form === verb.infinitive) return { roles: 0, infinitive: verb }
  if (form === verb.present) return { roles: 0, present: verb }
  return verb.passives.includes(form) ? { roles: 0, passive: verb } : undefined
}
