import type { CompiledRow, OriginCard, Statement } from '../../schemas/types.ts'
import type { MeaningReader } from '../../server/domain/workshop/resemblance/read-meaning.ts'
import { plural, t } from '../i18n/compile.ts'
import type { Perspectives } from './known-perspectives.ts'
import { capital, groupsNamed, listed, numeral } from './listed.ts'
import { ownWords } from './marked-wording.ts'

/** Rows that are so much alike say nearly the same; below it they resemble one another. */
const NEARLY = 65

/** How many say it, and how nearly the same. */
export function whoSaysIt({ statements, likeness }: CompiledRow): string {
  const groups = [...new Set(statements.map(({ groupNumber }) => groupNumber))]
  if (groups.length === 1) return t('row.onlyGroup', { group: groupsNamed(groups) })
  const count = numeral(groups.length)
  return t((likeness?.score ?? 0) >= NEARLY ? 'row.nearlySame' : 'row.alike', { count })
}

/** Why that much: the words that are shared, and those that are counted as the same. */
export function reasonsInWords({ likeness }: CompiledRow): string[] {
  if (!likeness) return []
  const { shared, synonyms } = likeness
  return [
    ...(shared.length > 0 ? [t('likeness.shared', { words: listed(shared) })] : []),
    ...synonyms.map((words) => t('likeness.synonyms', { words: capital(listed(words)) })),
    ...(shared.length + synonyms.length === 0 ? [t('likeness.nothingShared')] : []),
  ]
}

/** What each group says that no other does. */
export function ownInWords(row: CompiledRow, read: MeaningReader): string[] {
  return row.statements.flatMap((statement) => {
    const own = ownWords(statement, row, read).map((words) => t('quoted', { words }))
    const group = capital(groupsNamed([statement.groupNumber]))
    return own.length > 0 ? [t('likeness.own', { group, words: listed(own) })] : []
  })
}

/** How much stands behind the only group that says it. */
export function loneInWords({ cards }: Statement, perspectives: Perspectives): string {
  if (cards.length === 0) return t('likeness.noCards')
  const names = [...new Set(cards.map(({ perspective }) => perspective))].flatMap(
    (id) => perspectives.get(id)?.name.toLocaleLowerCase('sv') ?? [],
  )
  const count = capital(cardsInWords(cards.length))
  return names.length > 0
    ? t('likeness.cardsBy', { count, names: listed(names) })
    : t('likeness.cards', { count })
}

function cardsInWords(count: number): string {
  return plural('cards', count, { count: numeral(count) })
}

/** What goes into the wording, and what stays to be read: said below what is written. */
export function sourcesInWords(row: CompiledRow, worded: readonly Statement[]): string {
  const cards = new Set(worded.flatMap((each) => each.cards.map(({ id }: OriginCard) => id))).size
  const left = row.statements.filter((each) => !worded.includes(each))
  const groups = groupsNamed(worded.map(({ groupNumber }) => groupNumber))
  return [
    t('sources.of', { groups }),
    ...(cards > 0 ? [plural('sources.cards', cards, { count: capital(numeral(cards)) })] : []),
    ...(left.length > 0
      ? [
          plural('sources.left', left.length, {
            groups: capital(groupsNamed(left.map(({ groupNumber }) => groupNumber))),
          }),
        ]
      : []),
  ].join(' ')
}
