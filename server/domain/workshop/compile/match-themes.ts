import { alikeness } from '../resemblance/compare-meanings.ts'
import type { Pair } from '../resemblance/alike-pairs.ts'
import { gather } from '../resemblance/gather.ts'
import type { Meaning, MeaningReader } from '../resemblance/read-meaning.ts'
import type { GroupTheme } from './statements.ts'

/** A theme with the group that has it. */
export type ThemeOfGroup = { readonly groupNumber: number; readonly theme: GroupTheme }

/** Neither the title nor the content alone has to say that two themes mean the same. */
const OF_TITLE = 0.8
const OF_CONTENT = 0.9
const MEANS_THE_SAME = 0.25
const LEAST = 0.1

/**
 * Puts themes together where they mean the same, by the words of their titles and of what lies in them. Words that
 * most themes have tell less. Two themes of one group stay two, unless the group calls them the same.
 */
export function matchThemes<T extends ThemeOfGroup>(themes: readonly T[], read: MeaningReader): T[][] {
  const titles = themes.map(({ theme }) => read(theme.title))
  const contents = weighContents(themes.map(({ theme }) => wordCounts(theme, read)))
  const pairs: Pair[] = []
  themes.forEach((here, other) => {
    themes.slice(0, other).forEach((there, one) => {
      const [title, otherTitle] = [titles[one], titles[other]]
      if (!title || !otherTitle) return
      const sameName = title.words.length > 0 && isSame(title, otherTitle)
      if (here.groupNumber === there.groupNumber && !sameName) return
      const byTitle = sameName ? 1 : title.total === 0 ? 0 : alikeness(title, otherTitle)
      const byContent = cosine(contents[one], contents[other])
      const alike = 1 - (1 - OF_TITLE * byTitle) * (1 - OF_CONTENT * byContent)
      if (alike >= LEAST) pairs.push({ one, other, alike })
    })
  })
  const sizes = themes.map(() => 1)
  return gather(sizes, pairs, MEANS_THE_SAME).map((places) => places.flatMap((at) => themes[at] ?? []))
}

function isSame(one: Meaning, other: Meaning): boolean {
  const say = ({ words }: Meaning) => words.map(({ lower }) => lower).join(' ')
  return say(one) === say(other)
}

type Counts = ReadonlyMap<string, number>

function wordCounts({ statements, cardTexts }: GroupTheme, read: MeaningReader): Counts {
  const counts = new Map<string, number>()
  const texts = [...cardTexts, ...statements.map(({ text }) => text)]
  const criteria = statements.flatMap((statement) => statement.criteria.map(({ text }) => text))
  for (const text of [...texts, ...criteria]) {
    for (const { key, weight } of read(text).ideas.values()) counts.set(key, (counts.get(key) ?? 0) + weight)
  }
  return counts
}

/** Ideas of a theme by weight, scaled so that the squares add up to 1. */
function weighContents(contents: readonly Counts[]): Counts[] {
  const themesWith = new Map<string, number>()
  for (const key of contents.flatMap((counts) => [...counts.keys()])) {
    themesWith.set(key, (themesWith.get(key) ?? 0) + 1)
  }
  return contents.map((counts) => {
    const weighed = [...counts].map(([key, count]): [string, number] => {
      const rarity = Math.log(1 + contents.length / (themesWith.get(key) ?? 1))
      return [key, Math.sqrt(count) * rarity]
    })
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0))
    return new Map(weighed.map(([key, weight]) => [key, weight / length]))
  })
}

function cosine(one: Counts | undefined, other: Counts | undefined): number {
  if (!one || !other) return 0
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [key, weight] of few) sum += weight * (many.get(key) ?? 0)
  return sum
}
